import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export async function up(trx: Transaction<Tables>): Promise<void> {
  await sql`
    create table registry_entries (
      registry text not null,
      id text not null,
      entry jsonb not null,
      primary key (registry, id)
    )`.execute(trx);
}
