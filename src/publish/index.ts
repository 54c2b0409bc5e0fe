export { boardText } from './board.ts';
export { type CratedCase, type CrateFile, crateMetadata, paths, type ReadBy } from './crate.ts';
export { cratePreview } from './crate-preview.ts';
export * from './edition/index.ts';
export { sourcesBibtex, sourcesCsl, sourcesRis } from './exchange/bibliography.ts';
export { entitiesFtm } from './exchange/follow-the-money.ts';
export { eventsGeoJson } from './exchange/geojson.ts';
export { asHandedOn, citedIn, documentsCited, type HandedOn } from './exchange/handed-on.ts';
export { type Provenance, quotationsJsonLd } from './exchange/linked-data.ts';
export { caseStix } from './exchange/stix.ts';
export { bearingWords, creditorNames, debtorNames } from './in-words.ts';
export { lastReportOf, monthsUpTo } from './last-report.ts';
export { Named } from './named.ts';
export { originSummary, originTable, originText } from './origin-words.ts';
export { type PaperFormat, paperFormats, renderPaper } from './paper/formats.ts';
export { paperStyle } from './paper/style.ts';
export { plainWords, statusSentence } from './plain-words.ts';
export { type Quotation, quotationOf } from './quotations.ts';
export { reasonsText } from './reasons.ts';
export { type Report, reportPaper } from './report/report.ts';
export { reportedEvents } from './reported-events.ts';
export {
  commitmentsTable,
  documentsTable,
  evidenceTable,
  monthsTable,
  originsTable,
  type RowFilter,
} from './tables/case-tables.ts';
export { tableCsv } from './tables/csv.ts';
export { dataPackage, type PackageForm } from './tables/data-package.ts';
export { eventsTable } from './tables/events-table.ts';
export { pamSheet } from './tables/pam-sheet.ts';
export type { Table } from './tables/table.ts';
export { tableXlsx } from './tables/xlsx.ts';
export type { Screen } from './terminal.ts';
export { publicAgreement, publicCaptures, publicFacts, publicRevision } from './withheld.ts';
