import type { Kysely, Selectable, Transaction } from 'kysely';
import { Decision } from '../model/index.ts';
import type { How } from './audit.ts';
import { toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import { recorded, recordsOf } from './records.ts';
import type { DecisionsTable, Tables } from './tables.ts';

/** A decision's value as the log tells it: a comment may quote, its words may have to be taken down, and the log cannot be changed. */
export const toldValue = ({ kind, value }: { kind: string; value: unknown }): unknown =>
  kind === 'comment' && value !== null ? 'a comment' : value;

/** Adds a decision; one of the same id changes nothing. */
export async function addDecision(
  trx: Transaction<Tables>,
  decision: Decision,
  how: How,
): Promise<Change<void>> {
  const { id, caseId, value, ...record } = decision;
  const inserted = await trx
    .insertInto('decisions')
    .values({ id, ...record, case_id: caseId, value: value === null ? null : toJsonb({ value }) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(recorded.decision.columns)
    .execute();
  const { id: _, ...whole } = decision;
  const details = { ...whole, value: toldValue(decision) };
  const records = recordsOf('decision', inserted);
  return {
    result: undefined,
    events: inserted.map(() => ({ action: `decision.${how}` as const, subject: id, details, records })),
  };
}

/** Every decision of the case, the last that came first, whatever the clock said; of one kind and subject where these are given. */
export async function decisionHistory(
  db: Kysely<Tables>,
  caseId: string,
  { kind, subject }: Partial<Pick<Decision, 'kind' | 'subject'>> = {},
): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where('case_id', '=', caseId)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as Decision['kind']))
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject as string))
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(toDecision);
}

/** The decision of that id; null when there is none. */
export async function decisionById(db: Kysely<Tables>, id: string): Promise<Decision | null> {
  const row = await db.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toDecision(row) : null;
}

export const toDecision = ({ case_id, seq: _, value, at, ...row }: Selectable<DecisionsTable>): Decision =>
  Decision.parse({ ...row, caseId: case_id, value: value?.value ?? null, at: at.toISOString() });
