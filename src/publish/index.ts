export { boardText } from './board.ts';
export { originSummary, originTable, originText } from './origin-words.ts';
export { type PaperFormat, paperFormats, renderPaper } from './paper/formats.ts';
export { paperStyle } from './paper/style.ts';
export { reasonsText } from './reasons.ts';
export { type Report, reportPaper } from './report/report.ts';
export type { Screen } from './terminal.ts';
