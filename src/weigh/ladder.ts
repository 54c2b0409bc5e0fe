import type { PlacedCommitment } from '../agreement/index.ts';
import { type Bearing, debtorsOf, type Grade, type Profile, type Standard } from '../model/index.ts';
import { defaults, type Masses } from './defaults.ts';
import { fuseAll, probability } from './opinions.ts';
import type { Source } from './origins.ts';
import type { Telling } from './telling.ts';

/** All that one origin tells for or against one bearing; its least uncertain telling stands for all. */
export interface Testimony {
  source: Source;
  opinion: Masses;
  /** The least uncertain telling: it stands for all. */
  standing: Telling;
  tellings: Telling[];
}

/** The testimonies on one bearing, what they make together, and the mere verdicts beside them. */
export interface Body {
  bearing: Bearing;
  testimonies: Testimony[];
  opinion: Masses;
  verdicts: Telling[];
}

/** Of two equally uncertain tellings a direct one stands, then the earlier, then the more cautious: never the order. */
const outranks = (a: Telling, b: Telling): boolean =>
  (a.opinion.uncertainty - b.opinion.uncertainty ||
    Number(b.isDirect) - Number(a.isDirect) ||
    (a.statement.published ?? '9').localeCompare(b.statement.published ?? '9') ||
    a.opinion.belief - b.opinion.belief) < 0;

/** Gathers tellings by origin and fuses across origins (weighing rule 3). */
export const bodyOf = (bearing: Bearing, tellings: readonly Telling[]): Body => {
  const relevant = tellings.filter((telling) => telling.bearing === bearing);
  const byOrigin = new Map<string, Testimony>();
  for (const telling of relevant.filter(({ role }) => role === 'counts')) {
    const { source } = telling;
    const known = byOrigin.get(source.id);
    const standing = known && !outranks(telling, known.standing) ? known.standing : telling;
    const tellings = [...(known?.tellings ?? []), telling];
    byOrigin.set(source.id, { source: standing.source, opinion: standing.opinion, standing, tellings });
  }
  const testimonies = [...byOrigin.values()];
  return {
    bearing,
    testimonies,
    opinion: fuseAll(testimonies.map(({ opinion }) => opinion)),
    verdicts: relevant.filter(({ role }) => role === 'assessment'),
  };
};

/** By how much the probability falls when one origin is left out. */
export const contribution = (body: Body, testimony: Testimony): number => {
  const rest = body.testimonies.filter((other) => other !== testimony);
  return probability(body.opinion) - probability(fuseAll(rest.map(({ opinion }) => opinion)));
};

const rungs: readonly Standard[] = ['indications', 'probable', 'established'];

export const rungOf = (standard: Standard | null): number =>
  standard === null ? -1 : rungs.indexOf(standard);

/** What one rung asks, in a sentence, and whether it is met. */
interface Requirement {
  met: boolean;
  needs: string;
}

const gradeReaches = (grade: Grade | null, least: Grade): boolean => grade !== null && grade <= least;

const percent = (value: number) => `${Math.round(value * 100)} %`;

const affirming = ({ testimonies }: Body): Testimony[] =>
  testimonies.filter(({ opinion }) => opinion.belief > 0);

const probableNeeds = (body: Body, { probable }: Profile): Requirement[] => [
  {
    met: probability(body.opinion) >= probable.probability,
    needs: `a probability of ${percent(probable.probability)} (now ${percent(probability(body.opinion))})`,
  },
  {
    met: affirming(body).length >= probable.origins,
    needs: `${probable.origins} independent origins (now ${affirming(body).length})`,
  },
];

/** What nearly nothing is left of after its chain, however well its speaker is graded, is no third witness. */
const isProbableAlone = ({ opinion }: Testimony, { probable }: Profile): boolean =>
  probability(opinion) >= probable.probability;

const establishedNeeds = (body: Body, debtors: readonly string[], profile: Profile): Requirement[] => {
  const { established } = profile;
  const good = affirming(body).filter(
    (testimony) =>
      gradeReaches(testimony.source.grade, established.grade) && isProbableAlone(testimony, profile),
  );
  const camps = new Set(good.map(({ source }) => source.camp)).size;
  const notAdverse = good.filter(
    ({ source }) => !debtors.some((debtor) => source.adverseTo.has(debtor)),
  ).length;
  const isDirect = good.some(({ standing }) => standing.isDirect);
  return [
    {
      met: probability(body.opinion) >= established.probability,
      needs: `a probability of ${percent(established.probability)} (now ${percent(probability(body.opinion))})`,
    },
    {
      met: good.length >= established.origins,
      needs: `${established.origins} origins graded ${established.grade} or better, each probable alone (now ${good.length})`,
    },
    { met: camps >= established.camps, needs: `origins in ${established.camps} camps (now ${camps})` },
    {
      met: notAdverse >= established.notAdverse,
      needs: `${established.notAdverse} well-graded origin that is not adverse to the accused (now ${notAdverse})`,
    },
    { met: isDirect, needs: 'direct evidence from a well-graded origin' },
  ];
};

/** One authenticated document that shows the conduct itself is enough. */
const hasAuthenticDocument = (body: Body, { established }: Profile): boolean =>
  affirming(body).some(
    ({ source, standing }) =>
      standing.isAuthentic && standing.isDirect && gradeReaches(source.grade, established.grade),
  );

const unmet = (requirements: Requirement[]): string[] =>
  requirements.filter(({ met }) => !met).map(({ needs }) => needs);

/** How high a body of evidence stands, and what the next rung lacks (weighing rules 4, 6 and 7). */
export const climb = (
  body: Body,
  commitment: Pick<PlacedCommitment, 'kind' | 'debtor'>,
  profile: Profile,
): { standard: Standard | null; next: { standard: Standard; needs: string[] } | null } => {
  const { kind } = commitment;
  if (affirming(body).length === 0 || probability(body.opinion) <= defaults.baseRate) {
    const standard = body.testimonies.length === 0 && body.verdicts.length > 0 ? 'indications' : null;
    const needs = ['one origin that reports conduct'];
    return { standard, next: { standard: standard ? 'probable' : 'indications', needs } };
  }
  const isProven =
    !(kind === 'prohibition' && body.bearing === 'performance') && hasAuthenticDocument(body, profile);
  if (isProven) return { standard: 'established', next: null };
  const toProbable = unmet(probableNeeds(body, profile));
  if (toProbable.length > 0)
    return { standard: 'indications', next: { standard: 'probable', needs: toProbable } };
  if (kind === 'prohibition' && body.bearing === 'performance') return { standard: 'probable', next: null };
  const toEstablished = unmet(establishedNeeds(body, debtorsOf(commitment), profile));
  return toEstablished.length > 0
    ? { standard: 'probable', next: { standard: 'established', needs: toEstablished } }
    : { standard: 'established', next: null };
};
