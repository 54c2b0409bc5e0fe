import type { Finding, Origin } from '../../src/model/index.ts';

export type EvidenceItem = Finding['evidence'][number];

export interface OriginWithEvidence {
  origin: Origin;
  evidence: EvidenceItem[];
}

/** Something that does not count, with the reason and the evidence it would have been. */
export interface LeftOutItem {
  claim: string;
  why: string | null;
  evidence: EvidenceItem[];
}

/** The origin that shows a piece of evidence: one body may be an origin of breach and one of performance. */
const homeOf = (origins: readonly Origin[], { origin, claim }: EvidenceItem): Origin | undefined => {
  const homes = origins.filter(({ id }) => id === origin);
  return homes.find(({ claims }) => claims.includes(claim)) ?? homes[0];
};

/** The origins that say one thing of the commitment, those that move it most first. */
export const originsTelling = (
  { origins, evidence }: Pick<Finding, 'origins' | 'evidence'>,
  told: Pick<Origin, 'bearing' | 'stance'>,
): OriginWithEvidence[] =>
  origins
    .filter(({ bearing, stance }) => bearing === told.bearing && stance === told.stance)
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds) || a.name.localeCompare(b.name))
    .map((origin) => ({ origin, evidence: evidence.filter((item) => homeOf(origins, item) === origin) }));

/** What is left out: as the finding says, and any evidence that no origin shows, so that none is lost. */
export const leftOutItems = ({
  origins,
  evidence,
  leftOut,
}: Pick<Finding, 'origins' | 'evidence' | 'leftOut'>): LeftOutItem[] => {
  const homeless = evidence.filter((item) => item.role !== 'suggested' && !homeOf(origins, item));
  const items = new Map<string, LeftOutItem>();
  for (const { claim, why } of leftOut) {
    const item = items.get(claim);
    if (item) item.why = [item.why, why].filter(Boolean).join(' ');
    else items.set(claim, { claim, why, evidence: [] });
  }
  for (const piece of homeless) {
    const item = items.get(piece.claim) ?? { claim: piece.claim, why: null, evidence: [] };
    item.evidence.push(piece);
    items.set(piece.claim, item);
  }
  return [...items.values()];
};

/** What waits for a person, and does not count until accepted; the likeliest first. */
export const suggestedIn = ({ evidence }: Pick<Finding, 'evidence'>): EvidenceItem[] =>
  evidence
    .filter(({ role }) => role === 'suggested')
    .sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0) || a.id.localeCompare(b.id));

/** How many documents the origins rest on, each counted once. */
export const documentsOf = (origins: readonly Origin[]): number =>
  new Set(origins.flatMap(({ documents }) => documents)).size;

/** The document that a statement id (`documentId/claimId`) names. */
export const documentOfClaim = (claim: string): string => claim.split('/')[0] ?? claim;
