import type { CaseFile, Decision, Evidence, Indicator, Placement } from '../model/index.ts';

/** The indicator that a placement names; undefined where the case has none such. */
export const indicatorAt = ({ commitments }: CaseFile, placement: Placement): Indicator | undefined =>
  commitments
    .find(({ id }) => id === placement.commitment)
    ?.indicators.find(({ id }) => id === placement.indicator);

const meaning = ({ statementId, commitment, bearing }: Evidence): string =>
  JSON.stringify([statementId, commitment, bearing]);

/**
 * Evidence where people say that it belongs: a piece that a person placed takes the bearing and the strength of its new
 * indicator, keeps its id, and stands in the place of what the machine matched there. One whose indicator the case no
 * longer has is where it was matched.
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
    const indicator = indicatorAt(file, decision.value);
    if (!indicator) continue;
    const { share: _, ...same } = item;
    placed.set(item.id, {
      ...same,
      commitment: decision.value.commitment,
      indicator: indicator.id,
      bearing: indicator.bearing,
      strength: indicator.strength,
      through: [`placed here by ${decision.by}`],
    });
  }
  const meant = new Set([...placed.values()].map(meaning));
  return evidence.flatMap((item) => placed.get(item.id) ?? (meant.has(meaning(item)) ? [] : [item]));
};
