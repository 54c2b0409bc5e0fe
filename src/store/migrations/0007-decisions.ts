import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  // No reference to cases: the journal must be replayable into an empty database.
  sql`
    create table decisions (
      id uuid primary key,
      case_id text not null,
      kind text not null,
      subject text not null,
      value jsonb,
      reason text not null,
      "by" text not null,
      at timestamptz not null,
      seq bigint generated always as identity
    )`,
  sql`create index decisions_newest on decisions (case_id, kind, subject, at desc, seq desc)`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
