import {
  type CaseFile,
  type Decision,
  type EntityLine,
  type EntityListView,
  type EntityType,
  type EntityView,
  entryKey,
  holding,
  identityKeys,
  type NameJudgement,
  ProvisoError,
} from '../model/index.ts';
import { foldName, identitiesOf } from '../resolve/index.ts';
import type { CaseName, PageOf, Store } from '../store/index.ts';

/** What the case file says of a key. */
export const standingIn = ({ parties, actors }: CaseFile): ((key: string) => EntityLine['standing']) => {
  const partyIds = new Set(parties.map(({ id }) => id));
  const actorIds = new Set(actors.map(({ id }) => id));
  return (key) => (partyIds.has(key) ? 'party' : actorIds.has(key) ? 'actor' : 'other');
};

/** The names of a case that hold the words asked for, those met most often first. */
export const entityList = async (
  store: Store,
  file: CaseFile,
  { q = '', type }: { q?: string | undefined; type?: EntityType | undefined },
  page: PageOf,
): Promise<EntityListView> => {
  const { total, names } = await store.names(file.id, { folded: foldName(q), type }, page);
  const standing = standingIn(file);
  return { total, entities: names.map((name) => ({ ...name, standing: standing(name.key) })) };
};

const unknownName = (file: CaseFile, key: string): ProvisoError =>
  new ProvisoError(
    'PROVISO_ENTITY_NOT_FOUND',
    `The reports of the case "${file.id}" name nobody by the key "${key}".`,
    'Open it from the list of names.',
  );

/** Decisions on one of the keys and another name, with what that is called. */
const judgementsOn = (
  keys: ReadonlySet<string>,
  history: readonly Decision[],
  nameOf: (key: string) => string,
): NameJudgement[] => {
  const seen = new Set<string>();
  return history.flatMap((decision): NameJudgement[] => {
    if (decision.kind !== 'identity') return [];
    const { id, subject, value, reason, by, at } = decision;
    const [a, b] = identityKeys(subject);
    if (!keys.has(a) && !keys.has(b)) return [];
    const holds = !seen.has(subject);
    seen.add(subject);
    // Of two that are one by now, the one that stands for neither.
    const other = keys.has(a) && !(keys.has(b) && a.startsWith('name:')) ? b : a;
    return [{ id, subject, value, reason, by, at, other: { key: other, name: nameOf(other) }, holds }];
  });
};

/** One name, what it belongs to, and what people decided on it. @throws ProvisoError PROVISO_ENTITY_NOT_FOUND. */
export const entityView = async (store: Store, file: CaseFile, asked: string): Promise<EntityView> => {
  const history = await store.decisions(file.id, { kind: 'identity' });
  const identities = identitiesOf(holding(history));
  const key = identities.keyOf(asked);
  const found = await store.name(file.id, key);
  if (!found) throw unknownName(file, key);
  const { name, written, bodies, members } = found;
  const registered = new Map([...file.parties, ...file.actors].map((each) => [each.id, each]));
  const judged = history.flatMap(({ subject }) => identityKeys(subject));
  const isOfRegistry = judged.some((each) => each.includes(':') && !each.startsWith('name:'));
  const entries = new Map(
    (isOfRegistry ? await store.registryEntries() : []).map((entry) => [entryKey(entry), entry]),
  );
  const others = await store.namesByKey(file.id, [...new Set([...bodies, ...judged])]);
  const byFolded = new Map(written.map((each) => [foldName(each), each]));
  const nameOf = (id: string): string =>
    registered.get(id)?.name ??
    entries.get(id)?.name ??
    others.get(id)?.name ??
    byFolded.get(id.replace(/^name:/u, '')) ??
    id.replace(/^name:/u, '');
  const line: CaseName = { ...name, name: registered.get(key)?.name ?? name.name };
  return {
    entity: { ...line, standing: standingIn(file)(key) },
    aliases: [...new Set([...(registered.get(key)?.aliases ?? []), ...written])].filter(
      (alias) => alias !== line.name,
    ),
    bodies: bodies.map((id) => ({ key: id, name: nameOf(id) })),
    members,
    judgements: judgementsOn(new Set(identities.allOf(key)), history, nameOf),
  };
};
