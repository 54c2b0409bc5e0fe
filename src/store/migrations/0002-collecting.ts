import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  sql`
    alter table documents add column author text, add column published_from jsonb, add column pages jsonb,
      add column language text`,
  // Which source an older date has is not known, and a guess would look like knowledge: it stays null.
  sql`
    alter table captures add column url text, add column taken_at text, add column headers jsonb,
      add column container text`,
  sql`
    create table containers (
      sha256 text primary key,
      byte_length integer not null check (byte_length > 0)
    )`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
