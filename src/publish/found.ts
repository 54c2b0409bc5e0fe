import type { Assessment, CaseFile, Commitment, Finding } from '../model/index.ts';

/** A case with its assessment. */
export interface CaseMaterial {
  file: CaseFile;
  assessment: Assessment;
}

/** A commitment with the finding on it. */
export interface Found {
  commitment: Commitment;
  finding: Finding;
}

/** Each commitment with its finding, in the order of the case. */
export const foundIn = ({ file, assessment }: CaseMaterial): Found[] => {
  const findings = new Map(assessment.commitments.map((finding) => [finding.id, finding]));
  return file.commitments.flatMap((commitment) => {
    const finding = findings.get(commitment.id);
    return finding ? [{ commitment, finding }] : [];
  });
};

/** Each commitment that is asked for with its finding, in the order in which it is. */
export const foundOf = (material: CaseMaterial, ids: readonly string[]): Found[] => {
  const found = new Map(foundIn(material).map((each) => [each.commitment.id, each]));
  return ids.flatMap((id) => found.get(id) ?? []);
};
