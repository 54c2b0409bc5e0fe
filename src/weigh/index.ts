import type { Assessment, Commitment, Finding } from '../model/index.ts';
import { type Clocks, type Court, createCourt, type Material, type Memo } from './court.ts';

export { type Clocks, createCourt, type Material, type Memo, requireStandard } from './court.ts';
export { originTree, type TracedMaterial } from './origin-tree.ts';
export { type Ratings, ratingsOf } from './ratings.ts';
export { sensitivityOf } from './sensitivity.ts';
export { gradesOf, publisherKey } from './trust.ts';
export { judgedAs, type WhatIf, whatIf } from './what-if.ts';

/** A finding with the state of what it is conditional on. */
const annotated = (court: Court, { file }: Material, commitment: Commitment): Finding => ({
  ...court.find(commitment),
  conditions: commitment.conditionalOn.map((id) => {
    const condition = file.commitments.find((other) => other.id === id);
    return { commitment: id, status: condition ? court.find(condition).status : 'not assessed' };
  }),
});

/**
 * Evidence → origins → opinions → findings: the assessment of every commitment, on both clocks. With a `memo`, findings
 * that rest on what they rested on last time are taken from it.
 */
export const assess = (material: Material, clocks: Clocks, memo: Memo | null = null): Assessment => {
  const court = createCourt(material, clocks, memo);
  return {
    case: material.file.id,
    ...clocks,
    commitments: material.file.commitments.map((commitment) => annotated(court, material, commitment)),
  };
};

/** The finding on one commitment alone: the same as in the assessment of all. */
export const assessOne = (material: Material, clocks: Clocks, commitment: Commitment): Finding =>
  annotated(createCourt(material, clocks), material, commitment);
