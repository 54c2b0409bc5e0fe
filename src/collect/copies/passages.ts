import type { Span } from '../../model/index.ts';
import type { Fingerprint } from './winnowing.ts';
import type { Words } from './words.ts';

/** The same words in two texts, where they stand in each. */
export interface Passage {
  here: Span;
  there: Span;
}

/** A run of equal words, by the index of its first in each text. */
interface Run {
  here: number;
  there: number;
  length: number;
}

/**
 * The longest runs of equal words around shared fingerprints, of at least `minWords`, in order. A place here is
 * in one passage only, the longest.
 */
export function sharedPassages(
  here: Words,
  there: Words,
  seeds: readonly { here: number; there: number }[],
  minWords: number,
): Passage[] {
  const runs = grown(here.hashes, there.hashes, seeds)
    .filter(({ length }) => length >= minWords)
    .sort((a, b) => b.length - a.length || a.here - b.here);
  const kept: Run[] = [];
  for (const run of runs) {
    const overlaps = kept.some(
      ({ here, length }) => run.here < here + length && here < run.here + run.length,
    );
    if (!overlaps) kept.push(run);
  }
  return kept
    .sort((a, b) => a.here - b.here)
    .map((run) => ({
      here: spanOf(here, run.here, run.length),
      there: spanOf(there, run.there, run.length),
    }));
}

/** Each seed grown as far as the words are equal; seeds within a run already grown are in it. */
function grown(
  here: Uint32Array,
  there: Uint32Array,
  seeds: readonly { here: number; there: number }[],
): Run[] {
  const runs: Run[] = [];
  /** How far the runs of a diagonal (place here minus place there) reach. */
  const reached = new Map<number, number>();
  for (const seed of seeds.toSorted((a, b) => a.here - b.here)) {
    const diagonal = seed.here - seed.there;
    if (seed.here < (reached.get(diagonal) ?? 0)) continue;
    const run = grow(here, there, seed.here, seed.there);
    reached.set(diagonal, run.here + run.length);
    runs.push(run);
  }
  return runs;
}

function grow(here: Uint32Array, there: Uint32Array, i: number, j: number): Run {
  let before = 0;
  while (before < i && before < j && here[i - before - 1] === there[j - before - 1]) before += 1;
  let after = 0;
  while (i + after < here.length && j + after < there.length && here[i + after] === there[j + after])
    after += 1;
  return { here: i - before, there: j - before, length: before + after };
}

const spanOf = ({ starts, ends }: Words, first: number, length: number): Span => [
  starts[first] as number,
  ends[first + length - 1] as number,
];

/** The places of fingerprints that both texts have. */
export function sharedSeeds(
  here: readonly Fingerprint[],
  there: readonly Fingerprint[],
): { here: number; there: number }[] {
  const mine = placesOf(here);
  const theirs = placesOf(there);
  return [...mine].flatMap(([hash, places]) =>
    places.flatMap((place) => (theirs.get(hash) ?? []).map((other) => ({ here: place, there: other }))),
  );
}

/** Of a text that repeats itself, only the first places count: seeds would have no end. */
const maxRepeats = 8;

function placesOf(fingerprints: readonly Fingerprint[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const { hash, word } of fingerprints) {
    const known = places.get(hash);
    if (!known) places.set(hash, [word]);
    else if (known.length < maxRepeats) known.push(word);
  }
  return places;
}
