import { sketchOf } from './sketch.ts';

/** Texts that share fewer of their runs of three words than this, of the shorter one's, have nothing in common. */
const something = 0.05;

/**
 * Whether two texts of one page have something in common. A correction keeps some of the words; a robot check, a page
 * of another report and a note that it was removed keep none.
 */
export function haveInCommon(earlier: string, later: string): boolean {
  const a = sketchOf(earlier).shingles;
  const b = sketchOf(later).shingles;
  const known = new Set(a);
  const shared = b.reduce((count, shingle) => count + Number(known.has(shingle)), 0);
  const least = Math.min(a.length, b.length);
  return least === 0 || shared / least >= something;
}
