import { type PlacedCommitment, windowInterval } from '../agreement/index.ts';
import type { Bearing, Profile, Standard, Status } from '../model/index.ts';
import { type Body, bodyOf, climb, rungOf } from './ladder.ts';
import type { Telling } from './telling.ts';

/** What a set of tellings makes of a commitment. */
export interface Verdict {
  status: Status;
  standard: Standard | null;
  late: boolean;
  breach: Body;
  performance: Body;
}

const named = (standard: Standard, bearing: Bearing): Status =>
  standard === 'indications' ? `indications of ${bearing}` : `${standard} ${bearing}`;

/** What affirms the whole performance, where anything does; else every sign of it. */
const affirming = ({ testimonies }: Body): Telling[] => {
  const tellings = testimonies
    .flatMap(({ tellings }) => tellings)
    .filter(({ opinion, interval }) => opinion.belief > 0 && interval);
  const whole = tellings.filter(({ isDirect, evidence }) => isDirect && (evidence.share ?? 1) === 1);
  return (whole.length > 0 ? whole : tellings).toSorted(
    (a, b) => (a.interval?.from ?? 0) - (b.interval?.from ?? 0),
  );
};

/**
 * Performance is late when its earliest report dates it after the due day. An undated report only says that it had
 * happened by then, so one that comes first leaves open when, unless others told that the date had gone by without it.
 */
const isLate = (commitment: PlacedCommitment, performance: Body, breach: Body): boolean => {
  const due = windowInterval(commitment.window).to;
  const [earliest] = affirming(performance);
  if (commitment.kind === 'prohibition' || !earliest?.interval || earliest.interval.from <= due) return false;
  const isMissed = breach.testimonies.some(({ tellings }) =>
    tellings.some(({ interval, opinion }) => opinion.belief > 0 && (interval?.to ?? 0) >= due),
  );
  return earliest.statement.claim.time !== null || isMissed;
};

/** What the date alone was broken by: a missed day, and all that came before whole, though late, performance. */
const isExplained = (telling: Telling, performance: Body): boolean => {
  const whole = affirming(performance).find(({ isDirect }) => isDirect);
  return telling.onlyLate || (whole?.interval?.from ?? 0) > (telling.interval?.from ?? 0);
};

/** The newest conduct that a body speaks of; tells which of two equal bodies holds now. */
const newest = ({ testimonies }: Body): number =>
  Math.max(...testimonies.flatMap(({ tellings }) => tellings.map(({ interval }) => interval?.from ?? 0)), 0);

/**
 * Rules 7, 8 and 10: from tellings to a status. Before the due day, silence is `not due`. Both probable make a dispute
 * only in the same month: over a longer time (`mayDispute` false where no month is disputed) the later conduct holds.
 */
export const judge = (
  tellings: readonly Telling[],
  commitment: PlacedCommitment,
  profile: Profile,
  isDue: boolean,
  mayDispute = true,
): Verdict => {
  const performance = bodyOf('performance', tellings);
  const performed = climb(performance, commitment, profile).standard;
  const charged = bodyOf('breach', tellings);
  const late = performed !== null && isLate(commitment, performance, charged);
  const breach = late
    ? bodyOf(
        'breach',
        tellings.filter((telling) => !isExplained(telling, performance)),
      )
    : charged;
  const broken = climb(breach, commitment, profile).standard;
  const bodies = { late, breach, performance };

  if (performed === null && broken === null) {
    const isSilent = breach.testimonies.length + performance.testimonies.length === 0;
    return { status: isSilent && !isDue ? 'not due' : 'no information', standard: null, ...bodies };
  }
  if (mayDispute && rungOf(performed) >= 1 && rungOf(broken) >= 1) {
    return { status: 'disputed', standard: 'probable', ...bodies };
  }
  const holds = rungOf(performed) - rungOf(broken) || Math.sign(newest(performance) - newest(breach)) || -1;
  return holds > 0 && performed !== null
    ? { status: named(performed, 'performance'), standard: performed, ...bodies }
    : { status: named(broken as Standard, 'breach'), standard: broken, ...bodies };
};
