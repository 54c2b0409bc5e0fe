import { groupBy } from '../group-by.ts';
import type { Figure } from '../result.ts';
import { type CodedPair, isSettled } from './pairs.ts';

/** How early a pair is looked at: the higher the earlier. */
type Score = (pair: CodedPair) => number;

export const byProbability: Score = ({ bears }) => bears;
const byWordShare: Score = ({ words }) => words.share;

/** Shares of the evidence for which it is told how much must be looked at. */
const portions = [50, 80, 90, 95];

/**
 * Percent of the pairs that are looked at, in the order of their scores, until a portion of those that bear is found. Among
 * equal scores the evidence lies evenly: what a reader who takes them in any order may expect.
 */
export const lookedAt = (pairs: readonly CodedPair[], score: Score, portion: number): number | null => {
  const groups = [...groupBy(pairs.filter(isSettled), score)].sort(([a], [b]) => b - a);
  const all = groups.reduce((sum, [, group]) => sum + group.length, 0);
  const bearingIn = (group: readonly CodedPair[]): number =>
    group.filter(({ gold }) => gold.length > 0).length;
  const wanted = Math.ceil((groups.reduce((sum, [, group]) => sum + bearingIn(group), 0) * portion) / 100);
  if (wanted === 0) return null;
  let [seen, found] = [0, 0];
  for (const [, group] of groups) {
    const bearing = bearingIn(group);
    if (found + bearing >= wanted)
      return (100 * (seen + ((wanted - found) * (group.length + 1)) / (bearing + 1))) / all;
    seen += group.length;
    found += bearing;
  }
  return null;
};

/**
 * How much of all pairs must be looked at for so much of the evidence, beside the order of words alone. An order of a
 * reviewer's who teaches the matcher as he goes needs no more than a score a pair of its own here: its negative place.
 */
export const rankingFigures = (pairs: readonly CodedPair[]): Figure[] =>
  portions.map((portion) => ({
    measure: `looked at for ${portion} % of the evidence`,
    unit: '% of pairs',
    count: pairs.filter(({ gold }) => gold.length > 0).length,
    value: lookedAt(pairs, byProbability, portion),
    beside: lookedAt(pairs, byWordShare, portion),
  }));
