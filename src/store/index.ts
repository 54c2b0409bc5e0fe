export type { CaseCounts, StoredCase } from './cases.ts';
export type { DocumentFilter, PageOf } from './document-pages.ts';
export { type OpenOptions, openStore } from './open.ts';
export type { ReadDocument } from './readings.ts';
export type { Revision } from './revision.ts';
export { matchEnd, matchStart, type SearchHit } from './search.ts';
export type { Store } from './store.ts';
export type { Problem } from './verify.ts';
