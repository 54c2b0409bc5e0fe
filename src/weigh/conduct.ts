import {
  type Interval,
  intervalOf,
  type PlacedCommitment,
  relationToOpening,
  windowInterval,
} from '../agreement/index.ts';
import { words } from '../messages/index.ts';
import type { Statement } from '../model/index.ts';

/** When the reported conduct took place, and whether it bears on the commitment (weighing rule 5). */
export type Conduct =
  | { bears: true; interval: Interval; as: 'conduct' | 'straddling' | 'promise'; why: string | null }
  | { bears: false; interval: Interval | null; why: string };

const isUndatedPresent = ({ claim }: Statement): boolean =>
  claim.tense === 'present' ||
  claim.tense === 'perfect' ||
  (claim.tense === 'none' && claim.kind === 'state');

/** What parts then from now: the agreement, and what it ended. */
const turningPoint = 'deal|accord|agreement|ceasefire|cease-fire|truce|treaty|pact|armistice|signing|war';

/** Words that put an undated past further back than the news of the day. */
const history = new RegExp(
  [
    `\\b(?:before|prior to|ahead of|until|up to) (?:the|that|this|its|their) (?:\\w+ )?(?:${turningPoint})\\b`,
    '\\bused to\\b',
    '\\bfor (?:many |several |some )?(?:years|decades|generations|centuries)\\b',
    '\\b(?:formerly|historically|in the past|(?:years|decades|long) ago|in those (?:days|years))\\b',
  ].join('|'),
  'iu',
);

/** "had closed", but not "had to close" and not "had two guns". */
const isPluperfect = ({ text, claim }: Statement): boolean => {
  const [start, end] = claim.predicate.span.map((at) => at - claim.span[0]) as [number, number];
  const verb = `${text.slice(0, Math.max(0, start)).split(/\s+/u).slice(-4).join(' ')}${text.slice(Math.max(0, start), end)}`;
  return claim.predicate.lemma !== 'have' && /\bhad(?:n['’]t)?\s+(?!to\b)(?:\w+\s+){0,2}\w+\s*$/iu.test(verb);
};

/** It sums up what had, or had not, come about by then: the state of the day itself. */
const isByThen = ({ text, claim }: Statement): boolean =>
  claim.polarity === 'negated' ||
  /\b(?:by (?:the time|then|now|noon|midday|mid-\w+|dawn|dusk|nightfall|(?:late |early )?(?:morning|afternoon|evening|night))|so far|already|not yet)\b/iu.test(
    text,
  );

/** Somebody's words told: "said that they had fired" is what they said of "we fired", or "have fired". */
const isTold = ({ chain }: Statement): boolean => chain.some(({ kind }) => kind !== 'publishes');

/** The text itself puts an undated past further back than the news of the day; a person who enters a claim says when it was. */
const isPutEarlier = (statement: Statement): boolean =>
  statement.claim.enteredBy === undefined &&
  (history.test(statement.text) || (isPluperfect(statement) && !isTold(statement) && !isByThen(statement)));

/** What is told without a date took place in the days before it was told, or in the period that a report covers. */
const untilTold = ({ published, period }: Statement): Interval | null => {
  const covered = period === undefined ? null : intervalOf(period);
  if (covered) return covered;
  return published === null ? null : intervalOf(published);
};

/**
 * The time of the conduct: as stated, else what its report covers or its publication date, for the present and for news,
 * which tells of the days before it; null where the text puts it further back and does not say when.
 */
const conductInterval = (statement: Statement): Interval | null => {
  if (statement.claim.time !== null) return intervalOf(statement.claim.time);
  return isUndatedPresent(statement) || !isPutEarlier(statement) ? untilTold(statement) : null;
};

const text = words.weighing.aside;

/** What is told without a date soon after a window closed may be what was done in it. */
const afterglow = 31 * 86_400_000;

export const conductOf = (statement: Statement, { window, kind }: PlacedCommitment): Conduct => {
  const interval = conductInterval(statement);
  if (statement.promise && (!interval || relationToOpening(interval, window) !== 'after')) {
    return promiseConduct(statement, interval);
  }
  if (!interval) {
    const why = isUndatedPresent(statement) || !isPutEarlier(statement) ? text.undated : text.undatedPast;
    return { bears: false, interval: null, why };
  }
  const relation = relationToOpening(interval, window);
  if (relation === 'before') return { bears: false, interval, why: text.before };
  const { to: closing } = windowInterval(window);
  if (kind === 'prohibition' && interval.from > closing) {
    const isNews = statement.claim.time === null && statement.claim.tense !== 'present';
    if (isNews && interval.from - closing <= afterglow)
      return { bears: true, interval: { from: closing, to: closing }, as: 'conduct', why: null };
    return { bears: false, interval, why: text.after };
  }
  return relation === 'straddles'
    ? { bears: true, interval, as: 'straddling', why: text.straddles }
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
        why: text.promise,
      }
    : { bears: false, interval: made, why: text.promiseUndated };
};
