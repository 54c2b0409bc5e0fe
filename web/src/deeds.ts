import type { Verdict } from '../../src/model/index.ts';

/** A verdict given on a piece of evidence, or on several at once. */
export interface VerdictChange {
  evidence: readonly string[];
  /** Also all that nobody has judged in these documents. */
  documents?: readonly string[];
  verdict: Verdict;
  /** What stood before, so that it can be brought back. */
  before: Verdict;
}

/** Something that a person did in this window and can take back. */
export interface Deed {
  caseId: string;
  /** Said once it is done, and once it is taken back. */
  said: string;
  undone: string;
  undo: () => Promise<unknown>;
  /** Of verdicts alone. */
  verdict?: VerdictChange;
}

/** What was done so far and not taken back, newest last, and what is to be said of the last change. */
export interface History {
  deeds: readonly Deed[];
  said: string | null;
}

let history: History = { deeds: [], said: null };
const listeners = new Set<() => void>();

const become = (next: History): void => {
  history = next;
  for (const listener of listeners) listener();
};

/** A verdict that brings back what stood before another takes that one back. */
const undoneBy = ({ caseId, verdict }: Deed): Deed | undefined => {
  const last = history.deeds.findLast(
    (deed) => deed.caseId === caseId && verdict && deed.verdict?.evidence.join() === verdict.evidence.join(),
  );
  const isUndone = last?.verdict?.before === verdict?.verdict && last?.verdict?.verdict === verdict?.before;
  return isUndone ? last : undefined;
};

export const noteDeed = (deed: Deed): void => {
  const undone = undoneBy(deed);
  if (undone) forgetDeed(undone);
  else become({ deeds: [...history.deeds, deed], said: deed.said });
};

/** Notes that a deed was taken back. */
export const forgetDeed = (deed: Deed): void =>
  become({ deeds: history.deeds.filter((other) => other !== deed), said: deed.undone });

export const deedsDone = (): History => history;

export const onDeed = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
