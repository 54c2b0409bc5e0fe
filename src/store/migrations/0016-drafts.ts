import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  // Cases in the making; the text stands beside what is worked on, since it is kept once and that is kept often.
  sql`
    create table drafts (
      id text primary key,
      revision integer not null,
      source jsonb not null,
      facts jsonb not null,
      text text not null,
      work jsonb,
      made_at timestamptz not null,
      changed_at timestamptz not null
    )`,
  // The agreements that cases were made from.
  sql`
    create table agreements (
      case_id text primary key references cases (id),
      source jsonb not null,
      text text not null
    )`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
