import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** What a reader or a matcher failed on is found among all that they did not. */
export async function up(trx: Transaction<Tables>): Promise<void> {
  await sql`create index readings_unreadable on readings (document_id) where unreadable`.execute(trx);
  await sql`create index matches_failed on matches (case_id, document_id) where matched ? 'failure'`.execute(
    trx,
  );
}
