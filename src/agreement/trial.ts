import type { CaseFile, Commitment, Evidence, Statement } from '../model/index.ts';
import { checkReferences, parseIndicator } from './case-file.ts';
import { matchStatement } from './matching.ts';

/** What an indicator would find. */
export interface Trial {
  evidence: Evidence;
  /** No indicator that the commitment has finds it too. */
  isNew: boolean;
}

/**
 * What an indicator would find for a commitment, before it is saved.
 * @param source the indicator, YAML as in a case file
 * @throws ProvisoError PROVISO_CASE_INVALID or PROVISO_CASE_UNKNOWN_ID.
 */
export const tryIndicator = (
  file: CaseFile,
  commitment: Commitment,
  source: string,
  statements: readonly Statement[],
): Trial[] => {
  // Alone in the file, the commitment waits for no other.
  const { anchor: _, ...window } = commitment.window;
  const present = { ...file, commitments: [{ ...commitment, window, conditionalOn: [] }] };
  const indicators = [parseIndicator(source)];
  const tried = { ...present, commitments: present.commitments.map((item) => ({ ...item, indicators })) };
  checkReferences(tried);
  return statements.flatMap((statement) => {
    const known = matchStatement(present, statement);
    return matchStatement(tried, statement).map((evidence) => ({
      evidence,
      isNew: !known.some(({ bearing }) => bearing === evidence.bearing),
    }));
  });
};
