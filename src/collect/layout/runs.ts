import { asSeen } from './bidi.ts';

/** A piece of text on a page, as PDF.js gives it: in logical order where it is of one direction. */
export interface PageItem {
  readonly str: string;
  readonly dir: string;
  /** Along its baseline, in points. */
  readonly width: number;
  /** Text space to the page's, whose origin is at the foot on the left. */
  readonly transform: readonly number[];
}

/** A piece of text with its place, in points; x to the right along its baseline, y upwards. */
export interface Run {
  /** As seen, from left to right. */
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

const quarter = Math.PI / 2;

/** How often the text is turned by a right angle, 0 to 3. */
const turnsOf = ({ transform: [a = 1, b = 0] }: PageItem): number =>
  (Math.round(Math.atan2(b, a) / quarter) + 4) % 4;

/** The same place seen with the text upright. */
function runOf({ str, dir, width, transform }: PageItem, turns: number): Run {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  const [cos, sin] = [Math.round(Math.cos(turns * quarter)), Math.round(Math.sin(turns * quarter))];
  const along = x * cos + y * sin;
  return {
    text: asSeen(str, dir),
    x0: along,
    x1: along + width,
    y: y * cos - x * sin,
    size: Math.hypot(c, d) || 1,
  };
}

const isSameAs = (a: Run | undefined, b: Run): boolean =>
  a !== undefined &&
  b.text.trim() !== '' &&
  a.text === b.text &&
  Math.abs(a.x0 - b.x0) < b.size / 8 &&
  Math.abs(a.y - b.y) < b.size / 8;

/** The runs of a page in the order drawn, one list for each direction that text is turned to; most text first. */
export function runsOf(items: readonly PageItem[]): Run[][] {
  const byTurns = new Map<number, Run[]>();
  for (const item of items) {
    if (item.str === '') continue;
    const turns = turnsOf(item);
    const runs = byTurns.get(turns) ?? [];
    byTurns.set(turns, runs);
    const run = runOf(item, turns);
    // Drawn twice to look bold.
    if (!isSameAs(runs.at(-1), run)) runs.push(run);
  }
  return [...byTurns.values()].sort((a, b) => lengthOf(b) - lengthOf(a));
}

const lengthOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, { text }) => sum + text.trim().length, 0);
