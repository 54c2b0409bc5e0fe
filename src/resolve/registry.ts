import type { CaseFile, ResolvedEntity } from '../model/index.ts';
import { foldName } from './fold.ts';

/** A party or actor of the case, with every body that it belongs to. */
interface Registered {
  key: string;
  name: string;
  bodies: string[];
}

/** The parties and actors of a case, found by name. */
export interface Registry {
  /** The party or actor whose name or alias this is. */
  byName(name: string): Registered | undefined;
  byKey(key: string): Registered | undefined;
  /** The party or actor whose name or alias these words begin with ("Ruritanian border guards"). */
  byPrefix(words: string): Registered | undefined;
}

/** Everything reachable over memberOf and partOf, itself first. */
const closure = (start: string, parents: ReadonlyMap<string, string[]>): string[] => {
  const reached = new Set([start]);
  for (const key of reached) for (const parent of parents.get(key) ?? []) reached.add(parent);
  return [...reached];
};

export const createRegistry = (file: CaseFile): Registry => {
  const parents = new Map(file.actors.map((actor) => [actor.id, [...actor.partOf, ...actor.memberOf]]));
  const byKey = new Map<string, Registered>();
  const byName = new Map<string, Registered>();
  for (const { id, name, aliases } of [...file.parties, ...file.actors]) {
    const registered = { key: id, name, bodies: closure(id, parents) };
    byKey.set(id, registered);
    for (const alias of [name, ...aliases]) byName.set(foldName(alias), registered);
  }
  return {
    byName: (name) => byName.get(foldName(name)),
    byKey: (key) => byKey.get(key),
    byPrefix(words) {
      const parts = foldName(words).split(' ');
      for (let length = parts.length - 1; length > 0; length -= 1) {
        const found = byName.get(parts.slice(0, length).join(' '));
        if (found) return found;
      }
      return undefined;
    },
  };
};

/** A registered party or actor as the resolved entity that claims refer to. */
export const asResolved = (registered: Registered, type: ResolvedEntity['type']): ResolvedEntity => ({
  key: registered.key,
  name: registered.name,
  type,
  bodies: registered.bodies,
});
