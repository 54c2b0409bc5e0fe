import { readFileSync } from 'node:fs';
import { stemmer } from 'stemmer';
import { readable } from '../cleaning/index.ts';
import { foldName } from '../resolve/index.ts';

/*
 * Likeness of words: what of a requirement's words a sentence has, as they stand (stems, Porter 1980) and by meaning
 * (cosine of word vectors, each required word with its nearest told one: the greedy matching of BERTScore, Zhang et
 * al. 2020, over static vectors).
 */

const empty = new Set(
  `a an the and or but nor if of for to in on at by with from into onto upon over under out up down off as than that this these
  those which who whom whose what it its he she his her him they them their we us our you your i me my is are was were be been being am do does did
  have has had having will would shall should can could may might must not no any all each every some more most other such
  only own same so too very just there here then when where while after before until since during between against about
  also both either neither one two three said say says told according per cent s t`.split(/\s+/u),
);

/** A word of a text that carries meaning: its stem and its number in the table of vectors (−1 for none). */
export interface ContentWord {
  readonly word: string;
  readonly stem: string;
  readonly vector: number;
}

/** The word vectors of the matcher, reduced: `models/matcher/vectors.bin`, made by `training/matcher_model`. */
export class WordVectors {
  readonly #width: number;
  readonly #rows: Int8Array;
  readonly #numbers: ReadonlyMap<string, number>;

  /** `bytes`: one row of `width` signed bytes a piece, each of about the same length; `vocabulary` in the same order. */
  constructor(bytes: Int8Array, width: number, vocabulary: readonly string[]) {
    this.#rows = bytes;
    this.#width = width;
    this.#numbers = new Map(vocabulary.map((piece, number) => [piece, number]));
  }

  static read(path: string | URL, vocabulary: readonly string[]): WordVectors {
    const file = readFileSync(path);
    return new WordVectors(
      new Int8Array(file.buffer, file.byteOffset, file.length),
      file.length / vocabulary.length,
      vocabulary,
    );
  }

  /** The row of a word; −1 where it is no single piece. */
  numberOf(word: string): number {
    return this.#numbers.get(word) ?? -1;
  }

  /** How rare a word is, 0 (commonest) to 1: pieces of BERT's vocabulary stand in the order of their frequency. */
  rarityOf(word: string): number {
    const number = this.numberOf(word);
    return number < 0 ? 1 : Math.log(1 + Math.max(0, number - 1996)) / Math.log(28_527);
  }

  /** Cosine of two rows, −1 to 1. */
  cosine(a: number, b: number): number {
    if (a === b) return 1;
    let [dot, left, right] = [0, 0, 0];
    for (let at = 0, i = a * this.#width, j = b * this.#width; at < this.#width; at++, i++, j++) {
      const [x, y] = [this.#rows[i] as number, this.#rows[j] as number];
      dot += x * y;
      left += x * x;
      right += y * y;
    }
    return left && right ? dot / Math.sqrt(left * right) : 0;
  }
}

/** The words of a text that carry meaning, each stem once. Numbers are left to the measures. */
export const contentWords = (text: string, vectors: WordVectors): ContentWord[] => {
  const found = new Map<string, ContentWord>();
  for (const word of foldName(readable(text).text).split(' ')) {
    if (word === '' || empty.has(word) || /^\d+$/u.test(word)) continue;
    const stem = stemmer(word);
    if (!found.has(stem)) found.set(stem, { word, stem, vector: vectors.numberOf(word) });
  }
  return [...found.values()];
};

/** How much each required word tells: its rarity, and how few requirements of the agreement have it. */
export interface Weighted extends ContentWord {
  readonly weight: number;
}

/** Share of the required weight that a text has, word by word; 0 to 1. */
export const wordOverlap = (required: readonly Weighted[], told: ReadonlySet<string>): number => {
  let [all, shared] = [0, 0];
  for (const { stem, weight } of required) {
    all += weight;
    if (told.has(stem)) shared += weight;
  }
  return all > 0 ? shared / all : 0;
};

/** Words no nearer than this are not alike: cosines of static vectors are never quite 0. */
const unlike = 0.3;

/** The same where a near word counts in part; 0 to 1. */
export const meaningOverlap = (
  required: readonly Weighted[],
  told: readonly ContentWord[],
  vectors: WordVectors,
): number => {
  let [all, shared] = [0, 0];
  for (const { stem, vector, weight } of required) {
    all += weight;
    let best = 0;
    for (const word of told) {
      if (word.stem === stem) best = 1;
      else if (vector >= 0 && word.vector >= 0 && best < 1)
        best = Math.max(best, (vectors.cosine(vector, word.vector) - unlike) / (1 - unlike));
      if (best === 1) break;
    }
    shared += weight * best;
  }
  return all > 0 ? shared / all : 0;
};
