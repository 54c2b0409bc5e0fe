export { type Coreference, resolveCoreference } from './coreference.ts';
export { NameTags } from './ner-spans.ts';
export type { EntityCluster } from './registry.ts';
export { relationOfNoun } from './relations.ts';
