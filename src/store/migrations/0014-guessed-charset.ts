import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export async function up(trx: Transaction<Tables>): Promise<void> {
  await sql`alter table documents add column guessed_charset text`.execute(trx);
}
