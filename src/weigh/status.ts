import { windowInterval } from '../agreement/index.ts';
import type { Bearing, Commitment, Profile, Standard, Status } from '../model/index.ts';
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

/**
 * Performance is late when its earliest report dates it after the due day. An undated report only says that
 * it had happened by then, so one that comes first leaves open when.
 */
const isLate = (commitment: Commitment, performance: Body): boolean => {
  if (commitment.kind === 'prohibition') return false;
  const [earliest] = performance.testimonies
    .flatMap(({ tellings }) => tellings)
    .flatMap(({ opinion, interval, statement }) =>
      opinion.belief > 0 && interval ? [{ from: interval.from, isDated: statement.claim.time !== null }] : [],
    )
    .sort((a, b) => a.from - b.from);
  return earliest?.isDated === true && earliest.from > windowInterval(commitment.window).to;
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
  commitment: Commitment,
  profile: Profile,
  isDue: boolean,
  mayDispute = true,
): Verdict => {
  const performance = bodyOf('performance', tellings);
  const performed = climb(performance, commitment, profile).standard;
  const late = performed !== null && isLate(commitment, performance);
  const breach = bodyOf('breach', late ? tellings.filter(({ onlyLate }) => !onlyLate) : tellings);
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
