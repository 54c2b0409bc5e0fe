import { dueDay, windowInterval } from '../agreement/index.ts';
import type { Bearing, Standard, Status } from '../model/index.ts';
import {
  type Body,
  bodyOf,
  climb,
  isWhole,
  type Reckoning,
  rungOf,
  type Tally,
  type Testimony,
} from './ladder.ts';
import type { Telling } from './telling.ts';

/** What a decision rests on. */
export interface Heard {
  performance: Tally;
  breach: Tally;
  /** The charges that performance does not explain which came after its day; null where it was not late. */
  unexplained: Tally | null;
  /** How many origins tell of both: of some that was done and some that was not, which is no dispute. */
  twofold: number;
  /** The newest conduct of which each speaks, milliseconds since 1970. */
  newest: Record<Bearing, number>;
}

/** The same, with the testimonies that it is summed up from. */
export interface Hearing extends Heard {
  performance: Body;
  breach: Body;
  unexplained: Body | null;
  /** The earliest report of performance. */
  first: Telling | null;
  /** How many reports tell that the due day went by without what was owed. */
  missed: number;
}

/** What is decided on a hearing: the same whether its sums were just added up or one was put in or taken out. */
export interface Decided {
  status: Status;
  standard: Standard | null;
  late: boolean;
}

const start = ({ interval }: Telling): number => interval?.from ?? 0;

const affirmingOf = ({ testimonies }: Body): Telling[] =>
  [...testimonies.values()].flatMap(({ tellings }) =>
    tellings.filter(({ opinion, interval }) => opinion.belief > 0 && interval),
  );

/** The earliest report of the whole performance, where there is one; else of any sign of it. */
const firstPerformed = (performance: Body): Telling | null => {
  const affirming = affirmingOf(performance);
  const whole = affirming.filter(isWhole);
  const [first, ...others] = whole.length > 0 ? whole : affirming;
  return first ? others.reduce((a, b) => (start(b) < start(a) ? b : a), first) : null;
};

/** It reports that the due day went by without what was owed. */
export const tellsMissed = ({ bearing, interval, opinion }: Telling, due: number): boolean =>
  bearing === 'breach' && opinion.belief > 0 && (interval?.to ?? 0) >= due;

/**
 * Performance is late when its earliest report dates it after the due day. An undated report only says that it had
 * happened by then, so one that comes first leaves open when, unless others told that the date had gone by without it.
 */
const isLate = (first: Telling | null, missed: number, { commitment }: Reckoning): boolean =>
  commitment.kind === 'obligation' &&
  first !== null &&
  start(first) > windowInterval(commitment.window).to &&
  (first.statement.claim.time !== null || missed > 0);

/** What the date alone was broken by: a missed day, and all that came before whole, though late, performance. */
export const isExplained = (telling: Telling, first: Telling): boolean =>
  telling.onlyLate || (isWhole(first) && start(first) > start(telling));

/** Whether an origin affirms both, by what it tells of each. */
export const isTwofold = (performed: Testimony | null, broken: Testimony | null): boolean =>
  performed !== null &&
  broken !== null &&
  performed.standing.opinion.belief > 0 &&
  broken.standing.opinion.belief > 0;

const newestOf = ({ testimonies }: Body): number =>
  [...testimonies.values()].reduce(
    (newest, { tellings }) => tellings.reduce((latest, telling) => Math.max(latest, start(telling)), newest),
    0,
  );

export const hear = (tellings: readonly Telling[], reckoning: Reckoning): Hearing => {
  const performance = bodyOf('performance', tellings, reckoning);
  const breach = bodyOf('breach', tellings, reckoning);
  const due = windowInterval(reckoning.commitment.window).to;
  const first = firstPerformed(performance);
  const missed = affirmingOf(breach).filter((telling) => tellsMissed(telling, due)).length;
  const explains = isLate(first, missed, reckoning) ? first : null;
  const unexplained =
    explains &&
    bodyOf(
      'breach',
      tellings.filter((telling) => !isExplained(telling, explains)),
      reckoning,
    );
  return {
    performance,
    breach,
    unexplained,
    twofold: [...performance.testimonies].filter(([origin, testimony]) =>
      isTwofold(testimony, breach.testimonies.get(origin) ?? null),
    ).length,
    newest: { performance: newestOf(performance), breach: newestOf(unexplained ?? breach) },
    first,
    missed,
  };
};

