import {
  type Interval,
  intervalOf,
  type PlacedCommitment,
  relationToOpening,
  windowInterval,
} from '../agreement/index.ts';
import type { Statement } from '../model/index.ts';

/** When the reported conduct took place, and whether it bears on the commitment (weighing rule 5). */
export type Conduct =
  | { bears: true; interval: Interval; as: 'conduct' | 'straddling' | 'promise'; why: string | null }
  | { bears: false; interval: Interval | null; why: string };

const isUndatedPresent = ({ claim }: Statement): boolean =>
  claim.tense === 'present' ||
  claim.tense === 'perfect' ||
  (claim.tense === 'none' && claim.kind === 'state');

/** "had closed", "before the deal": the text itself puts an undated past further back than the news of the day. */
const isPutEarlier = ({ text, claim }: Statement): boolean => {
  const before = text.slice(0, Math.max(0, claim.predicate.span[0] - claim.span[0]));
  return (
    /\bhad(?:n['’]t)?(?:\s+\w+){0,2}\s*$/iu.test(before) ||
    /\b(?:before|prior to|ahead of) the (?:deal|accord|agreement|ceasefire|truce|treaty|pact)\b/iu.test(text)
  );
};

/**
 * The time of the conduct: as stated, else the publication date, for the present and for news, which tells of the days
 * before it; null where the text puts it further back and does not say when.
 */
const conductInterval = (statement: Statement): Interval | null => {
  const isNews = isUndatedPresent(statement) || !isPutEarlier(statement);
  const date = statement.claim.time ?? (isNews ? statement.published : null);
  return date === null ? null : intervalOf(date);
};

export const conductOf = (statement: Statement, { window, kind }: PlacedCommitment): Conduct => {
  const interval = conductInterval(statement);
  if (statement.promise && (!interval || relationToOpening(interval, window) !== 'after')) {
    return promiseConduct(statement, interval);
  }
  if (!interval) {
    const why =
      isUndatedPresent(statement) || !isPutEarlier(statement)
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
