import { type Entity, quote, type Reading, type ResolvedEntity } from '../model/index.ts';
import { nameKey, type Registry } from './registry.ts';
import { membership } from './relations.ts';

/** The words an entity is named by, the fullest first. */
const namesOf = (entity: Entity, reading: Reading): string[] => {
  const named = new Set(
    reading.mentions
      .filter(({ entity: id, kind }) => id === entity.id && kind !== 'pronoun')
      .map(({ span }) => quote(reading.text, span)),
  );
  return [entity.name, ...[...named].sort((a, b) => b.length - a.length)];
};

const registered = (names: string[], registry: Registry) => {
  for (const name of names) {
    const found = registry.byPhrase(name);
    if (found) return found;
  }
  return undefined;
};

/** Only what is no person's name can be "part of" the actor its words begin with. */
const prefixBody = (entity: Entity, registry: Registry) =>
  entity.type === 'person' ? undefined : registry.byPrefix(entity.name);

/** Whether it has a name that other documents may know it by. */
export const isNamed = ({ name }: Pick<Entity, 'name'>): boolean => /\p{Lu}|\p{Lo}/u.test(name);

const unregistered = (entity: Entity, reading: Reading, registry: Registry): ResolvedEntity => {
  const prefix = prefixBody(entity, registry);
  const key = isNamed(entity) ? nameKey(entity.name) : `doc:${reading.id}:${entity.id}`;
  const own = registry.belongings(key, reading.published);
  const above = prefix ? registry.belongings(prefix.key, reading.published).bodies : [];
  return {
    key,
    name: entity.name,
    type: entity.type,
    ...own,
    bodies: [...new Set([...own.bodies, ...above])],
  };
};

/** Somebody whom the reader takes for nobody's mention, known by the words: "some of the foreign fighters". */
export const describedBy = (
  words: string,
  published: string | null,
  registry: Registry,
): ResolvedEntity | null => {
  const found = registry.byPhrase(words);
  return found ? { ...found, type: 'other', ...registry.belongings(found.key, published) } : null;
};

/**
 * Names a reading's entities across documents: a party or actor of the case by name or alias, else the
 * folded name. Bodies come from the case file, registries and people, as of the document's date, and from what the
 * document itself says of membership, closed over.
 */
export const resolveEntities = (reading: Reading, registry: Registry): Map<string, ResolvedEntity> => {
  const resolved = new Map<string, ResolvedEntity>();
  for (const entity of reading.entities) {
    const found = registered(namesOf(entity, reading), registry);
    const known = found && {
      ...found,
      type: entity.type,
      ...registry.belongings(found.key, reading.published),
    };
    resolved.set(entity.id, known ?? unregistered(entity, reading, registry));
  }
  return closeOverRelations(reading, resolved);
};

/** Adds the bodies that the document's own descriptions state, until nothing new is reached. */
const closeOverRelations = (
  reading: Reading,
  resolved: Map<string, ResolvedEntity>,
): Map<string, ResolvedEntity> => {
  const bodies = new Map([...resolved].map(([id, entity]) => [id, new Set(entity.bodies)]));
  const links = reading.entities.flatMap((entity) =>
    entity.relations.filter(({ type }) => membership.has(type)).map(({ to }) => [entity.id, to] as const),
  );
  for (let grew = true; grew; ) {
    grew = false;
    for (const [from, to] of links) {
      const own = bodies.get(from);
      const before = own?.size;
      for (const body of bodies.get(to) ?? []) own?.add(body);
      grew ||= own?.size !== before;
    }
  }
  return new Map(
    [...resolved].map(([id, entity]) => [id, { ...entity, bodies: [...(bodies.get(id) ?? [])] }]),
  );
};
