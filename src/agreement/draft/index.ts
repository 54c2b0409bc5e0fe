export { type DraftInput, type DraftReader, draftAgreement } from './draft.ts';
export { type DraftedCaseOptions, draftedCase } from './drafted-case.ts';
