import { type CaseFile, type Commitment, ProvisoError } from '../model/index.ts';

/** @throws ProvisoError PROVISO_COMMITMENT_NOT_FOUND. */
export const requireCommitment = (file: CaseFile, id: string): Commitment => {
  const commitment = file.commitments.find((item) => item.id === id);
  if (commitment) return commitment;
  throw new ProvisoError(
    'PROVISO_COMMITMENT_NOT_FOUND',
    `The case "${file.id}" has no commitment "${id}".`,
    `It has: ${file.commitments.map((item) => item.id).join(', ')}.`,
  );
};
