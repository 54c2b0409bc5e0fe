import type { Assessment, Finding, Status, Verdict } from '../model/index.ts';
import { assessCase, type OpenCase, onlyOf } from './assess-case.ts';

type EvidenceItem = Finding['evidence'][number];

/** A suggestion with what accepting and rejecting it would do to its finding. */
export interface Weighed {
  evidence: EvidenceItem;
  commitment: string;
  moves: number;
  status: Status;
  statusWith: Status;
  statusWithout: Status;
}

/** What an opinion says of which nothing is known. */
const baseRate = 0.5;

/** How many suggestions are weighed exactly for each one asked for; the others keep their estimate. */
const candidatesEach = 2;

/**
 * What judging a suggestion would move, estimated from the finding alone. Of what counts, within an origin the least
 * uncertain telling stands for all: the first of them carries what the origin adds, the others little. What does not count
 * yet may settle some of what is uncertain, as likely as it holds.
 */
const estimates = (finding: Finding): Map<string, number> => {
  const estimated = new Map<string, number>();
  for (const origin of finding.origins) {
    const tellings = finding.evidence
      .filter(
        (item) => item.role === 'counts' && item.origin === origin.id && item.bearing === origin.bearing,
      )
      .sort((a, b) => a.opinion.uncertainty - b.opinion.uncertainty);
    for (const [place, { id }] of tellings.entries()) estimated.set(id, origin.adds / (1 + 10 * place));
  }
  for (const { id, role, bearing, probability } of finding.evidence)
    if (role === 'suggested') estimated.set(id, ((probability ?? 0) * finding[bearing].uncertainty) / 2);
  return estimated;
};

/** The finding as a verdict on one piece of its evidence would make it. */
const judgedAs = (material: OpenCase, clocks: Assessment, id: string, verdict: Verdict): Finding => {
  const evidence = material.matches.evidence.map((item) => (item.id === id ? { ...item, verdict } : item));
  const judged = { ...material, matches: { ...material.matches, evidence } };
  // The material is that of one commitment.
  return assessCase(judged, clocks).commitments[0] as Finding;
};

const weighed = (
  material: OpenCase,
  clocks: Assessment,
  finding: Finding,
  evidence: EvidenceItem,
): Weighed => {
  const isSuggested = evidence.role === 'suggested';
  const other = isSuggested
    ? judgedAs(material, clocks, evidence.id, 'accepted')
    : judgedAs(material, clocks, evidence.id, 'rejected');
  const [withIt, without] = isSuggested ? [other, finding] : [finding, other];
  const probability = (of: Finding) => of[evidence.bearing].probability ?? baseRate;
  return {
    evidence,
    commitment: finding.id,
    moves: probability(withIt) - probability(without),
    status: finding.status,
    statusWith: withIt.status,
    statusWithout: without.status,
  };
};

/** Those that change a status come first, then those that move a probability most. */
const byWeight = (a: Weighed, b: Weighed): number =>
  Number(b.statusWith !== b.statusWithout) - Number(a.statusWith !== a.statusWithout) ||
  Math.abs(b.moves) - Math.abs(a.moves) ||
  a.evidence.id.localeCompare(b.evidence.id);

const isWaiting = ({ verdict, role }: EvidenceItem): boolean => verdict === 'proposed' && role !== 'left out';

/** The suggestions that nobody has judged, those first that would move a finding most; and how many wait. */
export const suggestions = (
  open: OpenCase,
  assessment: Assessment,
  { limit, commitment }: { limit: number; commitment?: string | undefined },
): { waiting: number; first: Weighed[] } => {
  const waiting = assessment.commitments
    .filter(({ id }) => commitment === undefined || id === commitment)
    .flatMap((finding) => {
      const estimated = estimates(finding);
      return finding.evidence
        .filter(isWaiting)
        .map((evidence) => ({ finding, evidence, estimate: estimated.get(evidence.id) ?? 0 }));
    });
  const materials = new Map<string, OpenCase>();
  const material = (id: string): OpenCase => {
    const known = materials.get(id) ?? onlyOf(open, id);
    materials.set(id, known);
    return known;
  };
  const first = waiting
    .sort((a, b) => b.estimate - a.estimate || a.evidence.id.localeCompare(b.evidence.id))
    .slice(0, limit * candidatesEach)
    .map(({ finding, evidence }) => weighed(material(finding.id), assessment, finding, evidence))
    .sort(byWeight)
    .slice(0, limit);
  return { waiting: waiting.length, first };
};

/** How much evidence of the case a person has judged. */
export const judgedCount = ({ matches }: OpenCase, commitment?: string): number =>
  matches.evidence.filter(
    (item) => item.verdict !== 'proposed' && (commitment === undefined || item.commitment === commitment),
  ).length;
