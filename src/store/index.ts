export type { CaseCounts, StoredCase } from './cases.ts';
export { type OpenOptions, openStore } from './open.ts';
export type { Problem } from './problem.ts';
export type { ReadDocument } from './readings.ts';
export { matchEnd, matchStart, type SearchHit } from './search.ts';
export type { Store } from './store.ts';
export { takenDown } from './takedowns.ts';
