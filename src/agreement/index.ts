export { olderIndicators, parseCase, parseSign } from './case-file.ts';
export { caseFromDraft } from './case-from-draft.ts';
export { caseSource } from './case-source.ts';
export {
  type DraftedCaseOptions,
  type DraftInput,
  type DraftReader,
  draftAgreement,
  draftedCase,
} from './draft/index.ts';
export { type Interval, intervalOf, meets, monthsOf } from './interval.ts';
export { caseJsonSchema } from './schema.ts';
export { draftFromTable } from './table.ts';
export {
  dueDay,
  endOf,
  isDueBy,
  type OpenWindow,
  type PlacedCommitment,
  placed,
  relationToOpening,
  windowInterval,
} from './windows.ts';
