import { Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { type Kysely, sql } from 'kysely';
import { ZipFile } from 'yazl';
import { z } from 'zod';
import { newestLink } from './audit.ts';
import { entryInDatabase } from './entries.ts';
import { HeadMark } from './head.ts';
import type { Journal } from './journal.ts';
import { namedOriginals } from './named-originals.ts';
import type { StoreParts } from './parts.ts';
import type { Tables } from './tables.ts';

/** What a backup says of itself, in `manifest.json`. */
export const Manifest = z.object({
  format: z.literal('proviso-backup-1'),
  tool: z.string().describe('Version of the Proviso that made it.'),
  at: z.iso.datetime(),
  migrations: z.array(z.string()).describe('Names of the migrations that its tables were made by, in order.'),
  head: HeadMark.describe('Where its audit log ends.'),
});
export type Manifest = z.infer<typeof Manifest>;

/** Rows that are in memory at once. */
const pageSize = 200;

/** The tables of what the store holds, by name; those that others refer to come first. */
export async function tableNames(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'
      and table_name not in ('migrations', 'originals_place')
    order by table_name not in ('documents', 'cases'), table_name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Columns that are written; the others are generated from these. */
export async function columnsOf(db: Kysely<Tables>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER'
    order by ordinal_position`.execute(db);
  return rows.map(({ name }) => name);
}

const keyOf = async (db: Kysely<Tables>, table: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_index
    join pg_attribute on attrelid = indrelid and attnum = any(indkey)
    where indrelid = ${sql.lit(table)}::regclass and indisprimary
    order by array_position(indkey::smallint[], attnum)`.execute(db);
  return rows.map(({ name }) => name);
};

/** Every row of a table as a line of JSON, by key. */
async function* linesOf(db: Kysely<Tables>, table: string): AsyncGenerator<string> {
  const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
  const cursor = sql.id(`proviso_${table}`);
  await sql`
    declare ${cursor} cursor for
    select to_jsonb(line)::text as line
    from (select ${refs(await columnsOf(db, table))} from ${sql.table(table)}) as line
    order by ${refs(await keyOf(db, table))}`.execute(db);
  for (let rows: { line: string }[]; ; ) {
    ({ rows } = await sql<{ line: string }>`fetch ${sql.lit(pageSize)} from ${cursor}`.execute(db));
    if (rows.length === 0) break;
    yield rows.map(({ line }) => `${line}\n`).join('');
  }
  await sql`close ${cursor}`.execute(db);
}

/**
 * The text of the journal to the moment of the rows. Entries that the database has not answered to may be among them or not:
 * while they are read nothing else comes in.
 */
async function journalOf(db: Kysely<Tables>, { lines, applying }: Journal): Promise<string> {
  const texts = lines.map(({ text }) => `${text}\n`);
  const isThere = applying[0] === undefined || (await entryInDatabase(db, applying[0])) !== null;
  return (isThere ? texts : texts.slice(0, -applying.length)).join('');
}

/**
 * Writes the whole store as a ZIP archive: its rows as of one moment, the journal to that moment, and all originals. Others may
 * work on meanwhile; with the embedded database they wait while its rows are written.
 */
export async function backUp(
  { ledger: { db, tool }, originals, journal }: StoreParts,
  out: Writable,
): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, out);
  // A full disk ends what would wait for the archive to take more.
  const failed = written.then(() => new Promise<never>(() => {}));
  failed.catch(() => {});
  const add = async (name: string, stream: Readable): Promise<void> => {
    zip.addReadStream(stream, name);
    await Promise.race([finished(stream), failed]);
  };
  try {
    const hashes = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        const migrations = await trx.selectFrom('migrations').select('name').orderBy('version').execute();
        const manifest: Manifest = {
          format: 'proviso-backup-1',
          tool,
          at: new Date().toISOString(),
          migrations: migrations.map(({ name }) => name),
          head: await newestLink(trx),
        };
        zip.addBuffer(Buffer.from(`${JSON.stringify(manifest)}\n`), 'manifest.json');
        if (journal) zip.addBuffer(Buffer.from(await journalOf(trx, journal)), 'journal.jsonl');
        for (const table of await tableNames(trx))
          await add(`tables/${table}.jsonl`, Readable.from(linesOf(trx, table)));
        return namedOriginals(trx);
      });
    for (const sha256 of hashes) {
      // What is missing, or taken down meanwhile, is named by verify of the restored store.
      const bytes = await originals.found(sha256);
      if (bytes) await add(`originals/${sha256}`, Readable.from([bytes]));
    }
    zip.end();
    await written;
  } catch (thrown) {
    out.destroy();
    await written.catch(() => {});
    throw thrown;
  }
}
