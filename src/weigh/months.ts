import {
  dueDay,
  type Interval,
  isDueBy,
  meets,
  monthsOf,
  type PlacedCommitment,
  windowInterval,
} from '../agreement/index.ts';
import type { Month, Profile } from '../model/index.ts';
import { judge } from './status.ts';
import type { Telling } from './telling.ts';

const monthInterval = (month: string): Interval => {
  const from = new Date(`${month}-01T00:00:00Z`);
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + 1);
  return { from: from.getTime(), to: to.getTime() - 1 };
};

/**
 * Each month alone. Where there is a due day, what was performed stays performed, so a month knows all
 * conduct up to its end; elsewhere a month knows only its own.
 */
export const monthlyStatuses = (
  tellings: readonly Telling[],
  commitment: PlacedCommitment,
  profile: Profile,
  asOf: number,
): Month[] => {
  const { kind, window } = commitment;
  const opening = windowInterval(window);
  const staysPerformed = kind === 'obligation' && dueDay(window) !== null;
  const end = kind === 'obligation' ? asOf : Math.min(asOf, opening.to);
  return monthsOf({ from: opening.from, to: end }).map((month) => {
    const days = monthInterval(month);
    const known = tellings.filter(
      ({ interval }) => interval && (staysPerformed ? interval.from <= days.to : meets(interval, days)),
    );
    return { month, status: judge(known, commitment, profile, isDueBy(commitment, days.to)).status };
  });
};
