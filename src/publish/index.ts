export { boardText } from './board.ts';
export { originSummary, originTable, originText } from './origin-words.ts';
export { reasonsText } from './reasons.ts';
export { type Report, reportHtml } from './report.ts';
export type { Screen } from './terminal.ts';
