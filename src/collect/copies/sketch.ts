import type { CopyLink } from '../../model/index.ts';
import { bandKeys, resemblance, signature, sortedSet } from './minhash.ts';
import { sharedPassages, sharedSeeds } from './passages.ts';
import { type Fingerprint, winnow } from './winnowing.ts';
import { shinglesOf, type Words, wordsOf } from './words.ts';

/** Resemblance is measured in runs of three words: short enough to outlast the editing of a sentence. */
const shingleWords = 3;
/** Texts that resemble each other this much are one text, edited: one word in ten changed gives about .57. */
const nearFrom = 0.5;
/** Shared runs of ten words are looked for … */
const noiseWords = 10;
/** … and every shared passage of this many is found: a long sentence, word for word. */
export const passageWords = 25;
const window = passageWords - noiseWords + 1;

/** What comparing needs to know of a text. */
export interface Sketch {
  words: Words;
  /** Sorted, each once. */
  shingles: Uint32Array;
  fingerprints: readonly Fingerprint[];
}

/** The sketch of a text; the same for the same words, whatever their case, punctuation and layout. */
export function sketchOf(text: string): Sketch {
  const words = wordsOf(text);
  return {
    words,
    shingles: sortedSet(shinglesOf(words.hashes, shingleWords)),
    fingerprints: winnow(shinglesOf(words.hashes, noiseWords), window),
  };
}

/** Keys of its MinHash bands; texts too short for a shingle would share them all. */
const bandsOf = ({ shingles }: Sketch): Int32Array =>
  shingles.length === 0 ? new Int32Array() : bandKeys(signature(shingles));

/** Keys that two texts have in common when one may be a copy of the other, or shares a long passage with it. */
export const keysOf = (sketch: Sketch): number[] => [
  ...new Set([...bandsOf(sketch), ...sketch.fingerprints.map(({ hash }) => hash)]),
];

/** How one text is copied in another, with spans on both sides; null when it is not. */
export function compare(here: Sketch, there: Sketch): Omit<CopyLink, 'document'> | null {
  const alike = sameWords(here.words.hashes, there.words.hashes)
    ? 1
    : resemblance(here.shingles, there.shingles);
  const seeds = sharedSeeds(here.fingerprints, there.fingerprints);
  const passages = sharedPassages(here.words, there.words, seeds, passageWords);
  if (alike < nearFrom && passages.length === 0) return null;
  const kind =
    alike < nearFrom ? 'passages' : sameWords(here.words.hashes, there.words.hashes) ? 'exact' : 'near';
  return { kind, resemblance: Math.round(alike * 1000) / 1000, passages };
}

const sameWords = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length > 0 && a.length === b.length && a.every((hash, index) => hash === b[index]);
