import { addDuration, type Commitment } from '../model/index.ts';
import type { Interval } from './interval.ts';

const startOf = (day: string) => Date.parse(`${day}T00:00:00.000Z`);
/** The last moment of a day, milliseconds since 1970 (UTC). */
export const endOf = (day: string) => Date.parse(`${day}T23:59:59.999Z`);

/** A window in which conduct can be placed: its first day is settled, for the time being at least. */
export interface OpenWindow {
  readonly from: string;
  readonly to?: string | undefined;
  readonly within?: string | undefined;
  /** What it counts from, where that day is not known: `from` is the day of signing then, and no day is due. */
  readonly awaits: string | null;
}

/** A commitment whose window can be placed. */
export type PlacedCommitment = Omit<Commitment, 'window'> & { window: OpenWindow };

/**
 * A commitment with its window as it is known: it opens on the day on which what it waits for was performed, else on the
 * day that the file names; where neither is known, conduct counts from the signing and nothing falls due.
 */
export const placed = (
  commitment: Commitment,
  signed: string,
  performedOn: string | null = null,
): PlacedCommitment => {
  const { from, to, within, after } = commitment.window;
  const opening = performedOn ?? from;
  const window = opening
    ? { from: opening, to, within, awaits: null }
    : { from: signed, awaits: after ?? null };
  return { ...commitment, window };
};

/** The last day of a window, or null when it never closes or its day is not known yet. */
export const dueDay = (window: OpenWindow): string | null =>
  window.to ?? (window.within ? addDuration(window.from, window.within) : null);

/** The days in which conduct bears on a commitment. */
export const windowInterval = (window: OpenWindow): Interval => {
  const due = dueDay(window);
  return { from: startOf(window.from), to: due ? endOf(due) : Number.POSITIVE_INFINITY };
};

/** Where conduct lies to the opening of a window. */
export const relationToOpening = (
  conduct: Interval,
  window: OpenWindow,
): 'before' | 'straddles' | 'after' => {
  const opening = startOf(window.from);
  if (conduct.to < opening) return 'before';
  return conduct.from < opening ? 'straddles' : 'after';
};

/** Whether a commitment is due at a moment; only an obligation is ever not due yet: until its day, or while that is not known. */
export const isDueBy = (
  { kind, window }: Pick<PlacedCommitment, 'kind' | 'window'>,
  moment: number,
): boolean =>
  kind === 'prohibition' ||
  (window.awaits === null && (dueDay(window) === null || moment >= windowInterval(window).to));
