import type { PlacedCommitment } from '../agreement/index.ts';
import { words } from '../messages/index.ts';
import { type Bearing, debtorsOf, type Grade, type Profile, type Standard } from '../model/index.ts';
import { defaults, type Masses } from './defaults.ts';
import { fromSupport, probability, type Support, supportOf } from './opinions.ts';
import type { Source } from './origins.ts';
import type { Telling } from './telling.ts';

/** All that one origin tells for or against one bearing; its least uncertain telling stands for all. */
export interface Testimony {
  source: Source;
  /** The least uncertain telling: it stands for all. */
  standing: Telling;
  tellings: readonly Telling[];
}

/** What the ladder asks of testimonies, as counts and sums: one is put in or taken out without a look at the others. */
export interface Sums {
  support: Support;
  testimonies: number;
  affirming: number;
  /** Of those that affirm, how many belong to whoever owes it. */
  affirmingOwn: number;
  /** Of those that affirm, how many tell the very conduct that the commitment speaks of, all of it. */
  whole: number;
  /** Of these, how many do not belong to whoever owes it. */
  wholeOfOthers: number;
  /** Well graded, and probable alone. */
  good: number;
  goodByCamp: ReadonlyMap<string, number>;
  goodNotAdverse: number;
  goodDirect: number;
  authentic: number;
}

/** What is told of one bearing, summed up, and how many mere verdicts stand beside it. */
export interface Tally {
  bearing: Bearing;
  sums: Sums;
  verdicts: number;
}

/** The same with the testimonies themselves, by origin. */
export interface Body extends Tally {
  testimonies: ReadonlyMap<string, Testimony>;
}

/** What a sum is reckoned by: whose conduct it is, and what its standard of proof calls well graded. */
export interface Reckoning {
  commitment: PlacedCommitment;
  profile: Profile;
}

const nothing: Sums = {
  support: { pro: 0, contra: 0 },
  testimonies: 0,
  affirming: 0,
  affirmingOwn: 0,
  whole: 0,
  wholeOfOthers: 0,
  good: 0,
  goodByCamp: new Map(),
  goodNotAdverse: 0,
  goodDirect: 0,
  authentic: 0,
};

/** Of two equally uncertain tellings a direct one stands, then the earlier, then the more cautious: never the order. */
const outranks = (a: Telling, b: Telling): boolean =>
  (a.opinion.uncertainty - b.opinion.uncertainty ||
    Number(b.isDirect) - Number(a.isDirect) ||
    (a.statement.published ?? '9').localeCompare(b.statement.published ?? '9') ||
    a.opinion.belief - b.opinion.belief) < 0;

/** What one origin tells; null where it tells nothing that counts. */
export const testimonyOf = (tellings: readonly Telling[]): Testimony | null => {
  const [first, ...others] = tellings;
  if (!first) return null;
  const standing = others.reduce((best, telling) => (outranks(telling, best) ? telling : best), first);
  return { source: standing.source, standing, tellings };
};

/** It tells the very conduct, and of performance all of it: no sign, no promise, no part. */
export const isWhole = ({ isDirect, bearing, evidence, opinion }: Telling): boolean =>
  isDirect &&
  opinion.belief > 0 &&
  (bearing === 'breach' ||
    ((evidence.share ?? 1) === 1 && !evidence.elements.some(({ state }) => state === 'contradicted')));

const gradeReaches = (grade: Grade | null, least: Grade): boolean => grade !== null && grade <= least;

/** Sums are rounded in the last digits of a number: what is equal but for these reaches. */
const reaches = (value: number, least: number): boolean => value >= least - 1e-9;

/** What nearly nothing is left of after its chain, however well its speaker is graded, is no third witness. */
const isGood = ({ source, standing }: Testimony, { established, probable }: Profile): boolean =>
  gradeReaches(source.grade, established.grade) &&
  reaches(probability(standing.opinion), probable.probability);

const withCamp = (
  camps: ReadonlyMap<string, number>,
  camp: string,
  sign: 1 | -1,
): ReadonlyMap<string, number> => {
  const changed = new Map(camps);
  const count = (camps.get(camp) ?? 0) + sign;
  if (count === 0) changed.delete(camp);
  else changed.set(camp, count);
  return changed;
};

/** The sums with one testimony more (1) or less (−1). */
export const summed = (
  sums: Sums,
  testimony: Testimony,
  sign: 1 | -1,
  { commitment, profile }: Reckoning,
): Sums => {
  const { source, standing, tellings } = testimony;
  const { pro, contra } = supportOf(standing.opinion);
  const affirms = standing.opinion.belief > 0;
  const good = affirms && isGood(testimony, profile);
  const isAdverse = debtorsOf(commitment).some((debtor) => source.adverseTo.has(debtor));
  const isAuthentic =
    affirms &&
    standing.isAuthentic &&
    standing.isDirect &&
    gradeReaches(source.grade, profile.established.grade);
  const tellsWhole = affirms && tellings.some(isWhole);
  const isOwn = debtorsOf(commitment).some((debtor) => source.bodies.includes(debtor));
  const counted = (is: boolean): number => (is ? sign : 0);
  return {
    support: { pro: sums.support.pro + sign * pro, contra: sums.support.contra + sign * contra },
    testimonies: sums.testimonies + sign,
    affirming: sums.affirming + counted(affirms),
    affirmingOwn: sums.affirmingOwn + counted(affirms && isOwn),
    whole: sums.whole + counted(tellsWhole),
    wholeOfOthers: sums.wholeOfOthers + counted(tellsWhole && !isOwn),
    good: sums.good + counted(good),
    goodByCamp: good ? withCamp(sums.goodByCamp, source.camp, sign) : sums.goodByCamp,
    goodNotAdverse: sums.goodNotAdverse + counted(good && !isAdverse),
    goodDirect: sums.goodDirect + counted(good && standing.isDirect),
    authentic: sums.authentic + counted(isAuthentic),
  };
};

