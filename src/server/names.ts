import {
  type EntityLine,
  type EntityListView,
  type EntityType,
  type EntityView,
  ProvisoError,
  type Statement,
} from '../model/index.ts';
import { foldName } from '../resolve/index.ts';
import type { PageOf } from '../store/index.ts';
import type { WholeCase } from '../work/index.ts';
import { indexOf, type Named } from './case-index.ts';

const lineOf = ({ entity: { key, name, type }, standing, acts, undergoes, speaks }: Named): EntityLine => ({
  key,
  name,
  type,
  standing,
  documents: new Set([...acts, ...undergoes, ...speaks].map(({ documentId }) => documentId)).size,
  acts: acts.length,
  undergoes: undergoes.length,
  speaks: speaks.length,
});

const size = ({ acts, undergoes, speaks }: Named): number => acts.length + undergoes.length + speaks.length;

/** The names of a case that hold the words asked for, those met most often first. */
export const entityList = (
  open: WholeCase,
  { q = '', type }: { q?: string | undefined; type?: EntityType | undefined },
  { offset, limit }: PageOf,
): EntityListView => {
  const wanted = foldName(q);
  const found = [...indexOf(open).values()]
    .filter(({ entity }) => (!type || entity.type === type) && foldName(entity.name).includes(wanted))
    .sort((a, b) => size(b) - size(a) || a.entity.name.localeCompare(b.entity.name));
  return { total: found.length, entities: found.slice(offset, offset + limit).map(lineOf) };
};

const namedBy = (open: WholeCase, key: string): Named => {
  const found = indexOf(open).get(key);
  if (found) return found;
  throw new ProvisoError(
    'PROVISO_ENTITY_NOT_FOUND',
    `The reports of the case "${open.file.id}" name nobody by the key "${key}".`,
    'Open it from the list of names.',
  );
};

/** One name, and what it belongs to. @throws ProvisoError PROVISO_ENTITY_NOT_FOUND. */
export const entityView = (open: WholeCase, key: string): EntityView => {
  const named = indexOf(open);
  const found = namedBy(open, key);
  const registered = [...open.file.parties, ...open.file.actors];
  const nameOf = (id: string) =>
    registered.find((each) => each.id === id)?.name ?? named.get(id)?.entity.name ?? id;
  const others = (keys: readonly string[]) =>
    keys.filter((id) => id !== key).map((id) => ({ key: id, name: nameOf(id) }));
  const members = [...named.values()].filter(({ entity }) => entity.bodies.includes(key));
  return {
    entity: lineOf(found),
    aliases: registered.find(({ id }) => id === key)?.aliases ?? [],
    bodies: others(found.entity.bodies),
    members: others(members.map(({ entity }) => entity.key)).slice(0, 100),
  };
};

/** What a name does, undergoes or says. @throws ProvisoError PROVISO_ENTITY_NOT_FOUND. */
export const statementsOfEntity = (
  open: WholeCase,
  key: string,
  part: 'acts' | 'undergoes' | 'speaks',
): readonly Statement[] => namedBy(open, key)[part];
