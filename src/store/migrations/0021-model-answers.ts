import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** What language models answered, each question once. */
export async function up(trx: Transaction<Tables>): Promise<void> {
  await sql`
    create table model_answers (
      case_id text not null references cases,
      hash text not null,
      model text not null,
      prompt text not null,
      answer jsonb,
      thrown_away text,
      tokens jsonb,
      "by" text not null,
      at timestamptz not null,
      primary key (case_id, hash)
    )`.execute(trx);
}
