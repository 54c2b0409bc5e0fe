import type { CaseFile, Grade, ResolvedEntity } from '../model/index.ts';
import { foldName } from '../resolve/index.ts';
import { defaults, type Masses } from './defaults.ts';
import type { Ratings } from './ratings.ts';

/** Grades that can be judged, best first; F is beside them. */
export const judged = ['A', 'B', 'C', 'D', 'E'] as const;

/** The trust in a source of a grade, moved by steps up (+) or down (−); F cannot be judged and stays F. */
export const trustIn = (grade: Grade | null, steps = 0): Masses => {
  if (grade === 'F') return defaults.trust.F;
  if (grade === null && steps === 0) return defaults.ungraded;
  const position = grade === null ? defaults.ungradedPosition : judged.indexOf(grade);
  const moved = steps > 0 ? Math.floor(position - steps + 0.5) : Math.ceil(position - steps - 0.5);
  const letter = judged[Math.min(Math.max(moved, 0), judged.length - 1)] ?? 'E';
  return defaults.trust[letter];
};

/** Key of a publisher as a source. */
export const publisherKey = (name: string): string => `publisher:${foldName(name)}`;

/** The grades that a case and people give, found by name or by actor; a person's goes before the case's. */
export interface Grades {
  /** The grade of an entity, else of the nearest body it belongs to that is graded; null when ungraded. */
  of(entity: ResolvedEntity | null): Grade | null;
  ofName(name: string | null): Grade | null;
}

export const gradesOf = (file: CaseFile, ratings: Ratings): Grades => {
  const byName = new Map(Object.entries(file.grades).map(([name, grade]) => [foldName(name), grade]));
  const namesByKey = new Map(
    [...file.parties, ...file.actors].map(({ id, name, aliases }) => [id, [name, ...aliases]]),
  );
  const byWriting = new Map<string, Grade | null>();
  const ofName = (name: string | null): Grade | null => {
    if (name === null) return null;
    const known = byWriting.get(name);
    if (known !== undefined) return known;
    const grade = ratings.ofSource([publisherKey(name)]).grade ?? byName.get(foldName(name)) ?? null;
    byWriting.set(name, grade);
    return grade;
  };
  const ofBody = (key: string): Grade | null =>
    ratings.ofSource([key]).grade ??
    (namesByKey.get(key) ?? []).reduce<Grade | null>((found, name) => found ?? ofName(name), null);
  return {
    ofName,
    of: (entity) =>
      entity === null
        ? null
        : entity.bodies.reduce<Grade | null>(
            (found, key) => found ?? ofBody(key),
            ratings.ofSource([entity.key]).grade ?? ofName(entity.name),
          ),
  };
};
