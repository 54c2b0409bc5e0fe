export { relationOfNoun } from './descriptions.ts';
export { NameTags } from './name-tags.ts';
export { findReferents, type Referents } from './referents.ts';
export type { Draft } from './registry.ts';
