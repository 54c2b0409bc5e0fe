import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  // A page is captured each time that it is fetched; a file once for each place it lies in.
  sql`
    alter table captures drop constraint captures_pkey,
      add column seq bigint generated always as identity primary key,
      add column sha256 text, add column fetched jsonb`,
  sql`update captures set sha256 = documents.sha256 from documents where documents.id = document_id`,
  sql`alter table captures alter column sha256 set not null`,
  sql`create unique index captures_of_files on captures (document_id, source, sha256) where fetched is null`,
  sql`create index captures_document on captures (document_id)`,
  sql`create index captures_source on captures (source, seq desc)`,
  // A page taken again with another text, and what changed.
  sql`
    create table revisions (
      later_id text not null references documents,
      earlier_id text not null references documents,
      source text not null,
      at timestamptz not null,
      changes jsonb not null,
      seq bigint generated always as identity primary key
    )`,
  sql`create index revisions_later on revisions (later_id)`,
  sql`create index revisions_earlier on revisions (earlier_id)`,
  // What a server gave us to ask with whether an address has changed; those of a case that are watched.
  sql`
    create table visits (
      case_id text not null references cases,
      url text not null,
      etag text,
      last_modified text,
      checked_at timestamptz not null,
      watched boolean not null,
      primary key (case_id, url)
    )`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
