import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** What machines made of documents in other languages; of several of a document the newest stands. */
export async function up(trx: Transaction<Tables>): Promise<void> {
  await sql`
    create table translations (
      document_id text not null references documents,
      hash text not null,
      text text not null,
      sentences jsonb not null,
      from_language text not null,
      into_language text not null,
      tool text not null,
      model text not null,
      prompt text,
      "by" text not null,
      at timestamptz not null,
      search tsvector not null generated always as (to_tsvector('english', text)) stored,
      primary key (document_id, hash)
    )`.execute(trx);
  await sql`create index translations_search on translations using gin (search)`.execute(trx);
}
