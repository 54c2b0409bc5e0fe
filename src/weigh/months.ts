import { type Interval, isDueBy, meets, monthsOf, windowInterval } from '../agreement/index.ts';
import type { Reckoning } from './ladder.ts';
import { type Decided, decide, type Hearing, hasDay, hear } from './status.ts';
import type { Telling } from './telling.ts';

/** A month of a window, heard alone. */
export interface MonthHeard {
  month: string;
  days: Interval;
  isDue: boolean;
  tellings: readonly Telling[];
  hearing: Hearing;
  decided: Decided;
}

const monthInterval = (month: string): Interval => {
  const from = new Date(`${month}-01T00:00:00Z`);
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + 1);
  return { from: from.getTime(), to: to.getTime() - 1 };
};

/** Whether a month knows of conduct: where there is a due day, what was performed stays performed. */
export const knows = (days: Interval, { interval }: Telling, reckoning: Reckoning): boolean =>
  interval !== null && (hasDay(reckoning) ? interval.from <= days.to : meets(interval, days));

/** The tellings of each month, in order; of a duty without a day, each is put where it belongs and not looked for. */
const byMonth = (
  tellings: readonly Telling[],
  months: readonly Interval[],
  reckoning: Reckoning,
): Telling[][] => {
  const known = months.map((): Telling[] => []);
  for (const telling of tellings) {
    const { interval } = telling;
    if (!interval) continue;
    const first = months.findIndex(({ to }) => interval.from <= to);
    if (first < 0) continue;
    for (let at = first; at < months.length; at += 1) {
      if (!knows(months[at] as Interval, telling, reckoning)) break;
      known[at]?.push(telling);
    }
  }
  return known;
};

/** Each month of the window alone, up to the moment asked about, milliseconds since 1970. */
export const hearMonths = (
  tellings: readonly Telling[],
  reckoning: Reckoning,
  asOf: number,
): MonthHeard[] => {
  const { commitment } = reckoning;
  const opening = windowInterval(commitment.window);
  const end = commitment.kind === 'obligation' ? asOf : Math.min(asOf, opening.to);
  const months = monthsOf({ from: opening.from, to: end });
  const days = months.map(monthInterval);
  const known = byMonth(tellings, days, reckoning);
  return months.map((month, at) => {
    const own = known[at] as Telling[];
    const interval = days[at] as Interval;
    const hearing = hear(own, reckoning);
    const isDue = isDueBy(commitment, interval.to);
    return {
      month,
      days: interval,
      isDue,
      tellings: own,
      hearing,
      decided: decide(hearing, isDue, reckoning),
    };
  });
};

/** How many of some months alone came out broken, and how many disputed. */
export const monthsTold = (months: readonly Pick<MonthHeard, 'decided'>[]) => ({
  broken: months.filter(({ decided }) => decided.status.endsWith('breach')).length,
  disputed: months.filter(({ decided }) => decided.status === 'disputed').length,
});
