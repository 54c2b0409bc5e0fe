import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  // What people put right on documents; the documents themselves hold what holds now.
  sql`
    create table corrections (
      id text primary key,
      document_id text not null,
      field text not null,
      value text,
      previous text,
      reason text not null,
      by text not null,
      at timestamptz not null,
      seq bigint generated always as identity
    )`,
  sql`create index corrections_document on corrections (document_id)`,
  // A text that has nothing in common with the one before replaces it only once a person has looked.
  sql`alter table revisions add column standing text not null default 'replaces'`,
  // Pages that feeds named are asked again for a while: since when, and what the feed said of them.
  sql`alter table visits add column first_at timestamptz, add column mark text`,
  sql`update visits set first_at = checked_at`,
  sql`alter table visits alter column first_at set not null`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
