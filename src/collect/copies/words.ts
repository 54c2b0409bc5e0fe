/** A text as words: what they are, by hash, and where they stand. */
export interface Words {
  /** Hashes of the words, folded. */
  readonly hashes: Uint32Array;
  /** UTF-16 offsets of each word's begin and end in the text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Longer documents are compared by their first words: some 500 pages. */
const maxWords = 250_000;

/** In scripts that leave no blanks between words, each character stands for one. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const word = new RegExp(`[${unspaced}]|[\\p{L}\\p{M}\\p{N}]+`, 'gu');

/** The words of a text; case, punctuation and layout do not count, since reprints change them. */
export function wordsOf(text: string): Words {
  const hashes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(word)) {
    hashes.push(hashOf(match[0].toLowerCase()));
    starts.push(match.index);
    ends.push(match.index + match[0].length);
    if (hashes.length === maxWords) break;
  }
  return { hashes: Uint32Array.from(hashes), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** FNV-1a over the UTF-16 code units, then mixed. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return mixed(hash);
}

/** Spreads a hash over all its 32 bits (the finaliser of MurmurHash3). */
export function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The hash of each run of `size` words, in order; none when there are fewer words. */
export function shinglesOf(hashes: Uint32Array, size: number): Uint32Array {
  const count = Math.max(0, hashes.length - size + 1);
  const shingles = new Uint32Array(count);
  for (let start = 0; start < count; start += 1) {
    let hash = size;
    for (let index = start; index < start + size; index += 1) {
      hash = Math.imul(hash, 31) + (hashes[index] as number);
    }
    shingles[start] = mixed(hash);
  }
  return shingles;
}
