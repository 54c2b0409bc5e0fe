import type { CaseFile, Evidence, FoundReply, Statement } from '../model/index.ts';
import { matchAssessment } from './assessments.ts';
import { matchStatement } from './matching.ts';
import { findReplies } from './replies.ts';

export { parseCase } from './case-file.ts';
export { caseSource } from './case-source.ts';
export { type DraftOptions, draftCase } from './draft.ts';
export { type Interval, intervalOf, meets, monthsOf } from './interval.ts';
export { caseJsonSchema } from './schema.ts';
export { type Trial, tryIndicator } from './trial.ts';
export { dueDay, endOf, isDueBy, relationToOpening, windowInterval } from './windows.ts';

/** What the reports say that bears on a case's commitments, before anything is weighed. */
export interface Matches {
  evidence: Evidence[];
  replies: FoundReply[];
}

/** Statements → evidence and replies: conduct by indicator, verdicts by party, replies by the accused. */
export const match = (file: CaseFile, statements: readonly Statement[]): Matches => {
  const conduct = statements.flatMap((statement) => matchStatement(file, statement));
  const reported = new Map<string, Set<string>>();
  for (const { documentId, commitment } of conduct) {
    reported.set(documentId, (reported.get(documentId) ?? new Set()).add(commitment));
  }
  const verdicts = statements.flatMap((statement) =>
    matchAssessment(file, statement, reported.get(statement.documentId) ?? new Set()),
  );
  const evidence = [...conduct, ...verdicts];
  return { evidence, replies: findReplies(file, statements, evidence) };
};
