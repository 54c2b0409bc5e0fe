import { z } from 'zod';

/** `[start, end)` in UTF-16 code units of the text as given; `text.slice(start, end)` is the quoted words. */
export const Span = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([start, end]) => start <= end, 'a span must not end before it starts');
export type Span = [start: number, end: number];

/** The words a span quotes. */
export const quote = (text: string, [start, end]: Span): string => text.slice(start, end);

/** Whether an offset, in UTF-16 code units, falls between the two halves of one character. */
export const isLowHalf = (text: string, offset: number): boolean =>
  /[\udc00-\udfff]/.test(text.charAt(offset));

/** Whether two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** Whether `inner` lies wholly in `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** From where the first of them begins to where the last ends; null for none. */
export const reach = (spans: readonly Span[]): Span | null => {
  const [first] = spans;
  const last = spans.at(-1);
  return first && last ? [first[0], last[1]] : null;
};
