import type { Bearing, Commitment } from '../../model/index.ts';
import { type CodedPair, type Finder, isSettled } from './pairs.ts';

/*
 * What counting words alone would find: the share of the required stems that a sentence has, the direction from words of
 * negation. Its threshold is the best one for the very accords that it is measured on, which flatters it.
 */

/** Share of some stems that a text has; 0 of none. */
export const wordShare = (required: readonly string[], told: ReadonlySet<string>): number =>
  required.length === 0 ? 0 : required.filter((stem) => told.has(stem)).length / required.length;

const negations =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ial))\b|n['’]t\b/iu;

/** What is owed is done unless a word denies it; what is forbidden is done likewise, and that is a breach. */
export const guessedBearing = (kind: Commitment['kind'], text: string): Bearing =>
  negations.test(text) === (kind === 'prohibition') ? 'performance' : 'breach';

/** Proposes all pairs with at least this share of words. */
export const byWords =
  (least: number): Finder =>
  ({ words }) =>
    words.share >= least ? [words.points] : [];

/** The share from which on proposing has the best F1 on these pairs; none at all where nothing is right. */
export const bestThreshold = (pairs: readonly CodedPair[]): number => {
  const settled = pairs.filter(isSettled).toSorted((a, b) => b.words.share - a.words.share);
  const gold = settled.reduce((sum, pair) => sum + pair.gold.length, 0);
  let [right, most, threshold] = [0, 0, Number.POSITIVE_INFINITY];
  for (const [at, pair] of settled.entries()) {
    if (pair.gold.includes(pair.words.points)) right++;
    if (settled[at + 1]?.words.share === pair.words.share) continue;
    const f1 = (2 * right) / (gold + at + 1);
    if (f1 > most) [most, threshold] = [f1, pair.words.share];
  }
  return threshold;
};
