import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  // No references: the journal must be replayable into an empty database.
  sql`
    create table entered_claims (
      id uuid primary key,
      case_id text not null,
      document_id text not null,
      words text not null,
      entry jsonb not null,
      "by" text not null,
      at timestamptz not null,
      seq bigint generated always as identity
    )`,
  sql`create index entered_claims_case on entered_claims (case_id, document_id)`,
  sql`
    create table withdrawals (
      claim_id uuid primary key,
      reason text not null,
      "by" text not null,
      at timestamptz not null
    )`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
