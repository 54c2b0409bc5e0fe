import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  // No reference to documents: the document is gone.
  sql`
    create table tombstones (
      document_id text primary key,
      sha256 text not null unique,
      text_sha256 text not null,
      cases jsonb not null,
      at timestamptz not null,
      "by" text not null,
      reason text not null,
      removed jsonb not null
    )`,
  sql`create index tombstones_text on tombstones (text_sha256)`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
