import { unwrappedInPlace } from '../../cleaning/index.ts';
import type { Span } from '../../model/index.ts';
import type { WordPieces } from './pieces.ts';
import { shapeOf } from './shapes.ts';
import { splitWords } from './words.ts';

/** Pieces in one window at most, the two that open and close it included. */
export const windowSize = 256;
const overlap = 64;

/** A run of a paragraph's words as the encoder takes it. */
export interface Window {
  /** First word, and the one after the last, counted in the paragraph. */
  readonly from: number;
  readonly to: number;
  /** Ids and shapes of the pieces; the first opens and the last closes the window. */
  readonly pieces: readonly number[];
  readonly shapes: readonly number[];
  /** Where each word's first piece stands in `pieces`. */
  readonly firsts: readonly number[];
}

/** A line of text with its words, offsets as in the whole text. */
export interface Paragraph {
  readonly words: readonly Span[];
  readonly windows: readonly Window[];
}

/** Paragraphs as spans: lines, joined where a line was only wrapped. */
export const splitLines = (text: string): Span[] => {
  const joined = unwrappedInPlace(text);
  const lines: Span[] = [];
  for (const line of joined.matchAll(/[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*/gu))
    lines.push([line.index, line.index + line[0].length]);
  return lines;
};

/** Where windows of at most `room` pieces start and end, each sharing some words with the one before. */
const cut = (lengths: readonly number[], room: number): Span[] => {
  const cuts: Span[] = [];
  let from = 0;
  for (;;) {
    let to = from;
    for (let size = 0; to < lengths.length; to++) {
      size += lengths[to] as number;
      if (size > room) break;
    }
    cuts.push([from, to]);
    if (to >= lengths.length) return cuts;
    let back = 0;
    let next = to;
    while (next > from + 1 && back + (lengths[next - 1] as number) <= overlap)
      back += lengths[--next] as number;
    from = next;
  }
};

/** Windows over the given words of one paragraph. */
const windowsOf = (text: string, words: readonly Span[], wordPieces: WordPieces): Window[] => {
  const ids = words.map(([start, end]) => wordPieces.of(text.slice(start, end)));
  return cut(
    ids.map(({ length }) => length),
    windowSize - 2,
  ).map(([from, to]) => {
    const pieces = [wordPieces.open];
    const shapes = [0];
    const firsts: number[] = [];
    for (let word = from; word < to; word++) {
      firsts.push(pieces.length);
      const shape = shapeOf(text, words[word] as Span);
      for (const id of ids[word] as readonly number[]) {
        pieces.push(id);
        shapes.push(shape);
      }
    }
    pieces.push(wordPieces.close);
    shapes.push(0);
    return { from, to, pieces, shapes, firsts };
  });
};

/** A text's paragraphs, ready for the encoder. `words` are those of `splitWords` unless given. */
export const paragraphsOf = (text: string, wordPieces: WordPieces, words = splitWords(text)): Paragraph[] => {
  let next = 0;
  return splitLines(text).flatMap(([, end]) => {
    const first = next;
    while (next < words.length && (words[next] as Span)[0] < end) next++;
    const inLine = words.slice(first, next);
    return inLine.length === 0 ? [] : [{ words: inLine, windows: windowsOf(text, inLine, wordPieces) }];
  });
};
