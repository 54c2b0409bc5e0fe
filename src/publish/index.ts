export { boardText } from './board.ts';
export { type CratedCase, type CrateFile, crateMetadata, paths, type ReadBy } from './crate.ts';
export { cratePreview } from './crate-preview.ts';
export { originSummary, originTable, originText } from './origin-words.ts';
export { type Quotation, quotationOf } from './quotations.ts';
export { reasonsText } from './reasons.ts';
export { type Report, reportHtml } from './report.ts';
export type { Screen } from './terminal.ts';
export { publicAgreement, publicCaptures, publicFacts, publicRevision } from './withheld.ts';
