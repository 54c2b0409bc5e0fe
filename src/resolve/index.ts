import type { CaseFile, Document, Reading, Statement } from '../model/index.ts';
import { resolveEntities } from './entities.ts';
import { createRegistry } from './registry.ts';
import { statementsOf } from './statements.ts';

export { foldName } from './fold.ts';
export { compareNames, type NameComparison } from './names/compare.ts';

/** One document of a case, read. */
export interface ReadDocument {
  document: Pick<Document, 'id' | 'publisher' | 'published'>;
  reading: Reading;
}

/** Mentions → entities across documents: every claim of every document, with everyone in it named. */
export const resolve = (file: CaseFile, documents: readonly ReadDocument[]): Statement[] => {
  const registry = createRegistry(file);
  return documents.flatMap(({ document, reading }) =>
    statementsOf(document, reading, resolveEntities(reading, registry)),
  );
};
