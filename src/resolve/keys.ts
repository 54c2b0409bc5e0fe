import { entryKey, type Reading } from '../model/index.ts';
import { isNamed } from './entities.ts';
import { type Knowledge, nameKey } from './registry.ts';

/**
 * Finds the key that words name: an id of the case, a registry's key, a key as it stands, or a name that a report
 * writes; null for nobody.
 */
export const entityKeys = (
  { file, entries }: Knowledge,
  readings: readonly Reading[],
): ((words: string) => string | null) => {
  const keys = new Set([
    ...[...file.parties, ...file.actors].map(({ id }) => id),
    ...entries.map(entryKey),
    ...[...file.parties, ...file.actors].flatMap(({ name, aliases }) => [name, ...aliases].map(nameKey)),
    ...readings.flatMap(({ entities }) => entities.filter(isNamed).map(({ name }) => nameKey(name))),
  ]);
  return (words) => [words, nameKey(words)].find((key) => keys.has(key)) ?? null;
};
