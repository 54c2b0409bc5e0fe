import { type Kysely, sql, type Transaction } from 'kysely';
import { ProvisoError } from '../../model/index.ts';
import { recorded } from '../records.ts';
import { seal } from '../seal.ts';
import type { Tables } from '../tables.ts';
import * as initial from './0001-initial.ts';
import * as collecting from './0002-collecting.ts';
import * as copies from './0003-copies.ts';
import * as captures from './0004-captures.ts';
import * as takedowns from './0005-takedowns.ts';
import * as enteredClaims from './0006-entered-claims.ts';
import * as decisions from './0007-decisions.ts';
import * as registries from './0008-registries.ts';
import * as matches from './0009-matches.ts';
import * as readingRevision from './0010-reading-revision.ts';
import * as documentNames from './0011-document-names.ts';
import * as partsOfDocuments from './0012-parts-of-documents.ts';
import * as corrections from './0013-corrections.ts';
import * as guessedCharset from './0014-guessed-charset.ts';
import * as unreadableTexts from './0015-unreadable-texts.ts';
import * as drafts from './0016-drafts.ts';
import * as order from './0017-order.ts';
import * as receivedHistory from './0018-received-history.ts';
import * as watching from './0019-watching.ts';
import * as lookups from './0020-lookups.ts';
import * as modelAnswers from './0021-model-answers.ts';
import * as originalsPlace from './0022-originals-place.ts';
import * as translations from './0023-translations.ts';
import * as setAside from './0024-set-aside.ts';

interface Migration {
  name: string;
  up(trx: Transaction<Tables>): Promise<void>;
  /** What older rows lacked is recorded in the audit log once all migrations are done. */
  seals?: true;
}

/** In order; a migration that has been released is never changed. Version = place in the list, from 1. */
const migrations: readonly Migration[] = [
  { name: '0001-initial', up: initial.up },
  { name: '0002-collecting', up: collecting.up },
  { name: '0003-copies', up: copies.up },
  { name: '0004-captures', up: captures.up },
  { name: '0005-takedowns', up: takedowns.up },
  { name: '0006-entered-claims', up: enteredClaims.up },
  { name: '0007-decisions', up: decisions.up },
  { name: '0008-registries', up: registries.up },
  { name: '0009-matches', up: matches.up },
  { name: '0010-reading-revision', up: readingRevision.up },
  { name: '0011-document-names', up: documentNames.up },
  { name: '0012-parts-of-documents', up: partsOfDocuments.up },
  { name: '0013-corrections', up: corrections.up },
  { name: '0014-guessed-charset', up: guessedCharset.up },
  { name: '0015-unreadable-texts', up: unreadableTexts.up },
  { name: '0016-drafts', up: drafts.up },
  { name: '0017-order', up: order.up, seals: true },
  { name: '0018-received-history', up: receivedHistory.up },
  { name: '0019-watching', up: watching.up },
  { name: '0020-lookups', up: lookups.up },
  { name: '0021-model-answers', up: modelAnswers.up },
  { name: '0022-originals-place', up: originalsPlace.up },
  { name: '0023-translations', up: translations.up },
  { name: '0024-set-aside', up: setAside.up },
];

/** Any number that other programs on the same server are unlikely to use. */
const migrationLock = 7_760_840_001;

/**
 * Brings the tables up to date, all in one transaction. `tool` is this Proviso's version, for the record. `isSealed`: the
 * audit log vouches for every row from now on, and did not before.
 * Throws PROVISO_STORE_NEWER when a later Proviso has already gone further, and PROVISO_STORE_OLD for tables that are not what
 * their migrations make today.
 */
export async function migrate(db: Kysely<Tables>, tool: string): Promise<{ isSealed: boolean }> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx);
    const current = await currentVersion(trx);
    if (current.version > migrations.length) throw newer(current.tool);
    let isSealed = false;
    for (const [index, { name, up, seals = false }] of migrations.entries()) {
      const version = index + 1;
      if (version <= current.version) continue;
      await up(trx);
      await trx.insertInto('migrations').values({ version, name, tool }).execute();
      isSealed ||= seals;
    }
    await requireColumns(trx, current.tool);
    if (isSealed) await seal(trx, tool);
    return { isSealed };
  });
}

/**
 * Makes the tables as those migrations made them, for rows of a backup; the rest follows when the store is opened.
 * Throws PROVISO_STORE_NEWER for a migration that this Proviso does not know.
 */
export async function makeTables(
  trx: Transaction<Tables>,
  names: readonly string[],
  tool: string,
): Promise<void> {
  if (!names.every((name, index) => migrations[index]?.name === name)) throw newer(tool);
  await currentVersion(trx);
  for (const [index, { name, up }] of migrations.slice(0, names.length).entries()) {
    await up(trx);
    await trx
      .insertInto('migrations')
      .values({ version: index + 1, name, tool })
      .execute();
  }
}

/** A store of between two releases may have been made by a migration that was changed afterwards. */
async function requireColumns(trx: Transaction<Tables>, tool: string): Promise<void> {
  const { rows } = await sql<{ place: string }>`
    select table_name || '.' || column_name as place from information_schema.columns
    where table_schema = current_schema()`.execute(trx);
  const places = new Set(rows.map(({ place }) => place));
  const missing = Object.values(recorded)
    .flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`))
    .find((place) => !places.has(place));
  if (missing !== undefined) throw old(tool, missing);
}

async function currentVersion(trx: Transaction<Tables>): Promise<{ version: number; tool: string }> {
  await trx.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('tool', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .execute();
  const newest = await trx
    .selectFrom('migrations')
    .select(['version', 'tool'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest ?? { version: 0, tool: '' };
}

const old = (tool: string, missing: string) =>
  new ProvisoError(
    'PROVISO_STORE_OLD',
    `This store was written by a Proviso that was never released (${tool || 'unknown'}): it has no ${missing}.`,
    'Add its reports and case files to a new store; the journal and the originals in its folder stay as they are.',
  );

const newer = (tool: string) =>
  new ProvisoError(
    'PROVISO_STORE_NEWER',
    `This store was written by a newer Proviso (${tool}).`,
    'Update Proviso, or name another folder with --store.',
  );
