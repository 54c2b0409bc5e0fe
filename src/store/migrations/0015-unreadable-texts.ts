import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Texts that a reader failed on: it tries them no more, and they are listed as unread. */
export async function up(trx: Transaction<Tables>): Promise<void> {
  await sql`alter table readings add column unreadable boolean not null default false`.execute(trx);
}
