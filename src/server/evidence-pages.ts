import type { EvidencePage, Finding, Origin } from '../model/index.ts';
import type { PageOf } from '../store/index.ts';
import type { OpenCase } from '../work/index.ts';
import { summaryOf } from './summaries.ts';

type EvidenceItem = Finding['evidence'][number];
type Told = Pick<Finding, 'origins' | 'evidence' | 'leftOut'>;

/** How much of each origin, and of what is left out, comes with a finding. */
const firstOnes = { evidence: 6, leftOut: 20 };

/** The origin that shows a piece of evidence: one body may be an origin of breach and one of performance. */
const homeOf = (origins: readonly Origin[], { origin, claim }: EvidenceItem): Origin | undefined => {
  const homes = origins.filter(({ id }) => id === origin);
  return homes.find(({ claims }) => claims.includes(claim)) ?? homes[0];
};

/** Whose evidence is asked for: that of an origin, or what no origin shows. */
export type Asked = Pick<Origin, 'bearing' | 'id'> | 'suggested' | 'left out';

const keyOf = (asked: Asked): string => (typeof asked === 'string' ? asked : `${asked.bearing} ${asked.id}`);

/** Suggestions by how likely they are; all else as it stands. */
const likeliestFirst = (a: EvidenceItem, b: EvidenceItem): number =>
  (b.probability ?? 0) - (a.probability ?? 0) || a.id.localeCompare(b.id);

/** Evidence by the origin that shows it; apart, what is only suggested and what no origin shows. */
const byHome = ({ origins, evidence }: Told): Map<string, EvidenceItem[]> => {
  const homes = new Map<string, EvidenceItem[]>();
  for (const item of evidence) {
    const key = keyOf(item.role === 'suggested' ? 'suggested' : (homeOf(origins, item) ?? 'left out'));
    const items = homes.get(key) ?? [];
    items.push(item);
    homes.set(key, items);
  }
  homes.get('suggested')?.sort(likeliestFirst);
  return homes;
};

/** The claims that are left out, each once: with a reason, or shown by no origin. */
const leftOutClaims = ({ leftOut }: Told, homeless: readonly EvidenceItem[]): string[] => [
  ...new Set([...leftOut.map(({ claim }) => claim), ...homeless.map(({ claim }) => claim)]),
];

/** The finding with the beginning of its evidence, and how much there is of each. */
export const beginningOf = (
  finding: Finding,
): { finding: Finding; counts: { evidence: Record<string, number>; leftOut: number } } => {
  const homes = byHome(finding);
  const homeless = homes.get('left out') ?? [];
  homes.delete('left out');
  const claims = leftOutClaims(finding, homeless);
  const first = new Set(claims.slice(0, firstOnes.leftOut));
  return {
    finding: {
      ...finding,
      evidence: [
        ...[...homes.values()].flatMap((items) => items.slice(0, firstOnes.evidence)),
        ...homeless.filter(({ claim }) => first.has(claim)),
      ],
      leftOut: finding.leftOut.filter(({ claim }) => first.has(claim)),
    },
    counts: {
      evidence: Object.fromEntries([...homes].map(([key, items]) => [key, items.length])),
      leftOut: claims.length,
    },
  };
};

/** A page of the evidence of one origin, of what is suggested, or of what is left out. */
export const evidencePage = (
  open: OpenCase,
  finding: Finding,
  asked: Asked,
  { offset, limit }: PageOf,
): EvidencePage => {
  const homes = byHome(finding);
  const items = homes.get(keyOf(asked)) ?? [];
  const allClaims = asked === 'left out' ? leftOutClaims(finding, items) : null;
  const claims = new Set(allClaims?.slice(offset, offset + limit));
  const evidence = allClaims
    ? items.filter(({ claim }) => claims.has(claim))
    : items.slice(offset, offset + limit);
  return {
    total: (allClaims ?? items).length,
    evidence,
    leftOut: finding.leftOut.filter(({ claim }) => claims.has(claim)),
    documents: Object.fromEntries(
      evidence.flatMap(({ document: id }) => {
        const document = open.documents.get(id);
        return document ? [[id, summaryOf(document)]] : [];
      }),
    ),
  };
};
