import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export async function up(trx: Transaction<Tables>): Promise<void> {
  // Who says what a document is called; parts with their own speakers and dates; what its text leaves out.
  await sql`
    alter table documents
      add column title_from jsonb,
      add column publisher_from jsonb,
      add column agency text,
      add column segments jsonb,
      add column account jsonb,
      add column incomplete text`.execute(trx);
}
