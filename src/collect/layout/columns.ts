import { isBeside, type Stretch, textOf } from './stretches.ts';

/*
 * Reading order of columns that were drawn row by row, as text recognition and some converters do. Where the order drawn goes down
 * one column and then the next it is left alone: so are tables, which are read row by row.
 */

/** As many lines must stand beside each other; fewer tell of no column. */
const fewest = 3;
/** In heights of the letters: how wide a gutter is at least, and how even its edge. */
const gutterWidth = 0.9;
const evenness = 0.6;

interface Row {
  readonly stretches: Stretch[];
}

/** The lines of a page, from top to bottom, each from left to right. */
function rowsOf(stretches: readonly Stretch[]): Row[] {
  const rows: Row[] = [];
  for (const stretch of stretches.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.stretches[0];
    if (row && first && isBeside(first, stretch)) row.stretches.push(stretch);
    else rows.push({ stretches: [stretch] });
  }
  for (const { stretches: inRow } of rows) inRow.sort((a, b) => a.x0 - b.x0);
  return rows;
}

interface Gap {
  readonly left: Stretch;
  readonly right: Stretch;
}

const gapsIn = ({ stretches }: Row): Gap[] =>
  stretches.slice(1).flatMap((right, index) => {
    const left = stretches[index] as Stretch;
    return right.x0 - left.x1 >= gutterWidth * Math.max(left.size, right.size) ? [{ left, right }] : [];
  });

/** The gaps that most lines have at one place: there the next column begins (or, seen from the right, ends). */
function gutterOf(rows: readonly Row[], edge: (gap: Gap) => number): Gap[] {
  const gaps = rows.flatMap(gapsIn).sort((a, b) => edge(a) - edge(b));
  let [from, first, last] = [0, 0, 0];
  gaps.forEach((gap, index) => {
    while (edge(gap) - edge(gaps[from] as Gap) > 2 * evenness * gap.right.size) from += 1;
    if (index + 1 - from > last - first) [first, last] = [from, index + 1];
  });
  return gaps.slice(first, last);
}

/** The columns that stretches stand in, from left to right. */
function columnsOf(stretches: readonly Stretch[], isRightToLeft: boolean): Stretch[][] {
  const split = splitAt(stretches, isRightToLeft);
  return split ? split.sides.flatMap((side) => columnsOf(side, isRightToLeft)) : [[...stretches]];
}

/** Prose fills its columns and goes on from line to line, in each of them; cells of a table do neither. */
function isProse(columns: readonly Stretch[][], isRightToLeft: boolean): boolean {
  return columns.every((column) => {
    const right = column.reduce((most, { x1 }) => Math.max(most, x1), -Infinity);
    const width = column.reduce((most, { x0 }) => Math.max(most, right - x0), 0);
    const filled = column.filter(({ x0, x1 }) => x1 - x0 >= 0.75 * width);
    const lines = column.map((one) => textOf(one, isRightToLeft).trim());
    // A name may begin a line in the middle of a sentence: then the line before it has not ended.
    const goesOn = (line: string, before: string): boolean =>
      /^[\p{Ll}\p{Lo}]/u.test(line) || /(?:\S+\s+){4,}\S*\p{Ll},?$/u.test(before);
    const goingOn = lines.slice(1).filter((line, index) => goesOn(line, lines[index] as string));
    return filled.length >= 0.4 * column.length && goingOn.length >= (column.length - 1) / 4;
  });
}

interface Split {
  readonly rows: readonly Row[];
  readonly gutter: readonly Gap[];
  readonly isRight: (stretch: Stretch) => boolean;
  readonly crosses: (stretch: Stretch) => boolean;
  /** What stands on the left of the gutter, and on its right. */
  readonly sides: readonly [Stretch[], Stretch[]];
}

/** Parted at the gutter; null where there is none. */
function splitAt(stretches: readonly Stretch[], isRightToLeft: boolean): Split | null {
  const rows = rowsOf(stretches);
  const gutter = gutterOf(rows, ({ left, right }) => (isRightToLeft ? left.x1 : right.x0));
  if (gutter.length < fewest) return null;
  const edge = gutter.reduce((least, { right }) => Math.min(least, right.x0), Infinity);
  const isRight = ({ x0, size }: Stretch): boolean => x0 >= edge - evenness * size;
  const crosses = (stretch: Stretch): boolean => !isRight(stretch) && stretch.x1 > edge;
  const left = stretches.filter((stretch) => !isRight(stretch) && !crosses(stretch));
  return { rows, gutter, isRight, crosses, sides: [left, stretches.filter(isRight)] };
}

/** The stretches of a page, given in the order drawn, as they are read. */
export function inReadingOrder(stretches: readonly Stretch[], isRightToLeft: boolean): Stretch[] {
  const split = splitAt(stretches, isRightToLeft);
  if (!split || !isProse(columnsOf(stretches, isRightToLeft), isRightToLeft)) return [...stretches];
  const { rows, gutter, isRight, crosses } = split;
  const place = new Map(stretches.map((stretch, index) => [stretch, index]));
  const placeOf = (stretch: Stretch): number => place.get(stretch) as number;
  const across = gutter.filter(({ left, right }) => Math.abs(placeOf(left) - placeOf(right)) === 1);
  if (across.length < gutter.length / 2) return [...stretches];
  return bandsOf(rows, crosses).flatMap((band) => {
    const drawn = band.toSorted((a, b) => placeOf(a) - placeOf(b));
    if (drawn.some(crosses)) return drawn;
    const sides = [drawn.filter((stretch) => !isRight(stretch)), drawn.filter(isRight)];
    if (isRightToLeft) sides.reverse();
    return sides.flatMap((side) => inReadingOrder(side, isRightToLeft));
  });
}

/** Lines that go over all columns, each alone, and what stands between them. */
function bandsOf(rows: readonly Row[], crosses: (stretch: Stretch) => boolean): Stretch[][] {
  const bands: Stretch[][] = [];
  let isOpen = false;
  for (const { stretches } of rows) {
    const isAcross = stretches.some(crosses);
    if (isOpen && !isAcross) bands.at(-1)?.push(...stretches);
    else bands.push([...stretches]);
    isOpen = !isAcross;
  }
  return bands;
}
