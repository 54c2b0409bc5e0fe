import { isRightToLeft as directionOf, plainLetters } from './bidi.ts';
import { inReadingOrder } from './columns.ts';
import { type PageItem, type Run, runsOf } from './runs.ts';
import { isBeside, type Stretch, stretchesOf, textOf } from './stretches.ts';

/** A line of a page as it is read, with its place in points. */
export interface Line {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Of its baseline above the foot of the page. */
  readonly y: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
}

/** The lines of a page in reading order; text that is turned on its side comes last. */
export function linesOf(items: readonly PageItem[]): Line[] {
  return runsOf(items).flatMap((runs) => {
    const isRightToLeft = directionOf(runs.map(({ text }: Run) => text).join('')) ?? false;
    const ordered = inReadingOrder(stretchesOf(runs), isRightToLeft);
    return rowsJoined(ordered, isRightToLeft).flatMap((stretch): Line[] => {
      const text = plainLetters(textOf(stretch, isRightToLeft));
      if (text === '') return [];
      const { x0, x1, y, size } = stretch;
      return [{ text, x0, x1, y, size, isRightToLeft: directionOf(text) ?? isRightToLeft }];
    });
  });
}

/**
 * Stretches that stand beside each other and follow each other: one line, with a blank for the gap. A page that is read from
 * the right may be drawn from either side.
 */
function rowsJoined(ordered: readonly Stretch[], isRightToLeft: boolean): Stretch[] {
  const rows: Stretch[] = [];
  for (const stretch of ordered) {
    const row = rows.at(-1);
    const isAfter = row !== undefined && stretch.x0 >= row.x1 - 1;
    const isBefore = row !== undefined && isRightToLeft && stretch.x1 <= row.x0 + 1;
    if (!row || !(isAfter || isBefore) || !isBeside(row, stretch)) {
      rows.push({ ...stretch, runs: [...stretch.runs] });
      continue;
    }
    if (isBefore) row.runs.unshift(...stretch.runs);
    else row.runs.push(...stretch.runs);
    row.x0 = Math.min(row.x0, stretch.x0);
    row.x1 = Math.max(row.x1, stretch.x1);
    if (stretch.size > row.size) [row.y, row.size] = [stretch.y, stretch.size];
  }
  return rows;
}
