import type { Span } from '../../src/model/index.ts';

/** A stretch of text over which the same marks hold. */
export interface Segment<M> {
  span: Span;
  marks: M[];
}

/**
 * Cuts `whole` at every boundary of every mark, so that overlapping marks can be drawn side by side.
 * Segments follow one another without gap; each lists its marks in the order given. Marks are clipped
 * to `whole`; empty ones mark nothing.
 */
export const segments = <M extends { span: Span }>(whole: Span, marks: readonly M[]): Segment<M>[] => {
  const [start, end] = whole;
  const within = marks.filter(({ span }) => span[0] < span[1] && span[0] < end && span[1] > start);
  const cuts = new Set([start, end]);
  for (const { span } of within) {
    cuts.add(Math.max(span[0], start));
    cuts.add(Math.min(span[1], end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((to, index) => {
    const from = edges[index] ?? start;
    return { span: [from, to], marks: within.filter(({ span }) => span[0] <= from && to <= span[1]) };
  });
};

/** A paragraph of the text. A `wrapped` one was broken by width, so its line ends mean nothing. */
export interface Paragraph {
  span: Span;
  wrapped: boolean;
}

const isWrapped = (text: string): boolean => {
  const lines = text.split('\n').slice(0, -1);
  return lines.length > 0 && lines.every((line) => line.length >= 55 && line.length <= 130);
};

/** The text between blank lines; offsets count in the whole text. */
export const paragraphs = (text: string): Paragraph[] =>
  [...text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)].map(({ index, 0: words }) => {
    const end = index + words.trimEnd().length;
    return { span: [index, end], wrapped: isWrapped(text.slice(index, end)) };
  });

/** `12-40` from the address as a span; null when it is not one. */
export const parseAt = (at: string | undefined): Span | null => {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? [];
  return start !== undefined && end !== undefined && Number(start) < Number(end)
    ? [Number(start), Number(end)]
    : null;
};

export const writeAt = ([start, end]: Span): string => `${start}-${end}`;

/** An excerpt cut at the marks around the words found; `at` is where a piece begins. */
export const excerptPieces = (excerpt: string): { at: number; words: string; found: boolean }[] => {
  const pieces: { at: number; words: string; found: boolean }[] = [];
  let at = 0;
  for (const part of excerpt.split('\u0002')) {
    const [before = '', after] = part.split('\u0003');
    if (before) pieces.push({ at, words: before, found: after !== undefined });
    if (after) pieces.push({ at: at + before.length + 1, words: after, found: false });
    at += part.length + 1;
  }
  return pieces;
};
