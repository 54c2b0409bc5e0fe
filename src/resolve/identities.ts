import { type Decision, identityKeys } from '../model/index.ts';

/** What people decided on names: which keys are one, and which pairs are not. */
export interface Identities {
  /** The key that stands for all keys that are the same as this one; itself where nobody decided. */
  keyOf(key: string): string;
  /** All keys that are the same as others. */
  keys(): string[];
  /** All keys that are the same as this one, itself first. */
  allOf(key: string): string[];
  isDifferent(a: string, b: string): boolean;
  /** Subjects that somebody looked at: they are not proposed again. */
  decided: ReadonlySet<string>;
}

/** Of several keys the one of the case stands for all, else a registry's, else a name. */
const rank = (key: string): number => (key.startsWith('name:') ? 2 : key.includes(':') ? 1 : 0);

const represents = (a: string, b: string): number => rank(a) - rank(b) || a.localeCompare(b);

/** Groups keys by the decisions that hold (union of all pairs that are the same). */
export const identitiesOf = (decisions: readonly Decision[]): Identities => {
  const groups = new Map<string, string[]>();
  const different = new Set<string>();
  const decided = new Set<string>();
  for (const { kind, subject, value } of decisions) {
    if (kind !== 'identity' || value === null) continue;
    decided.add(subject);
    if (value === 'different') different.add(subject);
    if (value !== 'same') continue;
    const [a, b] = identityKeys(subject);
    const joined = [...new Set([...(groups.get(a) ?? [a]), ...(groups.get(b) ?? [b])])].sort(represents);
    for (const key of joined) groups.set(key, joined);
  }
  return {
    keyOf: (key) => groups.get(key)?.[0] ?? key,
    keys: () => [...groups.keys()],
    allOf: (key) => [key, ...(groups.get(key) ?? []).filter((other) => other !== key)],
    isDifferent: (a, b) => different.has([a, b].sort().join(' = ')),
    decided,
  };
};
