import type { Document, Reading, Statement } from '../model/index.ts';
import { resolveEntities } from './entities.ts';
import { type NamedSpan, namesIn, withNames } from './names-in-text.ts';
import { createRegistry, type Knowledge } from './registry.ts';
import { statementsOf } from './statements.ts';

export { candidatesFor, candidatesOf, type UnknownName } from './candidates.ts';
export { castOf, type Part, partsIn } from './cast.ts';
export { foldName } from './fold.ts';
export { identitiesOf } from './identities.ts';
export { entityKeys } from './keys.ts';
export { compareNames, type NameComparison } from './names/compare.ts';
export type { NamedSpan } from './names-in-text.ts';
export { parseRegistry } from './registries/index.ts';
export type { Knowledge } from './registry.ts';

/** One document of a case, read. */
export interface ReadDocument {
  document: Pick<Document, 'id' | 'publisher' | 'published'>;
  reading: Reading;
}

/** One document with everyone in it named across documents. */
export interface ResolvedDocument extends ReadDocument {
  statements: Statement[];
  /** In text order; pronouns stand with whom they stand for. */
  named: NamedSpan[];
}

/** Mentions → entities across documents: every claim of every document, with everyone in it named. */
export const resolve = (knowledge: Knowledge, documents: readonly ReadDocument[]): ResolvedDocument[] => {
  const registry = createRegistry(knowledge);
  return documents.map(({ document, reading }) => {
    const entities = resolveEntities(reading, registry);
    const mentioned = reading.mentions.flatMap(({ span, entity }) => {
      const resolved = entity === null ? undefined : entities.get(entity);
      return resolved ? [{ span, entity: resolved }] : [];
    });
    return {
      document,
      reading,
      statements: statementsOf(document, reading, entities, registry),
      named: withNames(mentioned, namesIn(reading.text, registry, reading.published)),
    };
  });
};

/** The parties and actors of a case that a text names, by their names and aliases alone: no reader is needed. */
export const namedIn = (knowledge: Knowledge, text: string): NamedSpan[] =>
  namesIn(text, createRegistry(knowledge), null);
