import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Judgement } from '../model/index.ts';
import type { How } from './audit.ts';
import { toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import { recorded, recordsOf } from './records.ts';
import type { JudgementsTable, Tables } from './tables.ts';

/** Adds a judgement; one of the same id changes nothing. */
export async function addJudgement(
  trx: Transaction<Tables>,
  judgement: Judgement,
  how: How,
): Promise<Change<void>> {
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
    .returning(recorded.judgement.columns)
    .execute();
  const { id: _, anchor: __, ...details } = judgement;
  const records = recordsOf('judgement', inserted);
  return {
    result: undefined,
    events: inserted.map(() => ({ action: `judgement.${how}` as const, subject: id, details, records })),
  };
}

/**
 * The judgement that holds for each piece of evidence of the case: the last that came, whatever the clock said. In the order
 * they came.
 */
export async function newestJudgements(db: Kysely<Tables>, caseId: string): Promise<Judgement[]> {
  const newest = db
    .selectFrom('judgements')
    .selectAll()
    .distinctOn('evidence_id')
    .where('case_id', '=', caseId)
    .orderBy('evidence_id')
    .orderBy('seq', 'desc');
  const rows = await db.selectFrom(newest.as('newest')).selectAll().orderBy('seq').execute();
  return rows.map(toJudgement);
}

/** Every judgement of the case, the last that came first, with the document that its words stand in. */
export async function judgementHistory(
  db: Kysely<Tables>,
  caseId: string,
): Promise<{ judgement: Judgement; document: string | null }[]> {
  const rows = await db
    .selectFrom('judgements')
    .leftJoin('documents', (join) =>
      join.on(sql<boolean>`documents.sha256 = judgements.anchor ->> 'documentSha256'`),
    )
    .selectAll('judgements')
    .select('documents.id as document')
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ document, ...row }) => ({ judgement: toJudgement(row), document }));
}

/** The judgement of that id; null when there is none. */
export async function judgementById(db: Kysely<Tables>, id: string): Promise<Judgement | null> {
  const row = await db.selectFrom('judgements').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toJudgement(row) : null;
}

export const toJudgement = ({
  case_id,
  evidence_id,
  seq: _,
  at,
  ...same
}: Selectable<JudgementsTable>): Judgement => ({
  ...same,
  caseId: case_id,
  evidenceId: evidence_id,
  at: at.toISOString(),
});
