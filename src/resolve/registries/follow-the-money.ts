import { z } from 'zod';
import { type EntityType, ProvisoError, type RegistryEntry, type StateType } from '../../model/index.ts';

const Entity = z.object({
  id: z.string().min(1),
  schema: z.string(),
  properties: z.record(z.string(), z.array(z.string())),
});
type Entity = z.infer<typeof Entity>;

/** Schemata that are somebody or some body (followthemoney.tech/explorer). */
const types: ReadonlyMap<string, EntityType> = new Map([
  ['Person', 'person'],
  ['Organization', 'organisation'],
  ['Company', 'organisation'],
  ['LegalEntity', 'organisation'],
  ['PublicBody', 'organisation'],
]);

/** Schemata that stand between two of them: which is related to which, and how. */
const links: ReadonlyMap<string, { from: string; to: string; type: StateType }> = new Map([
  ['Membership', { from: 'member', to: 'organization', type: 'member-of' }],
  ['Employment', { from: 'employee', to: 'employer', type: 'member-of' }],
  ['Directorship', { from: 'director', to: 'organization', type: 'leads' }],
  ['Ownership', { from: 'asset', to: 'owner', type: 'part-of' }],
]);

const all = ({ properties }: Entity, name: string): string[] => properties[name] ?? [];

const entryOf = (entity: Entity, type: EntityType, registry: string): RegistryEntry => {
  const [name = entity.id, ...others] = all(entity, 'name');
  return {
    registry,
    id: entity.id,
    type,
    name,
    aliases: [...others, ...all(entity, 'alias'), ...all(entity, 'previousName')],
    weakAliases: all(entity, 'weakAlias'),
    note: all(entity, 'topics').join(', '),
    relations: [],
  };
};

const relationOf = (entity: Entity) => {
  const link = links.get(entity.schema);
  const [from] = link ? all(entity, link.from) : [];
  const [to] = link ? all(entity, link.to) : [];
  if (!link || !from || !to) return null;
  const [since = null] = all(entity, 'startDate');
  const [until = null] = all(entity, 'endDate');
  return { from, relation: { type: link.type, to, since, until } };
};

const parseLine = (line: string, index: number): Entity => {
  const wrong = (what: string) =>
    new ProvisoError(
      'PROVISO_REGISTRY_INVALID',
      `Line ${index + 1} of the registry is no FollowTheMoney entity: ${what}.`,
      'Give JSON Lines of {"id", "schema", "properties"}.',
    );
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw wrong('it is no JSON');
  }
  const parsed = Entity.safeParse(value);
  if (!parsed.success) throw wrong(parsed.error.issues[0]?.path.join('.') || 'it is no object');
  return parsed.data;
};

/**
 * People and bodies from FollowTheMoney's JSON Lines, with their memberships, posts and owners; all else is passed over.
 * @throws ProvisoError PROVISO_REGISTRY_INVALID, with the line.
 */
export const parseFollowTheMoney = (text: string, registry: string): RegistryEntry[] => {
  const entities = text.split('\n').flatMap((line, index) => (line.trim() ? [parseLine(line, index)] : []));
  const entries = new Map<string, RegistryEntry>();
  for (const entity of entities) {
    const type = types.get(entity.schema);
    if (type) entries.set(entity.id, entryOf(entity, type, registry));
  }
  for (const entity of entities) {
    const link = relationOf(entity);
    if (link) entries.get(link.from)?.relations.push(link.relation);
  }
  return [...entries.values()];
};
