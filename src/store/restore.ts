import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { type Kysely, sql, type Transaction } from 'kysely';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ProvisoError } from '../model/index.ts';
import { columnsOf, Manifest, tableNames } from './backup.ts';
import { connectEmbedded, connectServer, serverName } from './connection.ts';
import { everyEntry } from './entries.ts';
import { writeDurably } from './files.ts';
import { Head } from './head.ts';
import { formatLine } from './journal.ts';
import { makeTables, migrate } from './migrations/index.ts';
import type { ObjectStore } from './object-store/object-store.ts';
import { Originals, originalKey, sha256Of } from './originals.ts';
import { addressOf, claim, markKey, newMark, openAt, ownFolder, type PlaceRow } from './originals-place.ts';
import { backupDamaged, systemReason } from './refusals.ts';
import type { Tables } from './tables.ts';

/** Rows of one statement. */
const batch = 200;

/** Where a store is to be made. */
interface Place {
  dir?: string | undefined;
  databaseUrl?: string | undefined;
  /** Where its originals go: a folder, or `s3://bucket/prefix`; into its own folder unless given. */
  originals?: string | undefined;
}

type Entries = ReadonlyMap<string, Entry>;

/**
 * Makes a store out of a backup: in a folder that is new or empty, with its rows in an empty database and its originals in a
 * place of their own. A backup of either kind of database is restored into either. Where it throws, nothing is left.
 * Throws PROVISO_BACKUP_DAMAGED, PROVISO_STORE_NOT_EMPTY, PROVISO_STORE_NEWER, or why the originals cannot be kept.
 */
export async function restore(
  file: string,
  { dir = 'proviso-data', databaseUrl, originals }: Place,
): Promise<void> {
  const folder = resolve(dir);
  const zip = await openPromise(file, { autoClose: false }).catch((thrown) => {
    throw backupDamaged(file, systemReason(thrown));
  });
  try {
    const entries = await entriesOf(zip);
    const manifest = await manifestOf(zip, entries);
    if ((await readdir(folder).catch(() => [])).length > 0) throw notEmpty(folder);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await mkdir(join(folder, 'originals'), { mode: 0o700 });
      await restoreInto(folder, { zip, entries, manifest }, databaseUrl, originals);
    } catch (thrown) {
      await rm(folder, { recursive: true, force: true });
      throw thrown;
    }
  } catch (thrown) {
    throw thrown instanceof ProvisoError ? thrown : backupDamaged(file, systemReason(thrown));
  } finally {
    zip.close();
  }
}

interface Backup {
  zip: ZipFile;
  entries: Entries;
  manifest: Manifest;
}

async function restoreInto(
  folder: string,
  backup: Backup,
  databaseUrl: string | undefined,
  setting: string | undefined,
): Promise<void> {
  const address = setting ? addressOf(setting, folder) : ownFolder;
  const objects = await openAt(address, folder);
  const kept: string[] = [];
  try {
    const mark = address === ownFolder ? null : newMark();
    if (mark !== null) {
      await claim(objects, mark);
      kept.push(markKey);
    }
    await restoreOriginals(backup, objects, kept);
    await restoreRows(backup, folder, databaseUrl, { address, mark });
    await (await Head.open(join(folder, 'head.json'))).moveTo(backup.manifest.head);
  } catch (thrown) {
    for (const key of kept) await objects.remove(key).catch(() => {});
    throw thrown;
  } finally {
    objects.close();
  }
}

const notEmpty = (where: string) =>
  new ProvisoError(
    'PROVISO_STORE_NOT_EMPTY',
    `There is something at ${where} already.`,
    'Name a new folder with --store, or an empty database with DATABASE_URL.',
  );

async function entriesOf(zip: ZipFile): Promise<Entries> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

