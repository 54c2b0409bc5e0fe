import type { Span } from '../model/index.ts';

/** What stands in a text in place of a stretch of another. */
export interface Change {
  /** In the other text. */
  readonly span: Span;
  readonly by: string;
}

/** A changed text, and the way back from it. Offsets are UTF-16 code units. */
export interface Changed {
  readonly text: string;
  /** The shortest stretch of the other text that says what `span` says in this one. */
  readonly original: (span: Span) => Span;
  /** What stands here for a stretch of the other text. */
  readonly here: (span: Span) => Span;
}

const same = ([start, end]: Span): Span => [start, end];

export const unchanged = (text: string): Changed => ({ text, original: same, here: same });

/** The text with changes made, which are in order and apart. */
export function changed(text: string, changes: readonly Change[]): Changed {
  if (changes.length === 0) return unchanged(text);
  const pieces: string[] = [];
  const starts = new Int32Array(changes.length);
  let [read, written] = [0, 0];
  changes.forEach(({ span: [from, to], by }, index) => {
    pieces.push(text.slice(read, from), by);
    starts[index] = written + from - read;
    written = (starts[index] as number) + by.length;
    read = to;
  });
  pieces.push(text.slice(read));
  const startOf = placeIn(changes, starts, 'start');
  const endOf = placeIn(changes, starts, 'end');
  const placeOf = placeHere(changes, starts);
  return {
    text: pieces.join(''),
    here: ([start, end]) => [placeOf(start), placeOf(end)],
    original: ([start, end]) => {
      const from = startOf(start);
      return [from, start === end ? from : endOf(end)];
    },
  };
}

/** Two changes, one after the other. */
export const inTurn = (first: Changed, next: (text: string) => Changed): Changed => {
  const second = next(first.text);
  if (second.text === first.text) return first;
  return {
    text: second.text,
    original: (span) => first.original(second.original(span)),
    here: (span) => second.here(first.here(span)),
  };
};

/**
 * Where an offset lies in the other text. What was left out there belongs neither to the words before it nor to those after
 * it, and an offset within a replacement means the whole of what it replaces.
 */
const placeIn =
  (changes: readonly Change[], starts: Int32Array, side: 'start' | 'end') =>
  (offset: number): number => {
    const index = lastBefore(starts, side === 'start' ? offset + 1 : offset);
    const change = changes[index];
    if (!change) return offset;
    const past = offset - (starts[index] as number) - change.by.length;
    if (past > 0 || (past === 0 && (side === 'start' || change.by.length > 0))) return change.span[1] + past;
    return side === 'start' ? change.span[0] : change.span[1];
  };

/** Where an offset of the other text lies in this one; within what was replaced, at the end of what stands for it. */
const placeHere = (changes: readonly Change[], starts: Int32Array) => {
  const froms = Int32Array.from(changes, ({ span: [from] }) => from);
  return (offset: number): number => {
    const index = lastBefore(froms, offset);
    const change = changes[index];
    if (!change) return offset;
    return (starts[index] as number) + change.by.length + Math.max(0, offset - change.span[1]);
  };
};

/** Index of the last start below the limit; −1 for none. */
function lastBefore(starts: Int32Array, limit: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
