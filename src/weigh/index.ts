import type { Assessment } from '../model/index.ts';
import { type Clocks, createCourt, type Material, type Memo } from './court.ts';

export { type Clocks, type Material, type Memo, requireStandard } from './court.ts';
export { originTree, type TracedMaterial } from './origin-tree.ts';
export { type Ratings, ratingsOf } from './ratings.ts';
export { sensitivityOf } from './sensitivity.ts';
export { gradesOf, publisherKey } from './trust.ts';

/**
 * Evidence → origins → opinions → findings: the assessment of every commitment, on both clocks. With a `memo`, findings
 * that rest on what they rested on last time are taken from it.
 */
export const assess = (material: Material, clocks: Clocks, memo: Memo | null = null): Assessment => {
  const { file } = material;
  const findings = file.commitments.map(createCourt(material, clocks, memo));
  const statusOf = new Map(findings.map(({ id, status }) => [id, status]));
  return {
    case: file.id,
    ...clocks,
    commitments: findings.map((finding, index) => ({
      ...finding,
      conditions: (file.commitments[index]?.conditionalOn ?? []).map((commitment) => ({
        commitment,
        status: statusOf.get(commitment) ?? 'not assessed',
      })),
    })),
  };
};
