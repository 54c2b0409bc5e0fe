import type { Figure } from './result.ts';

/** How many items the gold has, how many the reader gave, and how many of both are the same. */
export interface Tally {
  readonly gold: number;
  readonly predicted: number;
  readonly right: number;
}

const none: Tally = { gold: 0, predicted: 0, right: 0 };

const add = (a: Tally, b: Tally): Tally => ({
  gold: a.gold + b.gold,
  predicted: a.predicted + b.predicted,
  right: a.right + b.right,
});

export const total = (tallies: readonly Tally[]): Tally => tallies.reduce(add, none);

/** Compares two sets of items, each given by a key that says all that must be the same. */
export const compare = (gold: ReadonlySet<string>, predicted: ReadonlySet<string>): Tally => ({
  gold: gold.size,
  predicted: predicted.size,
  right: [...predicted].filter((key) => gold.has(key)).length,
});

/** A share in percent; null of nothing. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : (100 * part) / whole;

/** F1 is the harmonic mean of precision and recall, here from the counts summed over all texts (micro). */
export const f1Figure = (measure: string, { gold, predicted, right }: Tally): Figure => ({
  measure,
  unit: 'F1',
  count: gold,
  value: percent(2 * right, gold + predicted),
  precision: percent(right, predicted) ?? 0,
  recall: percent(right, gold) ?? 0,
});
