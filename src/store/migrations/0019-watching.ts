import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  // When an address was last asked, whether or not it answered, what went wrong then, and whether it is asked again.
  sql`
    alter table visits
      add column tried_at timestamptz,
      add column failures jsonb,
      add column paused boolean not null default false`,
  sql`update visits set tried_at = checked_at`,
  // Which documents came by which address: of a feed, those of its entries.
  sql`
    create table brought (
      case_id text not null references cases,
      url text not null,
      document_id text not null references documents,
      at timestamptz not null,
      primary key (case_id, url, document_id)
    )`,
  sql`create index brought_document on brought (document_id)`,
  sql`
    insert into brought (case_id, url, document_id, at)
    select visits.case_id, visits.url, captures.document_id, min(captures.collected_at)
    from visits join captures on captures.source = visits.url
      join case_documents on case_documents.case_id = visits.case_id
        and case_documents.document_id = captures.document_id
    group by visits.case_id, visits.url, captures.document_id`,
  // Who judges here.
  sql`create table people (name text primary key, first_at timestamptz not null)`,
  // When a person last looked at what is new in a case, and where its commitments stood then.
  sql`
    create table looks (
      case_id text not null references cases,
      person text not null,
      at timestamptz not null,
      statuses jsonb not null,
      primary key (case_id, person)
    )`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
