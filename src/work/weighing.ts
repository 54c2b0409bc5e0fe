import type { Assessment, Sensitivity } from '../model/index.ts';
import { assess, type Clocks, type Material, type Memo, sensitivityOf } from '../weigh/index.ts';
import { requireCommitment } from './require-commitment.ts';
import { type Suggested, suggestions } from './suggestions.ts';

/** What can be asked of a case by weighing it, with the shape of its answer. */
export interface Answers {
  assessment: Assessment;
  sensitivity: Sensitivity;
  suggestions: Suggested;
}

/** What each needs to be told beside the clocks. */
interface Details {
  assessment: object;
  sensitivity: { commitment: string };
  suggestions: { limit: number; commitment?: string | undefined };
}

export type Question<K extends keyof Answers = keyof Answers> = {
  [Kind in K]: { kind: Kind; clocks: Clocks } & Details[Kind];
}[K];

/** Findings of one case as last weighed, so that only what something new bears on is weighed again. */
const assessed = (material: Material, memo: Memo, { clocks }: Question): Assessment =>
  assess(material, clocks, memo);

/** The answer to a question, worked out in the calling thread. @throws ProvisoError PROVISO_COMMITMENT_NOT_FOUND. */
export const weighed = <K extends keyof Answers>(
  material: Material,
  memo: Memo,
  question: Question<K>,
): Answers[K] => {
  const asked = question as Question;
  const answer = (): Answers[keyof Answers] => {
    if (asked.kind === 'assessment') return assessed(material, memo, asked);
    if (asked.kind === 'suggestions') return suggestions(material, assessed(material, memo, asked), asked);
    return sensitivityOf(material, asked.clocks, requireCommitment(material.file, asked.commitment));
  };
  return answer() as Answers[K];
};
