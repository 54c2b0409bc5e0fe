import type { Bearing } from '../model/index.ts';
import { compareMeasures, type Measure } from './measures.ts';

/** A required amount beside the told one that decides most, and what comes of it. */
export interface AmountCompared {
  readonly required: Measure;
  readonly told: Measure;
  /** Whether what is required is met; null where the numbers leave it open. */
  readonly met: boolean | null;
  /** How much of it is told, from 0 to 1. */
  readonly share: number;
}

/** Compares the first required amount that a sentence tells one of the same unit of; null where it tells none. */
export const compareAmounts = (
  required: readonly Measure[],
  told: readonly Measure[],
): AmountCompared | null => {
  for (const want of required) {
    const have = told.filter(({ unit }) => unit === want.unit).toSorted((a, b) => b.value - a.value)[0];
    if (have) return { required: want, told: have, ...compareMeasures(want, have) };
  }
  return null;
};

/** "some of the posts", "only 40 trucks", "not all": what is told is a part and no more. */
const partly =
  /\b(?:some|part|most|half|many|several|a few|a third|two thirds|three quarters|one) of (?:the|its|their|them|those)\b|\b(?:partly|partially|in part|not all|not every|only some)\b/iu;

/** Share of the whole that a sentence says was done: by numbers ("3 of 5"), else by words; null where nothing says so. */
export const toldShare = (
  text: string,
  told: readonly Measure[],
  amount: AmountCompared | null,
): number | null => {
  const part = told.find(({ whole }) => whole !== null && whole > 0);
  if (part?.whole) return Math.min(1, part.value / part.whole);
  if (amount && amount.required.bound !== 'max') return amount.share;
  return partly.test(text) ? 0.5 : null;
};

/** Which way a limit that is kept or exceeded points, whatever the words: only amounts with a unit decide. */
export const decidedByLimit = (amount: AmountCompared | null): Bearing | null =>
  amount === null || amount.required.unit === null || amount.required.bound !== 'max' || amount.met === null
    ? null
    : amount.met
      ? 'performance'
      : 'breach';
