import { type Interval, intervalOf, relationToOpening, windowInterval } from '../agreement/index.ts';
import type { Commitment, Statement } from '../model/index.ts';

/** When the reported conduct took place, and whether it bears on the commitment (weighing rule 5). */
export type Conduct =
  | { bears: true; interval: Interval; as: 'conduct' | 'straddling' | 'promise'; why: string | null }
  | { bears: false; interval: Interval | null; why: string };

const isUndatedPresent = ({ claim }: Statement): boolean =>
  claim.tense === 'present' ||
  claim.tense === 'perfect' ||
  (claim.tense === 'none' && claim.kind === 'state');

/** The time of the conduct: as stated, else the publication date where the claim speaks of the present. */
const conductInterval = (statement: Statement): Interval | null => {
  const date = statement.claim.time ?? (isUndatedPresent(statement) ? statement.published : null);
  return date === null ? null : intervalOf(date);
};

export const conductOf = (statement: Statement, { window, kind }: Commitment): Conduct => {
  const interval = conductInterval(statement);
  if (statement.promise && (!interval || relationToOpening(interval, window) !== 'after')) {
    return promiseConduct(statement, interval);
  }
  if (!interval) {
    const why = isUndatedPresent(statement)
      ? 'undated, and the publication date is unknown'
      : 'an undated past: it may lie before the window';
    return { bears: false, interval: null, why };
  }
  const relation = relationToOpening(interval, window);
  if (relation === 'before') return { bears: false, interval, why: 'it took place before the window opened' };
  if (kind === 'prohibition' && interval.from > windowInterval(window).to) {
    return { bears: false, interval, why: 'it took place after the window closed' };
  }
  return relation === 'straddles'
    ? { bears: true, interval, as: 'straddling', why: 'its time straddles the opening of the window' }
    : { bears: true, interval, as: 'conduct', why: null };
};

/** A promise made before the window about conduct after it bears indirectly, on the day it is reported. */
const promiseConduct = (statement: Statement, made: Interval | null): Conduct => {
  const reported = statement.published === null ? null : intervalOf(statement.published);
  return reported
    ? {
        bears: true,
        interval: reported,
        as: 'promise',
        why: 'a promise made before the window about conduct after it',
      }
    : { bears: false, interval: made, why: 'a promise before the window, reported on an unknown date' };
};
