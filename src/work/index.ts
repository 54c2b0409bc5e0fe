export { type Added, type AddOptions, addReports, type Refusal } from './add-reports.ts';
export { assessCase, findingOf, type OpenCase, openCase, today } from './assess-case.ts';
export { importCase } from './import-case.ts';
export { type Decision, judge } from './judge.ts';
export { linkCopies } from './link-copies.ts';
export type { Progress, Step } from './progress.ts';
export { readPending } from './read-pending.ts';
export { version } from './version.ts';
