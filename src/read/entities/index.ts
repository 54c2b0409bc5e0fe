export { NameTags } from './name-tags.ts';
export { findReferents, type Referents } from './referents.ts';
export type { Draft } from './registry.ts';
export { relationOfNoun } from './relations.ts';
