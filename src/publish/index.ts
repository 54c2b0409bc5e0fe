export { boardText } from './board.ts';
export { type CratedCase, type CrateFile, crateMetadata, paths, type ReadBy } from './crate.ts';
export { cratePreview } from './crate-preview.ts';
export * from './edition/index.ts';
export { originSummary, originTable, originText } from './origin-words.ts';
export { type PaperFormat, paperFormats, renderPaper } from './paper/formats.ts';
export { paperStyle } from './paper/style.ts';
export { type Quotation, quotationOf } from './quotations.ts';
export { reasonsText } from './reasons.ts';
export { type Report, reportPaper } from './report/report.ts';
export {
  type CaseMaterial,
  commitmentsTable,
  documentsTable,
  evidenceTable,
  monthsTable,
  originsTable,
  type RowFilter,
} from './tables/case-tables.ts';
export { tableCsv } from './tables/csv.ts';
export { dataPackage } from './tables/data-package.ts';
export { pamSheet } from './tables/pam-sheet.ts';
export type { Table } from './tables/table.ts';
export { tableXlsx } from './tables/xlsx.ts';
export type { Screen } from './terminal.ts';
export { publicAgreement, publicCaptures, publicFacts, publicRevision } from './withheld.ts';
