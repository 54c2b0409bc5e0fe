import { dueDay, windowInterval } from '../agreement/index.ts';
import type { Bearing, Standard, Status } from '../model/index.ts';
import { type Body, bodyOf, climb, isWhole, type Reckoning, rungOf, type Sums } from './ladder.ts';
import type { Telling } from './telling.ts';

/** A set of tellings, sorted for a decision. */
export interface Hearing {
  performance: Body;
  breach: Body;
  /** The charges that performance does not explain which came after its day; null where it was not late. */
  unexplained: Body | null;
  /** The newest conduct of which each speaks, milliseconds since 1970; tells which of two equal ones holds. */
  newest: Record<Bearing, number>;
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
export const firstPerformed = (performance: Body): Telling | null => {
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
const isLate = (performance: Body, breach: Body, { commitment }: Reckoning): boolean => {
  const due = windowInterval(commitment.window).to;
  const first = firstPerformed(performance);
  if (commitment.kind === 'prohibition' || !first || start(first) <= due) return false;
  const isMissed = () => affirmingOf(breach).some((telling) => tellsMissed(telling, due));
  return first.statement.claim.time !== null || isMissed();
};

/** What the date alone was broken by: a missed day, and all that came before whole, though late, performance. */
const isExplained = (telling: Telling, first: Telling): boolean =>
  telling.onlyLate || (isWhole(first) && start(first) > start(telling));

const newestOf = ({ testimonies }: Body): number =>
  [...testimonies.values()].reduce(
    (newest, { tellings }) => tellings.reduce((latest, telling) => Math.max(latest, start(telling)), newest),
    0,
  );

export const hear = (tellings: readonly Telling[], reckoning: Reckoning): Hearing => {
  const performance = bodyOf('performance', tellings, reckoning);
  const breach = bodyOf('breach', tellings, reckoning);
  const first = isLate(performance, breach, reckoning) ? firstPerformed(performance) : null;
  const unexplained =
    first &&
    bodyOf(
      'breach',
      tellings.filter((telling) => !isExplained(telling, first)),
      reckoning,
    );
  return {
    performance,
    breach,
    unexplained,
    newest: { performance: newestOf(performance), breach: newestOf(unexplained ?? breach) },
  };
};

const named = (standard: Standard, bearing: Bearing): Status =>
  standard === 'indications' ? `indications of ${bearing}` : `${standard} ${bearing}`;

/** A side of a hearing that stands on some rung. */
interface Side {
  bearing: Bearing;
  standard: Standard;
  isWhole: boolean;
  newest: number;
}

const sideOf = (body: Body, newest: number, isOpen: boolean, reckoning: Reckoning): Side | null => {
  const { standard } = climb(body, reckoning);
  const isWhole = body.sums.whole > 0;
  // Before its day parts and signs of a duty are on the way to either.
  if (standard === null || (isOpen && !isWhole)) return null;
  return {
    bearing: body.bearing,
    // Signs and parts, however many, are indications of the whole.
    standard: isWhole ? standard : 'indications',
    isWhole,
    newest,
  };
};

/** Which of two holds: the whole conduct before signs and parts of it, then the higher rung, then the later, then the breach. */
const holding = (performed: Side, broken: Side): Side =>
  (Number(performed.isWhole) - Number(broken.isWhole) ||
    rungOf(performed.standard) - rungOf(broken.standard) ||
    performed.newest - broken.newest) > 0
    ? performed
    : broken;

/**
 * Rules 7, 8 and 10: from a hearing to a status. Before its due day an obligation is `not due` until the whole of it is
 * told to be done or broken. `months` says how those alone came out, of a duty that has no day: a breach stays.
 */
export const decide = (
  hearing: Hearing,
  isDue: boolean,
  reckoning: Reckoning,
  months: { broken: number; disputed: number } | null = null,
): Decided => {
  const { performance, unexplained, newest } = hearing;
  const performed = sideOf(performance, newest.performance, !isDue, reckoning);
  const late = performed !== null && unexplained !== null;
  const breach = late ? unexplained : hearing.breach;
  const broken = sideOf(breach, newest.breach, !isDue, reckoning);
  const holds = (side: Side): Decided => ({
    status: named(side.standard, side.bearing),
    standard: side.standard,
    late,
  });
  if (!performed && !broken) {
    return { status: isDue ? 'no information' : 'not due', standard: null, late };
  }
  if (!performed || !broken) return holds((performed ?? broken) as Side);
  const isDisputed =
    performed.isWhole && broken.isWhole && rungOf(performed.standard) >= 1 && rungOf(broken.standard) >= 1;
  if (months && months.broken > 0) return holds(broken);
  if (isDisputed && (months === null || months.disputed > 0))
    return { status: 'disputed', standard: 'probable', late };
  return holds(holding(performed, broken));
};

/** Whether a duty is to be done by a day: what was done of it stays done. */
export const hasDay = ({ commitment: { kind, window } }: Reckoning): boolean =>
  kind === 'obligation' && dueDay(window) !== null;
