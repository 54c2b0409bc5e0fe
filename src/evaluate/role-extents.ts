import type { Span } from '../model/index.ts';
import { firstEndingAfter } from './words.ts';

/** What a role of an attribution covers. */
export interface Extents {
  /** One key a contiguous piece. */
  readonly pieces: ReadonlySet<string>;
  /** One key a word; punctuation that stands alone counts as one. */
  readonly tokens: ReadonlySet<string>;
}

type Ranges = [from: number, to: number][];

/** Ranges in order, with those joined between which there is nothing. */
const joined = (ranges: Ranges, nothingBetween: (end: number, start: number) => boolean): Ranges => {
  const result: Ranges = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && (from <= last[1] || nothingBetween(last[1], from))) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
};

const trimmed = (text: string, [start, end]: Readonly<Span>): Span => {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return [from, Math.max(from, start + words.trimEnd().length)];
};

/**
 * The extents of a role in words: blanks, quotation marks and other punctuation at either end do not count, a
 * word that is cut counts whole, and pieces with no word between them are one. Punctuation that is a piece by
 * itself (the colon after a speaker in a transcript) stays.
 * @param words every word of the text, in order
 */
export const extentsInWords = (
  text: string,
  words: readonly Span[],
  spans: readonly Readonly<Span>[],
): Extents => {
  const ranges: Ranges = [];
  const marks: string[] = [];
  for (const span of spans) {
    const from = firstEndingAfter(words, span[0]);
    let to = from;
    while (to < words.length && (words[to] as Span)[0] < span[1]) to++;
    if (to > from) ranges.push([from, to]);
    else marks.push(`mark ${trimmed(text, span).join('-')}`);
  }
  const pieces = joined(ranges, () => false);
  return {
    pieces: new Set([...pieces.map(([from, to]) => `words ${from}-${to}`), ...marks]),
    tokens: new Set([
      ...pieces.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => `${from + index}`)),
      ...marks,
    ]),
  };
};

/** The extents to the character; only blanks at the ends and between pieces do not count. */
export const piecesInCharacters = (text: string, spans: readonly Readonly<Span>[]): Set<string> => {
  const ranges = spans.map((span) => trimmed(text, span)).filter(([from, to]) => from < to);
  const pieces = joined(ranges, (end, start) => !text.slice(end, start).trim());
  return new Set(pieces.map(([from, to]) => `${from}-${to}`));
};
