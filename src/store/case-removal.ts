import { sql, type Transaction } from 'kysely';
import type { Change } from './change.ts';
import type { JournalEntry } from './journal.ts';
import { isNeeded } from './named-originals.ts';
import { type RecordedKind, type Records, recorded, removedOf } from './records.ts';
import { caseNotFound } from './refusals.ts';
import type { Tables } from './tables.ts';

/** What a case has of its own, in an order that leaves nothing pointing at what is gone. */
const own = [
  'judgement',
  'decision',
  'claim',
  'link',
  'matches',
  'answer',
  'agreement',
  'history',
] as const satisfies RecordedKind[];

/** The same, of which findings do not follow. */
const beside = ['document_names', 'document_links', 'brought', 'visits', 'looks'] as const;

/** Every table whose rows name a case. */
export const tablesOfCase: readonly (keyof Tables)[] = [
  ...own.map((kind) => recorded[kind].table),
  ...beside,
];

/** What went with a case. */
export interface RemovedCase {
  title: string;
  /** Documents that were in it; they stay in the store. */
  documents: number;
  /** Verdicts, decisions and claims of people. */
  decisions: number;
  /** Hash of the agreement's bytes where nothing else needs them. */
  hash: string | null;
}

/**
 * Removes a case with all that people decided in it. Its documents stay in the store, with their readings, for other cases.
 * @throws ProvisoError PROVISO_CASE_NOT_FOUND.
 */
export async function removeCase(
  trx: Transaction<Tables>,
  caseId: string,
  by: string,
): Promise<Change<RemovedCase>> {
  const agreement = await trx
    .selectFrom('agreements')
    .select(sql<string>`source ->> 'sha256'`.as('sha256'))
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  let records = await removeWithdrawals(trx, caseId);
  const counts: Partial<Record<RecordedKind, number>> = {};
  for (const kind of own) {
    const gone = await removeRows(trx, kind, 'case_id', caseId);
    counts[kind] = gone.length;
    records = { ...records, ...removedOf(kind, gone) };
  }
  for (const table of beside) await trx.deleteFrom(table).where('case_id', '=', caseId).execute();
  const [gone] = await trx
    .deleteFrom('cases')
    .where('id', '=', caseId)
    .returning(['id', sql<string>`file ->> 'title'`.as('title')])
    .execute();
  if (!gone) throw caseNotFound(caseId);
  records = { ...records, ...removedOf('case', [gone]) };
  const { judgement = 0, decision = 0, claim = 0, link: documents = 0 } = counts;
  const said = { title: gone.title, documents, decisions: judgement + decision + claim };
  const isFree = agreement !== undefined && !(await isNeeded(trx, agreement.sha256));
  return {
    result: { ...said, hash: isFree ? agreement.sha256 : null },
    events: [{ action: 'case.removed', subject: caseId, details: { ...said, by }, records }],
  };
}

/** Returns the keys of what was removed. */
async function removeRows(
  trx: Transaction<Tables>,
  kind: RecordedKind,
  column: string,
  value: string,
): Promise<object[]> {
  const { table, key } = recorded[kind];
  const { rows } = await sql<object>`
    delete from ${sql.table(table)} where ${sql.ref(column)} = ${value}
    returning ${sql.join(key.map((name) => sql.ref(name)))}`.execute(trx);
  return rows;
}

async function removeWithdrawals(trx: Transaction<Tables>, caseId: string): Promise<Records> {
  const gone = await trx
    .deleteFrom('withdrawals')
    .where('claim_id', 'in', trx.selectFrom('entered_claims').select('id').where('case_id', '=', caseId))
    .returning(recorded.withdrawal.key)
    .execute();
  return removedOf('withdrawal', gone);
}

/** What stays of the journal once a case is removed; `claims`: ids of those that were entered in it. */
export const leftOfCase =
  (caseId: string, claims: ReadonlySet<string>) =>
  (entry: JournalEntry): JournalEntry | null => {
    if ('judgement' in entry) return entry.judgement.caseId === caseId ? null : entry;
    if ('decision' in entry) return entry.decision.caseId === caseId ? null : entry;
    if ('claim' in entry) return entry.claim.caseId === caseId ? null : entry;
    if ('withdrawal' in entry) return claims.has(entry.withdrawal.claimId) ? null : entry;
    return entry;
  };
