import { type Interval, intervalOf, type PlacedCommitment, windowInterval } from '../agreement/index.ts';
import { words } from '../messages/index.ts';
import {
  type Bearing,
  type Directness,
  debtorsOf,
  type Evidence,
  type FoundReply,
  type Interest,
  type Statement,
} from '../model/index.ts';
import { conductOf } from './conduct.ts';
import { defaults, type Masses } from './defaults.ts';
import { complement, discount, fromFactuality, vacuous } from './opinions.ts';
import type { OriginFinder, Source } from './origins.ts';
import type { Rating, Ratings } from './ratings.ts';
import { type Grades, trustIn } from './trust.ts';

/** One piece of evidence, weighed: what it says of a commitment, from which origin, and whether it counts. */
export interface Telling {
  evidence: Evidence;
  statement: Statement;
  bearing: Bearing;
  source: Source;
  interval: Interval | null;
  opinion: Masses;
  role: 'counts' | 'context' | 'assessment' | 'suggested' | 'left out';
  why: string | null;
  /** It reports the very conduct that the commitment speaks of, not a sign or a promise of it. */
  isDirect: boolean;
  /** A person called it a document and confirmed it. */
  isAuthentic: boolean;
  /** It reports no more than that a deadline passed: late performance explains it. */
  onlyLate: boolean;
}

export interface Weighing {
  grades: Grades;
  ratings: Ratings;
  originOf: OriginFinder;
  replies: readonly FoundReply[];
}

const text = words.weighing.aside;

const isOwn = (source: Source, commitment: PlacedCommitment) =>
  debtorsOf(commitment).some((debtor) => source.bodies.includes(debtor));

const interestOf = (source: Source, commitment: PlacedCommitment, bearing: Bearing): Interest => {
  if (isOwn(source, commitment)) return bearing === 'breach' ? 'against-interest' : 'self-serving';
  const isAdverse = debtorsOf(commitment).some((debtor) => source.adverseTo.has(debtor));
  return bearing === 'breach' && isAdverse ? 'adverse' : 'none';
};

const directnessOf = ({ chain }: Statement): Directness => {
  const speaker = chain.at(-1);
  if (!speaker) return 'told';
  if (speaker.kind === 'publishes') return 'document';
  const isHearsay = chain.length > 1 || (speaker.kind === 'believes' && !speaker.entity && !speaker.group);
  return isHearsay ? 'hearsay' : 'told';
};

/** Discounts a claim along its chain: the page, its relays, then every speaker; steps move the last link. */
const discounted = (
  evidence: Evidence,
  statement: Statement,
  steps: number,
  { grades }: Weighing,
  own: Rating,
): Masses => {
  const links = [
    grades.ofName(statement.publisher),
    ...statement.chain.flatMap(({ entity, group, relays }) => [
      ...relays.map((relay) => grades.of(relay)),
      grades.of(entity ?? group),
    ]),
  ];
  const claim = fromFactuality(evidence.factuality);
  return links.reduceRight<Masses>(
    (opinion, grade, index) =>
      index === links.length - 1
        ? discount(trustIn(own.grade ?? grade, steps), opinion)
        : discount(trustIn(grade), opinion),
    claim,
  );
};

const isMissedDeadline = (
  { kind, window }: PlacedCommitment,
  { bearing, factuality }: Evidence,
  to: number,
): boolean =>
  kind === 'obligation' && bearing === 'performance' && factuality < 0 && to >= windowInterval(window).to;

/** Who can affirm that something did not happen: a named source who does not merely pass it on. */
const hasAccess = (source: Source, statement: Statement): boolean =>
  source.isNamed && directnessOf(statement) !== 'hearsay';

/** Why evidence is set aside before its time and its speakers are even looked at; null when it is not. */
const setAside = (
  evidence: Evidence,
  statement: Statement,
  replies: readonly FoundReply[],
): string | null => {
  if (evidence.verdict === 'rejected') return text.rejected;
  const reply = replies.find(({ statementId, kind }) => statementId === statement.id && kind !== 'admits');
  if (reply && evidence.markedBy === undefined) return text.reply;
  return evidence.factuality === 0 ? words.weighing.moods[statement.claim.mood] : null;
};

/** Weighs one piece of evidence on a commitment (weighing rules 1–5). */
export const weighEvidence = (
  evidence: Evidence,
  statement: Statement,
  commitment: PlacedCommitment,
  weighing: Weighing,
): Telling => {
  const source = weighing.originOf(statement);
  const aside = (role: Telling['role'], why: string, interval: Interval | null = null): Telling => ({
    evidence,
    statement,
    bearing: evidence.bearing,
    source,
    interval,
    opinion: vacuous,
    role,
    why,
    isDirect: false,
    isAuthentic: false,
    onlyLate: false,
  });
  const reason = setAside(evidence, statement, weighing.replies);
  if (reason) return aside('left out', reason);
  if (evidence.tier === 'suggested' && evidence.verdict !== 'accepted')
    return aside('suggested', text.suggested);
  if (evidence.kind === 'verdict') {
    const judgedOn = statement.published === null ? null : intervalOf(statement.published);
    return aside('assessment', text.verdict, judgedOn);
  }

  const conduct = conductOf(statement, commitment);
  if (!conduct.bears) return aside('context', conduct.why, conduct.interval);

  const isLate = isMissedDeadline(commitment, evidence, conduct.interval.to);
  if (isLate && commitment.effort === 'best-efforts') {
    return aside('context', text.goalMissed, conduct.interval);
  }
  const bearing = isLate ? 'breach' : evidence.bearing;
  if (commitment.kind === 'prohibition' && bearing === 'performance' && !hasAccess(source, statement)) {
    return aside('context', text.silence, conduct.interval);
  }
  const isDirect = evidence.strength === 'direct' && conduct.as !== 'promise';
  const own = weighing.ratings.ofEvidence(evidence.id);
  const rating: Rating = { ...weighing.ratings.ofSource([source.id, ...source.bodies]), ...own };
  const steps =
    (conduct.as === 'straddling' ? defaults.steps.straddlesWindow : 0) +
    (isDirect ? 0 : defaults.steps.indirect) +
    defaults.steps.interest[rating.interest ?? interestOf(source, commitment, bearing)] +
    defaults.steps.directness[rating.directness ?? directnessOf(statement)] +
    (rating.credibility === undefined ? 0 : (defaults.steps.credibility[rating.credibility] ?? 0));
  const opinion = discounted(evidence, statement, steps, weighing, own);
  return {
    evidence,
    statement,
    bearing,
    source,
    interval: conduct.interval,
    opinion: isLate ? complement(opinion) : opinion,
    role: 'counts',
    why: conduct.why,
    isDirect,
    isAuthentic: rating.directness === 'document' && rating.credibility === defaults.authentic,
    onlyLate: isLate,
  };
};
