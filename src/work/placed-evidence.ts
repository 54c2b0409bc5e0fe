import type { Bearing, CaseFile, Decision, Evidence, Placement } from '../model/index.ts';

/** Which way placed evidence points; undefined where the case has no such commitment, or no such sign of an older store. */
export const placedBearing = ({ commitments }: CaseFile, placement: Placement): Bearing | undefined => {
  const commitment = commitments.find(({ id }) => id === placement.commitment);
  if (!commitment) return undefined;
  if ('bearing' in placement) return placement.bearing;
  return commitment.signs.find(({ id }) => id === placement.indicator)?.bearing;
};

const meaning = ({ statementId, commitment, bearing }: Evidence): string =>
  JSON.stringify([statementId, commitment, bearing]);

/**
 * Evidence where people say that it belongs: a piece that a person placed takes the commitment and the bearing that they
 * gave it, keeps its id, counts, and stands in the place of what the machine matched there. One that the case has no
 * place for any more is where it was matched.
 */
export const placedEvidence = (
  evidence: readonly Evidence[],
  decisions: readonly Decision[],
  file: CaseFile,
): Evidence[] => {
  const placements = new Map(
    decisions.filter(({ kind }) => kind === 'indicator').map((decision) => [decision.subject, decision]),
  );
  const placed = new Map<string, Evidence>();
  for (const item of evidence) {
    const decision = placements.get(`evidence:${item.id}`);
    if (decision?.kind !== 'indicator' || decision.value === null) continue;
    const bearing = placedBearing(file, decision.value);
    if (!bearing) continue;
    const { share: _, secondOpinion: __, ...same } = item;
    placed.set(item.id, {
      ...same,
      commitment: decision.value.commitment,
      kind: 'conduct',
      bearing,
      tier: 'counted',
      probability: null,
      elements: [],
      through: [`placed here by ${decision.by}`],
    });
  }
  const meant = new Set([...placed.values()].map(meaning));
  return evidence.flatMap((item) => placed.get(item.id) ?? (meant.has(meaning(item)) ? [] : [item]));
};
