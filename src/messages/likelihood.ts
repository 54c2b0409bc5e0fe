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
