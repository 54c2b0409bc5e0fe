import { words } from './words.ts';

/** Bands of probability (ICD 203), likeliest first, each from its least probability on. */
const bands = [
  [0.95, 'almost certain'],
  [0.8, 'very likely'],
  [0.55, 'likely'],
  [0.45, 'even'],
  [0.2, 'unlikely'],
  [0.05, 'very unlikely'],
  [0, 'almost none'],
] as const;

/** A probability in a word with its band. */
export const likelihoodInWords = (probability: number): string =>
  words.likelihood[bands.find(([least]) => probability >= least)?.[1] ?? 'almost none'];

/** How likely it is that evidence bears so; null: a person placed it, which needs no likelihood. */
export const likelihoodOf = (probability: number | null): string =>
  probability === null ? words.evidence.likelihood.placed : likelihoodInWords(probability);
