import type { Kysely, Transaction } from 'kysely';
import { Decision } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import { change } from './change.ts';
import type { Tables } from './tables.ts';

/** Adds those of the decisions that the database lacks, with their audit entries; returns how many. */
export function recordDecisions(
  db: Kysely<Tables>,
  tool: string,
  decisions: readonly Decision[],
  action: 'decision.added' | 'decision.replayed',
): Promise<number> {
  return change(db, tool, async (trx) => {
    const added: Decision[] = [];
    for (const decision of decisions) if (await insertDecision(trx, decision)) added.push(decision);
    const events = added.map(({ id, ...details }) => ({ action, subject: id, details }));
    return { result: added.length, events };
  });
}

async function insertDecision(trx: Transaction<Tables>, decision: Decision): Promise<boolean> {
  const { caseId, value, ...record } = decision;
  const inserted = await trx
    .insertInto('decisions')
    .values({ ...record, case_id: caseId, value: value === null ? null : toJsonb({ value }) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Every decision of the case, the newest first; of one kind and subject where these are given. */
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
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ case_id, seq: _, value, at, ...row }) =>
    Decision.parse({ ...row, caseId: case_id, value: value?.value ?? null, at: at.toISOString() }),
  );
}

/** Those of the decisions that the database lacks. */
export async function missingDecisions(
  db: Kysely<Tables>,
  decisions: readonly Decision[],
): Promise<Decision[]> {
  if (decisions.length === 0) return [];
  const rows = await db.selectFrom('decisions').select('id').execute();
  const known = new Set(rows.map(({ id }) => id));
  return decisions.filter(({ id }) => !known.has(id));
}
