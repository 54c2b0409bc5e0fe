import { ProvisoError } from '../model/index.ts';
import { publisherKey } from '../weigh/index.ts';
import type { OpenCase } from './assess-case.ts';

/**
 * The subject of a rating that words name: `evidence:ID`, an id of the case, a publisher of its documents, or the key of
 * a source that speaks in them.
 * @throws ProvisoError PROVISO_ENTITY_NOT_FOUND for words that name none.
 */
export const ratingSubject = ({ file, matches, documents, statements }: OpenCase, words: string): string => {
  if (matches.evidence.some(({ id }) => words === `evidence:${id}`)) return words;
  const ids = new Set([...file.parties, ...file.actors].map(({ id }) => id));
  const publishers = new Set(
    [...documents.values()].flatMap(({ publisher }) => (publisher ? [publisherKey(publisher)] : [])),
  );
  const speakers = statements.flatMap(({ chain }) => chain.flatMap(({ entity, group }) => [entity, group]));
  const speaker = speakers.find((entity) => entity?.key === words || entity?.name === words);
  const key = ids.has(words) ? words : [publisherKey(words), words].find((name) => publishers.has(name));
  const found = key ?? speaker?.key;
  if (found !== undefined) return `source:${found}`;
  throw new ProvisoError(
    'PROVISO_ENTITY_NOT_FOUND',
    `Nobody called "${words}" speaks or publishes in the case "${file.id}".`,
    'Write an id of the case, the name of a publisher or a source, or evidence:ID; proviso why shows them.',
  );
};
