import type { Document, Reading, Statement } from '../model/index.ts';
import { resolveEntities } from './entities.ts';
import { createRegistry, type Knowledge } from './registry.ts';
import { statementsOf } from './statements.ts';

export { candidatesFor, candidatesOf, type UnknownName } from './candidates.ts';
export { castOf, type Part, partsIn } from './cast.ts';
export { foldName } from './fold.ts';
export { identitiesOf } from './identities.ts';
export { entityKeys } from './keys.ts';
export { compareNames, type NameComparison } from './names/compare.ts';

export { parseRegistry } from './registries/index.ts';
export type { Knowledge } from './registry.ts';

/** One document of a case, read. */
export interface ReadDocument {
  document: Pick<Document, 'id' | 'publisher' | 'published'>;
  reading: Reading;
}

/** Mentions → entities across documents: every claim of every document, with everyone in it named. */
export const resolve = (knowledge: Knowledge, documents: readonly ReadDocument[]): Statement[] => {
  const registry = createRegistry(knowledge);
  return documents.flatMap(({ document, reading }) =>
    statementsOf(document, reading, resolveEntities(reading, registry), registry),
  );
};
