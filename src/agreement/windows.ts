import type { Commitment, Window } from '../model/index.ts';
import { addDuration, type Interval } from './interval.ts';

const startOf = (day: string) => Date.parse(`${day}T00:00:00.000Z`);
/** The last moment of a day, milliseconds since 1970 (UTC). */
export const endOf = (day: string) => Date.parse(`${day}T23:59:59.999Z`);

/** The last day of a window, or null when it never closes. */
export const dueDay = (window: Window): string | null =>
  window.to ?? (window.within ? addDuration(window.from, window.within) : null);

/** The days in which conduct bears on a commitment. */
export const windowInterval = (window: Window): Interval => {
  const due = dueDay(window);
  return { from: startOf(window.from), to: due ? endOf(due) : Number.POSITIVE_INFINITY };
};

/** Where conduct lies to the opening of a window. */
export const relationToOpening = (conduct: Interval, window: Window): 'before' | 'straddles' | 'after' => {
  const opening = startOf(window.from);
  if (conduct.to < opening) return 'before';
  return conduct.from < opening ? 'straddles' : 'after';
};

/** Whether a commitment is due at a moment; only an obligation with a due day is ever not due yet. */
export const isDueBy = ({ kind, window }: Commitment, moment: number): boolean =>
  kind === 'prohibition' || dueDay(window) === null || moment >= windowInterval(window).to;
