import type { Credibility, Directness, Grade, Interest, Profile, StandardProfile } from '../model/index.ts';

/** Belief, disbelief and uncertainty; they add up to 1. */
export interface Masses {
  belief: number;
  disbelief: number;
  uncertainty: number;
}

/** Every number that weighing starts from. They are conventions, open to calibration, not measurements. */
export const defaults = {
  /** Prior probability of a proposition about which nothing is known: neither way is favoured. */
  baseRate: 0.5,

  /** Factuality at which a speaker is fully committed: the end of the reader's scale. */
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

  /** Where an ungraded source stands on the scale A = 0 … E = 4: a step up lends it C's trust, a step down D's. */
  ungradedPosition: 2.5,

  /** Steps on the grades, up (+) or down (−), by how a claim is known and who gains from it. One each: the
   * literature orders these, and does not measure them. */
  steps: {
    /** It is in a document or was seen; told is the plain case; hearsay is told of what others told. */
    directness: { document: 1, witnessed: 1, told: 0, hearsay: -1 } satisfies Record<Directness, number>,
    /** An enemy accuses; somebody acquits himself; somebody admits what harms him. */
    interest: { none: 0, adverse: -1, 'self-serving': -1, 'against-interest': 1 } satisfies Record<
      Interest,
      number
    >,
    /** Admiralty item credibility, a second axis that only a person sets. 2 is what an unrated item is taken for; 6
     * says that it cannot be judged, and changes nothing. */
    credibility: { 1: 1, 2: 0, 3: -1, 4: -2, 5: -3, 6: 0 } as Readonly<Record<Credibility, number>>,
    /** A sign or a promise of the conduct, not the conduct. */
    indirect: -1,
    /** Conduct that began before the window opened. */
    straddlesWindow: -1,
  },

  /** Item credibility at which a document counts as authenticated: 1, confirmed. */
  authentic: 1,

  /** Share of a quantity from which partial performance is intermediate (PAM 2), not minimal (1): half of it. */
  intermediate: 0.5,

  /** Standards of proof by name; a case may add its own. */
  profiles: {
    /** The ladder of UN panels of experts (S/2006/997): several independent sources before anything is established. */
    'un-panel': {
      probable: { probability: 0.55, origins: 2 },
      established: { probability: 0.8, origins: 3, grade: 'C', camps: 2, notAdverse: 1 },
    },
    /** An agreement that one agreed monitor watches: its word alone makes a finding probable, and established where it is
     * graded completely reliable. By the ladder of panels a lone monitor never gets beyond indications. */
    'one-monitor': {
      probable: { probability: 0.55, origins: 1 },
      established: { probability: 0.8, origins: 1, grade: 'A', camps: 1, notAdverse: 1 },
    },
    /** Commissions of inquiry, “reasonable grounds to believe” (OHCHR 2015, chapter IV): one credible body of
     * information, consistent with other material. */
    'reasonable-grounds': {
      probable: { probability: 0.55, origins: 1 },
      established: { probability: 0.75, origins: 2, grade: 'B', camps: 2, notAdverse: 1 },
    },
    /** “Clear and convincing”: a higher probability and a third camp. */
    'clear-and-convincing': {
      probable: { probability: 0.65, origins: 2 },
      established: { probability: 0.9, origins: 4, grade: 'B', camps: 3, notAdverse: 2 },
    },
  } satisfies Record<StandardProfile, Profile> as Readonly<Record<string, Profile>>,
};
