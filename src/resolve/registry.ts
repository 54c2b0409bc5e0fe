import {
  type CaseFile,
  type Decision,
  entryKey,
  type RegistryEntry,
  type ResolvedEntity,
} from '../model/index.ts';
import { foldName } from './fold.ts';
import { type Identities, identitiesOf } from './identities.ts';
import { heldOn, type KnownRelation, knownRelations, membership } from './relations.ts';

/** What is known of names beside the reports: the case, registries, and what people decided. */
export interface Knowledge {
  file: CaseFile;
  entries: readonly RegistryEntry[];
  /** The decisions that hold, of kinds `identity` and `relation`. */
  decisions: readonly Decision[];
}

/** A party, an actor or an entry of a registry. */
interface Registered {
  key: string;
  name: string;
}

/** Everybody who is known, found by name. */
export interface Registry {
  /** Whose name or alias this is. */
  byName(name: string): Registered | undefined;
  /** Whether a name may begin with this word, whatever follows: of few words of a text it may. */
  mayBegin(word: string): boolean;
  /** Whether somebody is registered under a name in small letters ("rebels"), so that it counts as written. */
  isLowerCase(name: string): boolean;
  /** Whose name or alias a phrase is, but for how many of them it speaks ("some of the border guards"). */
  byPhrase(words: string): Registered | undefined;
  /** Whose name or alias these words begin with ("Ruritanian border guards"). */
  byPrefix(words: string): Registered | undefined;
  /** The bodies of a key on a date (null: ever), itself first, with who says so; and its allies. */
  belongings(key: string, date: string | null): Pick<ResolvedEntity, 'bodies' | 'sources' | 'allies'>;
}

/** The key of a name that nobody is registered under. */
export const nameKey = (name: string): string => `name:${foldName(name)}`;

/** Words that say how many of a group are meant, and of which standing. */
const counting =
  /^(?:(?:the|an?|its|their|his|her|all|some|many|most|several|few|both|other|more|fewer|less|than|about|around|at|least|up|to|nearly|almost|over|dozens|hundreds|thousands|of|last|first|remaining|suspected|alleged|senior|unnamed|one|two|three|four|five|six|seven|eight|nine|ten|[\d,.]+) )+/u;

/** Everyone with a name, under the key that stands for them: an entry only once a person said whose it is. */
const registeredNames = ({ file, entries }: Knowledge, identities: Identities): Map<string, Registered> => {
  const byName = new Map<string, Registered>();
  const register = (key: string, name: string, aliases: readonly string[]) => {
    const registered = { key: identities.keyOf(key), name };
    for (const alias of [name, ...aliases]) {
      const own = nameKey(alias);
      if (identities.isDifferent(own, key) || identities.isDifferent(own, registered.key)) continue;
      if (!byName.has(foldName(alias))) byName.set(foldName(alias), registered);
    }
  };
  const people = [...file.parties, ...file.actors];
  // Of two that bear a name, the one named later in the file has it.
  for (const { id, name, aliases } of people.toReversed()) register(id, name, aliases);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  for (const entry of entries) {
    const key = entryKey(entry);
    if (identities.allOf(key).length === 1) continue;
    const shown = names.get(identities.keyOf(key)) ?? entry.name;
    register(key, shown, [entry.name, ...entry.aliases]);
  }
  return byName;
};

const groupBy = (relations: readonly KnownRelation[], identities: Identities) => {
  const byFrom = new Map<string, KnownRelation[]>();
  for (const relation of relations) {
    const from = identities.keyOf(relation.from);
    byFrom.set(from, [...(byFrom.get(from) ?? []), relation]);
  }
  return byFrom;
};

export const createRegistry = (knowledge: Knowledge): Registry => {
  const { file, entries, decisions } = knowledge;
  const identities = identitiesOf(decisions);
  const byName = registeredNames(knowledge, identities);
  const relations = knownRelations(file, entries, decisions);
  const upwards = groupBy(
    relations.filter(({ type }) => membership.has(type)),
    identities,
  );
  const alliances = relations.filter(({ type }) => type === 'allied-with');
  const shown = new Map([...byName.values()].map(({ key, name }) => [key, name]));

  /** Everything reachable over memberships that held on the date. */
  const closure = (start: string, date: string | null) => {
    const reached = new Map<string, string | null>([[start, null]]);
    for (const key of reached.keys()) {
      for (const relation of upwards.get(key) ?? []) {
        const to = identities.keyOf(relation.to);
        if (!reached.has(to) && heldOn(relation, date)) reached.set(to, relation.source);
      }
    }
    return reached;
  };

  const alliesOf = (bodies: ReadonlySet<string>, date: string | null): string[] =>
    alliances
      .filter((relation) => heldOn(relation, date))
      .flatMap(({ from, to }) => {
        const [one, other] = [identities.keyOf(from), identities.keyOf(to)];
        return [...(bodies.has(one) ? [other] : []), ...(bodies.has(other) ? [one] : [])];
      });

  const find = (name: string): Registered | undefined => {
    const folded = foldName(name);
    const found = byName.get(folded);
    if (found) return found;
    const own = `name:${folded}`;
    const key = identities.keyOf(own);
    return key === own ? undefined : { key, name: shown.get(key) ?? name };
  };

  const beginnings = new Set(
    [...byName.keys(), ...identities.keys().map((key) => key.replace(/^name:/u, ''))].map(
      (folded) => folded.split(' ')[0],
    ),
  );
  const begins = new Map<string, boolean>();
  const small = new Set(
    [...file.parties, ...file.actors].flatMap(({ name, aliases }) =>
      [name, ...aliases].filter((alias) => !/\p{Lu}/u.test(alias)).map(foldName),
    ),
  );
  return {
    byName: find,
    mayBegin(word) {
      const known = begins.get(word);
      if (known !== undefined) return known;
      const [first = ''] = foldName(word).split(' ');
      // Of a longer name an article is left out.
      const may = first === 'the' || beginnings.has(first);
      begins.set(word, may);
      return may;
    },
    isLowerCase: (name) => small.has(foldName(name)),
    byPhrase: (words) => find(words) ?? find(foldName(words).replace(counting, '')),
    byPrefix(words) {
      const parts = foldName(words).split(' ');
      for (let length = parts.length - 1; length > 0; length -= 1) {
        const found = byName.get(parts.slice(0, length).join(' '));
        if (found) return found;
      }
      return undefined;
    },
    belongings(key, date) {
      const reached = closure(key, date);
      const allies = alliesOf(new Set(reached.keys()), date);
      const sources = [...reached].flatMap(([body, source]) => (source ? [{ body, source }] : []));
      return {
        bodies: [...reached.keys()],
        ...(sources.length > 0 ? { sources } : {}),
        ...(allies.length > 0 ? { allies } : {}),
      };
    },
  };
};
