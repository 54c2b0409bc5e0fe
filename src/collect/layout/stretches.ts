import { asRead } from './bidi.ts';
import type { Run } from './runs.ts';

/** Text on one baseline without a wide gap in it: a line, or the part of one that stands in a column. Points. */
export interface Stretch {
  /** As seen, from left to right. */
  readonly runs: Run[];
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/** In heights of the letters: wider gaps part stretches, narrower ones are no blank. */
const wideGap = 0.9;
const blankGap = 0.2;
/** How far from its line's baseline a raised or lowered sign may stand. */
const raised = 0.55;

const isBlank = ({ text }: Run): boolean => text.trim() === '';

function fits(stretch: Stretch, run: Run): 'after' | 'before' | null {
  const size = Math.max(stretch.size, run.size);
  if (Math.abs(stretch.y - run.y) > raised * size) return null;
  if (Math.abs(stretch.y - run.y) > 0.3 * size && Math.abs(stretch.size - run.size) < 0.15 * size)
    return null;
  const near = (gap: number): boolean => gap > -0.5 * size && gap < wideGap * size;
  if (near(run.x0 - stretch.x1)) return 'after';
  return near(stretch.x0 - run.x1) ? 'before' : null;
}

/** Runs that follow each other on one baseline, joined. */
export function stretchesOf(runs: readonly Run[]): Stretch[] {
  const stretches: Stretch[] = [];
  let current: Stretch | undefined;
  for (const run of runs) {
    const isWide = isBlank(run) && run.x1 - run.x0 >= wideGap * run.size;
    if (isWide) current = undefined;
    if (isWide || (isBlank(run) && !current)) continue;
    const side = current ? fits(current, run) : null;
    if (current && side) grow(current, run, side);
    else {
      current = { runs: [run], x0: run.x0, x1: run.x1, y: run.y, size: run.size };
      if (isBlank(run)) current = undefined;
      else stretches.push(current);
    }
  }
  return stretches;
}

function grow(stretch: Stretch, run: Run, side: 'after' | 'before'): void {
  if (side === 'after') stretch.runs.push(run);
  else stretch.runs.unshift(run);
  stretch.x0 = Math.min(stretch.x0, run.x0);
  stretch.x1 = Math.max(stretch.x1, run.x1);
  if (!isBlank(run) && run.size > stretch.size) [stretch.y, stretch.size] = [run.y, run.size];
}

const raisedFigures = '⁰¹²³⁴⁵⁶⁷⁸⁹';
export const raisedForm = (figures: string): string =>
  figures.replace(/\d/g, (figure) => raisedFigures.charAt(Number(figure)));

/** A mark of a footnote, or an exponent. */
const isRaised = (run: Run, { y, size }: Stretch): boolean =>
  run.size <= 0.8 * size && run.y - y >= 0.15 * size && /^\s*\d{1,3}\s*$/.test(run.text);

/** What a stretch says. */
export function textOf(stretch: Stretch, isRightToLeftPage: boolean): string {
  let seen = '';
  let last: Run | undefined;
  for (const run of stretch.runs) {
    const gap = last ? run.x0 - last.x1 : 0;
    if (gap > blankGap * stretch.size && !/\s$/.test(seen) && !/^\s/.test(run.text)) seen += ' ';
    seen += isRaised(run, stretch) ? raisedForm(run.text.trim()) : run.text;
    last = run;
  }
  return asRead(seen.replace(/\s+/g, ' ').trim(), isRightToLeftPage);
}

/** Whether two stretches stand on one line. */
export const isBeside = (a: Stretch, b: Stretch): boolean =>
  Math.abs(a.y - b.y) < 0.4 * Math.max(a.size, b.size);
