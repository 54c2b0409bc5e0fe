import {
  type Entity,
  type EntityType,
  entryKey,
  identitySubject,
  type NameCandidate,
  type Reading,
} from '../model/index.ts';
import { isNamed } from './entities.ts';
import { identitiesOf } from './identities.ts';
import { compareNames } from './names/compare.ts';
import { skeletonOf } from './names/sounds.ts';
import { nameWords } from './names/words.ts';
import { createRegistry, type Knowledge, nameKey } from './registry.ts';

/** Pairs that score less are not worth a person's time. */
const leastScore = 0.5;

/** Somebody a name may be a name of. */
interface Known {
  key: string;
  name: string;
  names: readonly string[];
  type: EntityType | null;
  from: string;
}

/** A name in the reports that nobody is registered under. */
export interface UnknownName {
  key: string;
  name: string;
  type: EntityType;
  documents: number;
}

const people = new Set<EntityType | null>(['person']);
const places = new Set<EntityType>(['place', 'nationality', 'state']);

/** A person is no body and a place no person; of an actor of the case the type is not known. */
const mayBeOne = (a: EntityType, b: EntityType | null): boolean =>
  b === null || people.has(a) === people.has(b);

/**
 * A word alone is the name of too many: it is compared with a whole name only where a report may well call a known
 * person by it. Consonants alone need two words to agree.
 */
const isTelling = (unknown: UnknownName, name: string, { from }: Known): boolean => {
  const [one, other] = [nameWords(unknown.name), nameWords(name)];
  const shortest = Math.min(one.words.length, other.words.length);
  if (one.isAbjad !== other.isAbjad) return shortest > 1;
  const isNickname = unknown.type === 'person' && (from === 'case' || from === 'reports');
  return shortest > 1 || isNickname || one.words.length === other.words.length;
};

/** The keys under which names that sound alike meet. */
const blocksOf = (name: string): string[] =>
  nameWords(name)
    .words.filter((word) => word.length > 2)
    .map((word) => skeletonOf(word) || word);

const unknownNames = (readings: readonly Reading[], knowledge: Knowledge): UnknownName[] => {
  const registry = createRegistry(knowledge);
  const found = new Map<string, UnknownName>();
  const isNew = (entity: Entity) =>
    isNamed(entity) && !places.has(entity.type) && registry.byName(entity.name) === undefined;
  for (const reading of readings) {
    const inDocument = new Map(
      reading.entities.filter(isNew).map((entity) => [nameKey(entity.name), entity]),
    );
    for (const [key, { name, type }] of inDocument) {
      const known = found.get(key);
      found.set(key, { key, name, type, documents: (known?.documents ?? 0) + 1 });
    }
  }
  return [...found.values()];
};

const knownOnes = ({ file, entries }: Knowledge, unknown: readonly UnknownName[]): Known[] => [
  ...[...file.parties, ...file.actors].map(({ id, name, aliases }) => ({
    key: id,
    name,
    names: [name, ...aliases],
    type: null,
    from: 'case',
  })),
  ...entries.map((entry) => ({
    key: entryKey(entry),
    name: entry.name,
    names: [entry.name, ...entry.aliases, ...entry.weakAliases],
    type: entry.type,
    from: entry.registry,
  })),
  ...unknown.map(({ key, name, type }) => ({ key, name, names: [name], type, from: 'reports' })),
];

const best = (unknown: UnknownName, known: Known) =>
  known.names
    .filter((name) => isTelling(unknown, name, known))
    .map((name) => ({ name, ...compareNames(unknown.name, name, unknown.type !== 'person') }))
    .sort((a, b) => b.score - a.score)[0];

/**
 * Names of the reports that may be names of somebody known or of each other, the likeliest first, each with a score and
 * reasons. What a person has decided, either way or as unsure, is not proposed again.
 */
export const candidatesOf = (knowledge: Knowledge, readings: readonly Reading[]): NameCandidate[] =>
  candidatesAmong(knowledge, unknownNames(readings, knowledge));

/** The same for one name, by its key, among names that are at hand. */
export const candidatesFor = (
  knowledge: Knowledge,
  key: string,
  names: readonly UnknownName[],
): NameCandidate[] =>
  candidatesAmong(
    knowledge,
    names.filter((one) => one.key.startsWith('name:') && isNamed(one) && !places.has(one.type)),
    key,
  );

/** @param only the key of a name: no pair without it */
const candidatesAmong = (
  knowledge: Knowledge,
  unknown: readonly UnknownName[],
  only: string | null = null,
): NameCandidate[] => {
  const { decided } = identitiesOf(knowledge.decisions);
  const known = knownOnes(knowledge, unknown);
  const blocks = new Map<string, Set<Known>>();
  for (const item of known) {
    for (const block of item.names.flatMap(blocksOf))
      blocks.set(block, (blocks.get(block) ?? new Set()).add(item));
  }
  const seen = new Set(decided);
  const candidates: NameCandidate[] = [];
  for (const one of unknown) {
    const near = new Set(blocksOf(one.name).flatMap((block) => [...(blocks.get(block) ?? [])]));
    for (const other of near) {
      const subject = identitySubject(one.key, other.key);
      if (only !== null && one.key !== only && other.key !== only) continue;
      if (one.key === other.key || seen.has(subject) || !mayBeOne(one.type, other.type)) continue;
      seen.add(subject);
      const found = best(one, other);
      if (!found || found.score < leastScore) continue;
      const { name, score, reasons } = found;
      const through = name === other.name ? [] : [`compared with the alias “${name}”`];
      candidates.push({
        subject,
        a: { key: one.key, name: one.name, documents: one.documents },
        b: { key: other.key, name: other.name, from: other.from },
        score: Math.round(score * 1000) / 1000,
        reasons: [...reasons, ...through],
      });
    }
  }
  return candidates.sort((a, b) => b.score - a.score || a.subject.localeCompare(b.subject));
};
