import type { CaseFile, ResolvedEntity } from '../../model/index.ts';
import type { Cited, HandedOn } from './handed-on.ts';

/** A body or person that an export names. */
export interface NamedBody {
  /** Id in the case file, else the key of the name, else `publisher:` and the name. */
  key: string;
  name: string;
  aliases: readonly string[];
  kind: 'party' | 'actor' | 'publisher' | 'speaker';
  isPerson: boolean;
}

const listed = ({ parties, actors }: CaseFile, people: ReadonlySet<string>): NamedBody[] => [
  ...parties.map(({ id: key, name, aliases }) => ({
    key,
    name,
    aliases,
    kind: 'party' as const,
    isPerson: false,
  })),
  ...actors.map(({ id: key, name, aliases, memberOf }) => ({
    key,
    name,
    aliases,
    kind: 'actor' as const,
    // As weighing has it: who is a member of something is somebody.
    isPerson: memberOf.length > 0 || people.has(key),
  })),
];

const spoken = new Set<ResolvedEntity['type']>(['person', 'organisation', 'armed-group', 'state']);

/** Who speaks in a sentence and has a name; statements that are handed on come without private persons. */
export const speakersOf = ({ statements }: HandedOn, { item }: Cited): ResolvedEntity[] =>
  (statements.get(item.claim)?.chain ?? []).flatMap(({ entity }) =>
    entity && !entity.key.startsWith('doc:') && spoken.has(entity.type) ? [entity] : [],
  );

export const publisherKey = (name: string): string => `publisher:${name}`;

/** Whom an export names, once each: parties, actors, publishers of what is cited, and those who speak in it. */
export const namedBodies = (handed: HandedOn, cited: readonly Cited[]): NamedBody[] => {
  const speakers = cited.flatMap((one) => speakersOf(handed, one));
  const people = new Set(speakers.flatMap(({ key, type }) => (type === 'person' ? [key] : [])));
  const bodies: NamedBody[] = [
    ...listed(handed.file, people),
    ...cited.flatMap(({ document: { publisher } }): NamedBody[] =>
      publisher
        ? [{ key: publisherKey(publisher), name: publisher, aliases: [], kind: 'publisher', isPerson: false }]
        : [],
    ),
    ...speakers.map(
      ({ key, name, type }): NamedBody => ({
        key,
        name,
        aliases: [],
        kind: 'speaker',
        isPerson: type === 'person',
      }),
    ),
  ];
  const once = new Map<string, NamedBody>();
  for (const body of bodies) if (!once.has(body.key)) once.set(body.key, body);
  return [...once.values()];
};
