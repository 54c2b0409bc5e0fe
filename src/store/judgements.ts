import type { Kysely, Transaction } from 'kysely';
import type { Judgement } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import { change } from './change.ts';
import type { Tables } from './tables.ts';

/** Adds those of the judgements that the database lacks, with their audit entries; returns how many. */
export function recordJudgements(
  db: Kysely<Tables>,
  tool: string,
  judgements: readonly Judgement[],
  action: 'judgement.added' | 'judgement.replayed',
): Promise<number> {
  return change(db, tool, async (trx) => {
    const added: Judgement[] = [];
    for (const judgement of judgements) if (await insertJudgement(trx, judgement)) added.push(judgement);
    const events = added.map(({ id, anchor: _, ...details }) => ({ action, subject: id, details }));
    return { result: added.length, events };
  });
}

async function insertJudgement(trx: Transaction<Tables>, judgement: Judgement): Promise<boolean> {
  const { id, caseId, evidenceId, verdict, reason, by, at, anchor } = judgement;
  const inserted = await trx
    .insertInto('judgements')
    .values({
      id,
      case_id: caseId,
      evidence_id: evidenceId,
      verdict,
      reason,
      by,
      at,
      anchor: toJsonb(anchor),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The judgement that holds for each piece of evidence of the case: the newest one. */
export async function newestJudgements(db: Kysely<Tables>, caseId: string): Promise<Judgement[]> {
  const rows = await db
    .selectFrom('judgements')
    .selectAll()
    .distinctOn('evidence_id')
    .where('case_id', '=', caseId)
    .orderBy('evidence_id')
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ id, case_id, evidence_id, verdict, reason, by, at, anchor }) => ({
    id,
    caseId: case_id,
    evidenceId: evidence_id,
    verdict,
    reason,
    by,
    at: at.toISOString(),
    anchor,
  }));
}

/** Those of the judgements that the database lacks. */
export async function missingJudgements(
  db: Kysely<Tables>,
  judgements: readonly Judgement[],
): Promise<Judgement[]> {
  if (judgements.length === 0) return [];
  const rows = await db.selectFrom('judgements').select('id').execute();
  const known = new Set(rows.map(({ id }) => id));
  return judgements.filter(({ id }) => !known.has(id));
}
