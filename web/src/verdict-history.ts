import type { Verdict } from '../../src/model/index.ts';
import type { VerdictChange } from './api.ts';

/** Verdicts given in this window, newest last, so that each can be taken back in turn. */
interface Given extends VerdictChange {
  caseId: string;
}

/** What was given so far, and what the last change was: a verdict, or the taking back of one (`proposed`). */
export interface History {
  given: readonly Given[];
  latest: Verdict | null;
}

let history: History = { given: [], latest: null };
const listeners = new Set<() => void>();

/** Notes a verdict; one that brings back what stood before takes the note of it away. */
export const noteVerdict = (caseId: string, change: VerdictChange): void => {
  const { given } = history;
  const last = given.findLast((item) => item.evidence === change.evidence);
  const isUndone = last?.before === change.verdict && last.verdict === change.before;
  history = {
    given: isUndone ? given.filter((item) => item !== last) : [...given, { caseId, ...change }],
    latest: change.verdict,
  };
  for (const listener of listeners) listener();
};

export const verdictHistory = (): History => history;

export const onVerdict = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
