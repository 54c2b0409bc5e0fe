import { partitionPoint, type Span } from '../model/index.ts';

/** Every run of letters, digits and marks of a text: what is neither blank nor punctuation. */
export const wordsOf = (text: string): Span[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ index, 0: { length } }) => [index, index + length]);

/** The first of some ordered spans that ends after an offset, by binary search. */
export const firstEndingAfter = (spans: readonly Readonly<Span>[], offset: number): number =>
  partitionPoint(spans.length, (at) => (spans[at] as Span)[1] <= offset);
