import type { Kysely, Selectable, Transaction } from 'kysely';
import { ModelAnswer } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import { recorded, recordsOf } from './records.ts';
import type { ModelAnswersTable, Tables } from './tables.ts';

const jsonOrNull = <T extends object>(value: T | null) => (value === null ? null : toJsonb(value));

/** Keeps what a language model answered; an answer to the same question changes nothing. */
export async function addModelAnswer(trx: Transaction<Tables>, given: ModelAnswer): Promise<Change<void>> {
  const { caseId, thrownAway, answer, tokens, ...same } = given;
  const kept = await trx
    .insertInto('model_answers')
    .values({
      ...same,
      case_id: caseId,
      answer: jsonOrNull(answer),
      thrown_away: thrownAway,
      tokens: jsonOrNull(tokens),
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'hash']).doNothing())
    .returning(recorded.answer.columns)
    .execute();
  const { hash, model, prompt, by } = given;
  return {
    result: undefined,
    events: kept.map(() => ({
      action: 'answer.kept' as const,
      subject: caseId,
      details: { hash, model, prompt, by, thrownAway },
      records: recordsOf('answer', kept),
    })),
  };
}

/** Every answer that language models gave for the case, oldest first. */
export async function modelAnswers(db: Kysely<Tables>, caseId: string): Promise<ModelAnswer[]> {
  const rows = await db
    .selectFrom('model_answers')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('hash')
    .execute();
  return rows.map(toModelAnswer);
}

const toModelAnswer = ({ case_id, thrown_away, at, ...same }: Selectable<ModelAnswersTable>): ModelAnswer =>
  ModelAnswer.parse({ ...same, caseId: case_id, thrownAway: thrown_away, at: at.toISOString() });
