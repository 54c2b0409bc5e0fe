import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** What the audit logs of other stores have of a case that came from there. */
export async function up(trx: Transaction<Tables>): Promise<void> {
  await sql`
    create table received_history (
      case_id text not null references cases,
      place integer not null,
      entry jsonb not null,
      primary key (case_id, place)
    )`.execute(trx);
}
