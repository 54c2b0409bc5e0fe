import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  // Decisions hold in the order in which they came; clocks are set back.
  sql`drop index judgements_newest`,
  sql`create index judgements_newest on judgements (case_id, evidence_id, seq desc)`,
  sql`drop index decisions_newest`,
  sql`create index decisions_newest on decisions (case_id, seq desc)`,
  // Subjects may be long, and an entry of a B-tree may not.
  sql`create index decisions_subject on decisions using hash (subject)`,
  // 0002 and 0004 once lacked these, in stores that were made before their release.
  sql`alter table documents add column if not exists language text`,
  sql`create index if not exists captures_document on captures (document_id)`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
