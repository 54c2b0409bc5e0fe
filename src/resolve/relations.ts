import type { CaseFile, Decision, RegistryEntry, StateType } from '../model/index.ts';
import { entryKey } from '../model/index.ts';

/** Who belongs to, leads or is allied with whom, when, and who says so. */
export interface KnownRelation {
  type: StateType;
  from: string;
  to: string;
  /** ISO 8601 day, month or year; null: always, to this day. */
  since: string | null;
  until: string | null;
  source: string;
}

/** Relations through which an entity belongs to a body. */
export const membership: ReadonlySet<StateType> = new Set(['member-of', 'part-of', 'leads']);

const always = { since: null, until: null };

/** Compared as far as both are written: a year contains its days. */
const isBefore = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
};

/** Whether a relation held on a date; on an unknown date, every relation that ever held. */
export const heldOn = (
  { since, until }: Pick<KnownRelation, 'since' | 'until'>,
  date: string | null,
): boolean =>
  date === null || !((since !== null && isBefore(date, since)) || (until !== null && isBefore(until, date)));

const ofCase = ({ actors }: CaseFile): KnownRelation[] =>
  actors.flatMap(({ id: from, memberOf, partOf, relations }) => [
    ...partOf.map((to) => ({ type: 'part-of' as const, from, to, ...always, source: 'the case file' })),
    ...memberOf.map((to) => ({ type: 'member-of' as const, from, to, ...always, source: 'the case file' })),
    ...relations.map((relation) => ({ from, ...relation })),
  ]);

const ofRegistry = (entry: RegistryEntry): KnownRelation[] =>
  entry.relations.map(({ to, ...relation }) => ({
    ...relation,
    from: entryKey(entry),
    to: entryKey({ registry: entry.registry, id: to }),
    source: `the registry ${entry.registry}`,
  }));

const ofPeople = (decisions: readonly Decision[]): KnownRelation[] =>
  decisions.flatMap(({ kind, value, by }) =>
    kind === 'relation' && value ? [{ ...value, source: `${value.source} (${by})` }] : [],
  );

/** Every relation that the case file, the registries and people state. `decisions`: those that hold. */
export const knownRelations = (
  file: CaseFile,
  entries: readonly RegistryEntry[],
  decisions: readonly Decision[],
): KnownRelation[] => [...ofCase(file), ...entries.flatMap(ofRegistry), ...ofPeople(decisions)];
