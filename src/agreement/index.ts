export { olderIndicators, parseCase, parseSign } from './case-file.ts';
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
export { dueDay, endOf, isDueBy, relationToOpening, windowInterval } from './windows.ts';