/** The status of a bearing that stands on a rung of the ladder. */
export const statusOf = (standard: Standard, bearing: Bearing): Status =>
  standard === 'indications' ? `indications of ${bearing}` : `${standard} ${bearing}`;

/** A side of a hearing that stands on some rung. */
interface Side {
  bearing: Bearing;
  standard: Standard;
  isWhole: boolean;
  /** Somebody tells it who tells nothing of the other, and does not owe it. */
  isTold: boolean;
  newest: number;
}

const sideOf = (
  body: Tally,
  { newest, twofold }: Heard,
  isOpen: boolean,
  reckoning: Reckoning,
): Side | null => {
  const { standard } = climb(body, reckoning);
  const isWhole = body.sums.whole > 0;
  // Before its day parts and signs of a duty are on the way to either.
  if (standard === null || (isOpen && !isWhole)) return null;
  return {
    bearing: body.bearing,
    // Signs and parts, however many, are indications of the whole.
    standard: isWhole ? standard : 'indications',
    isWhole,
    isTold: body.sums.wholeOfOthers > 0 && body.sums.affirming > twofold,
    newest: newest[body.bearing],
  };
};

/** Of a duty to do something what was told last holds; at one time the whole before signs and parts, then the breach. */
const lastOf = (performed: Side, broken: Side): Side =>
  performed.newest > broken.newest || (performed.isWhole && !broken.isWhole) ? performed : broken;

/** Of a duty to leave something the whole holds before signs and parts, then the higher rung, then the later, then the breach. */
const strongerOf = (performed: Side, broken: Side): Side =>
  (Number(performed.isWhole) - Number(broken.isWhole) ||
    rungOf(performed.standard) - rungOf(broken.standard) ||
    performed.newest - broken.newest) > 0
    ? performed
    : broken;

const monthOf = (moment: number): string => new Date(moment).toISOString().slice(0, 7);

/** Both are told whole, and probable; what the accused alone says of itself disputes nothing. */
const isBoth = (performed: Side, broken: Side): boolean =>
  performed.isTold &&
  broken.isTold &&
  [performed, broken].every(({ isWhole, standard }) => isWhole && rungOf(standard) >= rungOf('probable'));

/** Some affirm it, and others outweigh them. */
const isContested = ({ sums }: Tally): boolean => sums.affirming > 0 && sums.affirming < sums.testimonies;

type Held = Side | 'disputed';

const heldOf = (
  performed: Side,
  broken: Side,
  { commitment: { kind } }: Reckoning,
  months: { broken: number; disputed: number } | null,
): Held => {
  if (kind === 'obligation') {
    const isAtOnce = monthOf(performed.newest) === monthOf(broken.newest);
    return isBoth(performed, broken) && isAtOnce ? 'disputed' : lastOf(performed, broken);
  }
  if (months && months.broken > 0) return broken;
  const isAtOnce = months === null || months.disputed > 0;
  return isBoth(performed, broken) && isAtOnce ? 'disputed' : strongerOf(performed, broken);
};

/**
 * Rules 7, 8 and 10: from a hearing to a status. Before its due day an obligation is `not due` until the whole of it is
 * told to be done or broken. `months` says how those of a prohibition came out alone: a breach stays with its month.
 */
export const decide = (
  hearing: Heard,
  isDue: boolean,
  reckoning: Reckoning,
  months: { broken: number; disputed: number } | null = null,
): Decided => {
  const { performance, unexplained } = hearing;
  const performed = sideOf(performance, hearing, !isDue, reckoning);
  const late = performed !== null && unexplained !== null;
  const breach = late ? unexplained : hearing.breach;
  const broken = sideOf(breach, hearing, !isDue, reckoning);
  if (!performed && !broken) {
    if (!isDue) return { status: 'not due', standard: null, late };
    const isDisputed = isContested(performance) || isContested(breach);
    return { status: isDisputed ? 'disputed' : 'no information', standard: null, late };
  }
  const held =
    performed && broken ? heldOf(performed, broken, reckoning, months) : ((performed ?? broken) as Side);
  return held === 'disputed'
    ? { status: held, standard: 'probable', late }
    : {
        status: statusOf(held.standard, held.bearing),
        standard: held.standard,
        late: late && held.bearing === 'performance',
      };
};

/** Whether a duty is to be done by a day: what was done of it stays done. */
export const hasDay = ({ commitment: { kind, window } }: Reckoning): boolean =>
  kind === 'obligation' && dueDay(window) !== null;
