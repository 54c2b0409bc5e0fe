import { type CaseFile, ProvisoError } from '../model/index.ts';
import type { Clocks } from '../weigh/index.ts';
import { today } from './assess-case.ts';

/** Years by which a clock may stand before or after today and all that the case file tells of. */
const margin = 10;

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Years that a window may stay open for, such as 2 of `P2Y`. */
const yearsIn = (duration: string | undefined): number => Number(/^P(\d+)Y/.exec(duration ?? '')?.[1] ?? 0);

/**
 * The days between which a case can be weighed, both inclusive: weighing goes through it month by month, and a day in another
 * millennium would cost minutes and say nothing.
 */
export function lifeOf({ signed, commitments }: CaseFile): { from: string; to: string } {
  const windows = commitments.map(({ window }) => window);
  const days = [today(), signed, ...windows.flatMap(({ from, to }) => [from, to])];
  const years = days.flatMap((day) => (day ? [yearOf(day)] : []));
  const open = Math.max(0, ...windows.map(({ within }) => yearsIn(within)));
  const first = Math.min(...years) - margin;
  const last = Math.min(Math.max(...years) + open + margin, 9999);
  return { from: `${String(first).padStart(4, '0')}-01-01`, to: `${last}-12-31` };
}

/**
 * Both clocks of a question; today where it does not set them.
 * @throws ProvisoError PROVISO_REQUEST_INVALID for one that stands outside the case's life.
 */
export const clocksWithin = (
  file: CaseFile,
  { asOf = today(), knownAt = today() }: { [K in keyof Clocks]?: Clocks[K] | undefined },
): Clocks => {
  const { from, to } = lifeOf(file);
  for (const [name, day] of Object.entries({ asOf, knownAt }))
    if (day < from || day > to)
      throw new ProvisoError(
        'PROVISO_REQUEST_INVALID',
        `The request is wrong: ${name} ${day} is not in the life of the case, ${from} to ${to}.`,
        'Ask for a day in it.',
      );
  return { asOf, knownAt };
};
