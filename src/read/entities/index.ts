export { relationOfNoun } from './descriptions.ts';
export { NameTags, type TaggedName } from './name-tags.ts';
export { findReferents, type Referents } from './referents.ts';
export type { Draft } from './registry.ts';
