import type { Assessment, CaseFile, Commitment, Decision, Finding } from '../../model/index.ts';
import type { Citable } from '../report/citations.ts';
import type { NamedPerson, NamedPlace } from './named.ts';

/** All that an edition is made of, before anything is hidden. */
export interface EditionSource extends Citable {
  file: CaseFile;
  assessment: Assessment;
  people: readonly NamedPerson[];
  places: readonly NamedPlace[];
  /** What people decided on publication, as it holds. */
  decisions: readonly Decision[];
}

export interface Found {
  commitment: Commitment;
  finding: Finding;
}

/** Each commitment with its finding, in the order of the case. */
export const foundIn = ({ file, assessment }: Pick<EditionSource, 'file' | 'assessment'>): Found[] => {
  const findings = new Map(assessment.commitments.map((finding) => [finding.id, finding]));
  return file.commitments.flatMap((commitment) => {
    const finding = findings.get(commitment.id);
    return finding ? [{ commitment, finding }] : [];
  });
};
