import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** What was matched in each document of a case: the claims that bear on a commitment, as evidence and as replies. */
export async function up(trx: Transaction<Tables>): Promise<void> {
  await sql`
    create table matches (
      case_id text not null references cases,
      document_id text not null references documents,
      key text not null,
      matched jsonb not null,
      primary key (case_id, document_id)
    )`.execute(trx);
}
