import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Tables that queries join, and whose sizes their plans hang on. */
const tables = [
  'documents',
  'case_documents',
  'readings',
  'translations',
  'matches',
  'document_names',
  'document_links',
  'captures',
] as const;

/** A table is looked at again once it has grown or shrunk by this factor. */
const growth = 1.5;

/** Fewer rows than this are read whole whatever the plan. */
const fewRows = 200;

/**
 * ANALYZE for tables whose size is another than when it was last run: the embedded PostgreSQL has no autovacuum to do so,
 * and without it searches each document of a case in turn instead of using the index.
 */
export async function refreshStatistics(db: Kysely<Tables>): Promise<void> {
  for (const table of tables) {
    const { rows } = await sql<{ now: number; known: number }>`
      select count(*)::integer as now,
        (select reltuples from pg_class where oid = ${table}::regclass) as known
      from ${sql.table(table)}`.execute(db);
    const { now = 0, known = 0 } = rows[0] ?? {};
    if (now >= fewRows && (now > known * growth || now * growth < known))
      await sql`analyze ${sql.table(table)}`.execute(db);
  }
}