/** Gathers tellings by origin and fuses across origins (weighing rule 3). */
export const bodyOf = (bearing: Bearing, tellings: readonly Telling[], reckoning: Reckoning): Body => {
  const byOrigin = new Map<string, Telling[]>();
  let verdicts = 0;
  for (const telling of tellings) {
    if (telling.bearing !== bearing) continue;
    if (telling.role === 'assessment') verdicts += 1;
    if (telling.role !== 'counts') continue;
    const known = byOrigin.get(telling.source.id);
    if (known) known.push(telling);
    else byOrigin.set(telling.source.id, [telling]);
  }
  const testimonies = new Map<string, Testimony>();
  let sums = nothing;
  for (const [origin, own] of byOrigin) {
    const testimony = testimonyOf(own) as Testimony;
    testimonies.set(origin, testimony);
    sums = summed(sums, testimony, 1, reckoning);
  }
  return { bearing, testimonies, sums, verdicts };
};

/** What testimonies make together. */
export const opinionOf = ({ support }: Sums): Masses => fromSupport(support);

/** By how much the probability falls when one origin is left out. */
export const contribution = ({ sums }: Body, testimony: Testimony, reckoning: Reckoning): number =>
  probability(opinionOf(sums)) - probability(opinionOf(summed(sums, testimony, -1, reckoning)));

const rungs: readonly Standard[] = ['indications', 'probable', 'established'];

export const rungOf = (standard: Standard | null): number =>
  standard === null ? -1 : rungs.indexOf(standard);

const text = words.weighing.needs;

/** What one rung asks, in a sentence that is made when it is wanted, and whether it is met. */
interface Requirement {
  met: boolean;
  needs: () => string;
}

const probableNeeds = (sums: Sums, { probable }: Profile): Requirement[] => {
  const likely = probability(opinionOf(sums));
  return [
    {
      met: reaches(likely, probable.probability),
      needs: () => text.probability({ least: probable.probability, now: likely }),
    },
    {
      met: sums.affirming >= probable.origins,
      needs: () => text.origins({ least: probable.origins, now: sums.affirming }),
    },
  ];
};

const establishedNeeds = (sums: Sums, { established }: Profile): Requirement[] => {
  const likely = probability(opinionOf(sums));
  return [
    {
      met: reaches(likely, established.probability),
      needs: () => text.probability({ least: established.probability, now: likely }),
    },
    {
      met: sums.good >= established.origins,
      needs: () => text.graded({ least: established.origins, grade: established.grade, now: sums.good }),
    },
    {
      met: sums.goodByCamp.size >= established.camps,
      needs: () => text.camps({ least: established.camps, now: sums.goodByCamp.size }),
    },
    {
      met: sums.goodNotAdverse >= established.notAdverse,
      needs: () => text.notAdverse({ least: established.notAdverse, now: sums.goodNotAdverse }),
    },
    { met: sums.goodDirect > 0, needs: () => text.direct },
  ];
};

const unmet = (requirements: Requirement[]): Requirement['needs'][] =>
  requirements.filter(({ met }) => !met).map(({ needs }) => needs);

/** How high a body of evidence stands, and what the next rung lacks (weighing rules 4, 6 and 7). */
export const climb = (
  { bearing, sums, verdicts }: Tally,
  { commitment: { kind }, profile }: Reckoning,
): { standard: Standard | null; next: { standard: Standard; needs: Requirement['needs'][] } | null } => {
  if (sums.affirming === 0 || reaches(defaults.baseRate, probability(opinionOf(sums)))) {
    const standard = sums.testimonies === 0 && verdicts > 0 ? 'indications' : null;
    const needs = [() => text.conduct];
    return { standard, next: { standard: standard ? 'probable' : 'indications', needs } };
  }
  const isKeptProhibition = kind === 'prohibition' && bearing === 'performance';
  // One authenticated document that shows the conduct itself is enough.
  if (!isKeptProhibition && sums.authentic > 0) return { standard: 'established', next: null };
  const toProbable = unmet(probableNeeds(sums, profile));
  if (toProbable.length > 0)
    return { standard: 'indications', next: { standard: 'probable', needs: toProbable } };
  if (isKeptProhibition) return { standard: 'probable', next: null };
  const toEstablished = unmet(establishedNeeds(sums, profile));
  return toEstablished.length > 0
    ? { standard: 'probable', next: { standard: 'established', needs: toEstablished } }
    : { standard: 'established', next: null };
};
