import { type Kysely, sql, type Transaction } from 'kysely';
import type { RegistryEntry } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import { recorded, recordsOf, removedOf } from './records.ts';
import type { Tables } from './tables.ts';

/** Rows of one statement: PostgreSQL takes 65,535 parameters at most. */
const batch = 1000;

/** Keeps the entries in place of all that the registry had. */
export async function putRegistry(
  trx: Transaction<Tables>,
  registry: string,
  entries: readonly RegistryEntry[],
  sourceSha256: string,
): Promise<Change<void>> {
  const before = await trx
    .deleteFrom('registry_entries')
    .where('registry', '=', registry)
    .returning(recorded.entry.key)
    .execute();
  let records = removedOf('entry', before);
  for (let start = 0; start < entries.length; start += batch) {
    const rows = entries.slice(start, start + batch);
    const kept = await trx
      .insertInto('registry_entries')
      .values(rows.map((entry) => ({ registry, id: entry.id, entry: toJsonb(entry) })))
      .returning(recorded.entry.columns)
      .execute();
    records = { ...records, ...recordsOf('entry', kept) };
  }
  const details = { entries: entries.length, sourceSha256 };
  return {
    result: undefined,
    events: [{ action: 'registry.imported', subject: registry, details, records }],
  };
}

/** Every entry of every registry, in order of registry and id. */
export async function registryEntries(db: Kysely<Tables>): Promise<RegistryEntry[]> {
  const rows = await db
    .selectFrom('registry_entries')
    .select('entry')
    .orderBy('registry')
    .orderBy('id')
    .execute();
  return rows.map(({ entry }) => entry);
}

/** The registries by name, with how many entries they have. */
export function registryCounts(db: Kysely<Tables>): Promise<{ registry: string; entries: number }[]> {
  return db
    .selectFrom('registry_entries')
    .select(['registry', sql<number>`count(*)::integer`.as('entries')])
    .groupBy('registry')
    .orderBy('registry')
    .execute();
}
