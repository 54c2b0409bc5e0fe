import type { Grade } from '../model/index.ts';

/** Belief, disbelief and uncertainty; they add up to 1. */
export interface Masses {
  belief: number;
  disbelief: number;
  uncertainty: number;
}

/** When a finding may climb to which rung. */
export interface Profile {
  /** Least probability and least number of origins for `probable`. */
  probable: { probability: number; origins: number };
  established: {
    probability: number;
    /** Origins graded `grade` or better, the camps they come from, and how many are not adverse. */
    origins: number;
    grade: Grade;
    camps: number;
    notAdverse: number;
  };
}

/** Every number that weighing starts from. They are conventions, open to calibration, not measurements. */
export const defaults = {
  /** Prior probability of a proposition about which nothing is known. */
  baseRate: 0.5,

  /** Factuality at which a speaker is fully committed. */
  fullCommitment: 3,

  /** Admiralty grades as trust in a source. F cannot be judged: its claims leave everything uncertain. */
  trust: {
    A: { belief: 0.95, disbelief: 0, uncertainty: 0.05 },
    B: { belief: 0.8, disbelief: 0, uncertainty: 0.2 },
    C: { belief: 0.6, disbelief: 0.05, uncertainty: 0.35 },
    D: { belief: 0.35, disbelief: 0.15, uncertainty: 0.5 },
    E: { belief: 0.1, disbelief: 0.3, uncertainty: 0.6 },
    F: { belief: 0, disbelief: 0, uncertainty: 1 },
  } satisfies Record<Grade, Masses>,

  /** A source that nobody has graded: between C and D, and never enough for `established`. */
  ungraded: { belief: 0.5, disbelief: 0, uncertainty: 0.5 } satisfies Masses,

  /** Steps on the grades, up (+) or down (−), by how a claim is known and who gains from it. */
  steps: {
    document: 1,
    hearsay: -1,
    indirect: -1,
    adversaryAccuses: -1,
    selfServing: -1,
    againstInterest: 1,
    straddlesWindow: -1,
  },

  /** Standards of proof by name. `un-panel` follows the ladder of UN panels of experts (S/2006/997). */
  profiles: {
    'un-panel': {
      probable: { probability: 0.55, origins: 2 },
      established: { probability: 0.8, origins: 3, grade: 'C', camps: 2, notAdverse: 1 },
    },
  } satisfies Record<string, Profile> as Record<string, Profile>,
};