const bytesOf = async (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  buffer(await zip.openReadStreamPromise(entry));

async function manifestOf(zip: ZipFile, entries: Entries): Promise<Manifest> {
  const entry = entries.get('manifest.json');
  if (!entry) throw new Error('it has no manifest');
  const parsed = Manifest.safeParse(JSON.parse((await bytesOf(zip, entry)).toString()));
  if (!parsed.success) throw new Error('its manifest is not as Proviso writes it');
  return parsed.data;
}

/** The originals, each of which must match its hash; `kept` gets the keys of what was written. */
async function restoreOriginals(
  { zip, entries }: Backup,
  objects: ObjectStore,
  kept: string[],
): Promise<void> {
  const originals = new Originals(objects);
  for (const [name, entry] of entries) {
    const sha256 = /^originals\/([0-9a-f]{64})$/.exec(name)?.[1];
    if (sha256 === undefined) continue;
    kept.push(originalKey(sha256));
    const bytes = await bytesOf(zip, entry);
    if (sha256Of(bytes) !== sha256) throw new Error(`the original ${sha256} in it does not match its hash`);
    await originals.keep(bytes);
  }
}

/** The journal as it was; one made of the rows where they come from a server, which has none. */
async function restoreJournal(
  zip: ZipFile,
  entries: Entries,
  folder: string,
  db: Kysely<Tables>,
): Promise<void> {
  const kept = entries.get('journal.jsonl');
  const lines: string[] = [];
  if (!kept) for await (const entry of everyEntry(db)) lines.push(formatLine(entry));
  const bytes = kept ? await bytesOf(zip, kept) : Buffer.from(lines.join(''));
  await writeDurably(join(folder, 'journal.jsonl'), bytes);
}

async function restoreRows(
  { zip, entries, manifest: { migrations, tool } }: Backup,
  folder: string,
  databaseUrl: string | undefined,
  place: Pick<PlaceRow, 'address' | 'mark'>,
): Promise<void> {
  const { db, close } = await (databaseUrl ? connectServer(databaseUrl) : connectEmbedded(folder));
  try {
    const { rows } = await sql`
      select from information_schema.tables where table_schema = current_schema()`.execute(db);
    if (rows.length > 0) throw notEmpty(databaseUrl ? serverName(databaseUrl) : folder);
    await db.transaction().execute(async (trx) => {
      await makeTables(trx, migrations, tool);
      for (const table of await tableNames(trx)) {
        const entry = entries.get(`tables/${table}.jsonl`);
        if (!entry) throw new Error(`it has no table ${table}`);
        await restoreTable(trx, table, await zip.openReadStreamPromise(entry));
      }
      await moveSequences(trx);
    });
    // Where the originals are is no part of a backup; one of an older store has no row to say it in.
    await migrate(db, tool);
    await db
      .updateTable('originals_place')
      .set({ ...place, other: null, other_mark: null })
      .execute();
    if (!databaseUrl) await restoreJournal(zip, entries, folder, db);
  } finally {
    await close();
  }
}

async function restoreTable(
  trx: Transaction<Tables>,
  table: string,
  bytes: NodeJS.ReadableStream,
): Promise<void> {
  const columns = sql.join((await columnsOf(trx, table)).map((name) => sql.ref(name)));
  const insert = (rows: readonly string[]) =>
    sql`
      insert into ${sql.table(table)} (${columns}) overriding system value
      select ${columns}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${`[${rows.join(',')}]`}::jsonb)`.execute(trx);
  let rows: string[] = [];
  for await (const line of createInterface(bytes)) {
    rows.push(line);
    if (rows.length < batch) continue;
    await insert(rows);
    rows = [];
  }
  if (rows.length > 0) await insert(rows);
}

/** What is numbered goes on after the last number. */
async function moveSequences(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string; sequence: string }>`
    select table_name as table, column_name as column,
      coalesce(
        pg_get_serial_sequence(quote_ident(table_name), column_name),
        substring(column_default from $re$'(.*)'$re$)) as sequence
    from information_schema.columns
    where table_schema = current_schema() and (is_identity = 'YES' or column_default like 'nextval(%')`.execute(
    db,
  );
  for (const { table, column, sequence } of rows)
    await sql`
      select setval(${sequence}::regclass, max(${sql.ref(column)})) from ${sql.table(table)}
      having max(${sql.ref(column)}) is not null`.execute(db);
}
