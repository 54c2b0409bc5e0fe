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

const keyOf = ({ bearing, id }: Pick<Origin, 'bearing' | 'id'>): string => `${bearing} ${id}`;

/** Evidence by the origin that shows it; under '' what no origin shows. */
const byHome = ({ origins, evidence }: Told): Map<string, EvidenceItem[]> => {
  const homes = new Map<string, EvidenceItem[]>();
  for (const item of evidence) {
    const home = homeOf(origins, item);
    const key = home ? keyOf(home) : '';
    const items = homes.get(key) ?? [];
    items.push(item);
    homes.set(key, items);
  }
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
  const homeless = homes.get('') ?? [];
  homes.delete('');
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

/** A page of the evidence of one origin (`bearing` and `id`), or of what is left out where none is named. */
export const evidencePage = (
  open: OpenCase,
  finding: Finding,
  origin: Pick<Origin, 'bearing' | 'id'> | null,
  { offset, limit }: PageOf,
): EvidencePage => {
  const homes = byHome(finding);
  const items = homes.get(origin ? keyOf(origin) : '') ?? [];
  const claims = new Set(origin ? [] : leftOutClaims(finding, items).slice(offset, offset + limit));
  const evidence = origin
    ? items.slice(offset, offset + limit)
    : items.filter(({ claim }) => claims.has(claim));
  return {
    total: origin ? items.length : leftOutClaims(finding, items).length,
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
