import { sketchOf } from './sketch.ts';

/** Texts that share fewer of their runs of three words than this, of the shorter one's, have nothing in common. */
const something = 0.05;
/** A text of fewer runs is told by its words: one that is another changes all runs of a sentence. */
const fewRuns = 20;
/** Any two texts share the small words of their language: about a third of each. */
const manyWords = 0.4;

/**
 * Whether two texts of one page have something in common. A correction keeps some of the words; a robot check, a page
 * of another report and a note that it was removed keep none.
 */
export function haveInCommon(earlier: string, later: string): boolean {
  const [a, b] = [sketchOf(earlier), sketchOf(later)];
  if (Math.min(a.shingles.length, b.shingles.length) >= fewRuns)
    return shareOf(a.shingles, b.shingles) >= something;
  return shareOf(a.words.hashes, b.words.hashes) >= manyWords;
}

/** The share of the shorter one's items that the other has too; all of none. */
function shareOf(a: Uint32Array, b: Uint32Array): number {
  const [short, long] = a.length < b.length ? [a, new Set(b)] : [b, new Set(a)];
  return short.length === 0 ? 1 : short.filter((item) => long.has(item)).length / short.length;
}
