import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ProvisoError } from '../model/index.ts';
import { anchor } from './anchor.ts';
import { type Connection, connectEmbedded, connectServer, serverName } from './connection.ts';
import { Head } from './head.ts';
import { JobQueue } from './job-queue.ts';
import { Journal } from './journal.ts';
import { takeLock } from './lock.ts';
import { migrate } from './migrations/index.ts';
import { Originals } from './originals.ts';
import { OriginalsPlace } from './originals-place.ts';
import type { StoreParts } from './parts.ts';
import { makePrivate } from './private.ts';
import { systemReason, unusable } from './refusals.ts';
import { replay } from './replay.ts';
import { Store } from './store.ts';

export interface OpenOptions {
  /** The store's folder, made when it is not there; `./proviso-data` unless given. */
  dir?: string | undefined;
  /** Address of a PostgreSQL server; the folder then keeps the originals only. Embedded unless given. */
  databaseUrl?: string | undefined;
  /** Where a new store keeps its originals: a folder, or `s3://bucket/prefix`; in its own folder unless given. */
  originals?: string | undefined;
  /** Version of this Proviso, for the audit log. */
  version: string;
  /** With a server: what is to be read and matched is left to other processes. */
  leavesWork?: boolean;
  /**
   * Whether the head of the audit log is kept in the folder, and held against the log at opening. A worker, which may run in any
   * folder, leaves that to others.
   */
  keepsHead?: boolean;
}

/**
 * Opens a store, makes it when there is none, and brings it up to date. Throws PROVISO_STORE_LOCKED,
 * PROVISO_STORE_UNUSABLE, PROVISO_STORE_OLD, PROVISO_STORE_NEWER, or why a new store cannot keep its originals where it is
 * to; then nothing stays open.
 */
export async function openStore({
  dir = 'proviso-data',
  databaseUrl,
  originals,
  version,
  leavesWork = false,
  keepsHead = true,
}: OpenOptions): Promise<Store> {
  const folder = resolve(dir);
  const where = databaseUrl ? serverName(databaseUrl) : folder;
  // What was opened so far, closed in reverse order when a later step fails, and by the store at its end.
  const opened: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    const close = opened.pop();
    if (!close) return;
    try {
      await close();
    } finally {
      await closeAll();
    }
  };
  try {
    await makeFolder(folder, 'originals');
    // It comes first: everything else in the folder relies on it.
    const lock = databaseUrl ? null : await takeLock(folder);
    if (lock) opened.push(lock.release);
    const journal = lock && (await openJournal(folder, opened));
    const connection = await (databaseUrl ? connectServer(databaseUrl) : connectEmbedded(folder));
    opened.push(connection.close);
    await makePrivate(folder);
    const queue = databaseUrl ? new JobQueue(databaseUrl, connection.db, leavesWork) : null;
    if (queue) opened.push(() => queue.close());
    const parts = await partsOver(connection, folder, {
      setting: originals,
      journal,
      queue,
      tool: version,
      keepsHead,
      announce: async (served) => lock?.announce(served),
      closeAll,
    });
    opened.push(async () => parts.place.close());
    return new Store(parts);
  } catch (thrown) {
    await closeAll();
    throw thrown instanceof ProvisoError ? thrown : unusable(where, systemReason(thrown));
  }
}

/**
 * Brings the database up to date, holds it against head and journal, and gives what a store is made of. `setting`: where a new
 * store keeps its originals.
 */
export async function partsOver(
  { db }: Connection,
  folder: string,
  {
    tool,
    journal,
    keepsHead = true,
    setting,
    ...parts
  }: Pick<StoreParts, 'journal' | 'queue' | 'announce' | 'closeAll'> & {
    tool: string;
    keepsHead?: boolean;
    setting?: string | undefined;
  },
): Promise<StoreParts> {
  const { isSealed } = await migrate(db, tool);
  const head = keepsHead ? await Head.open(join(folder, 'head.json')) : Head.elsewhere();
  const ledger = { db, tool, head };
  const notices = keepsHead ? await anchor(ledger, isSealed) : [];
  if (journal) notices.push(...(await replay(journal, ledger)));
  const place = await OriginalsPlace.open(ledger, folder, { setting, isShared: journal === null });
  return { ...parts, ledger, journal, notices, place, originals: new Originals(place) };
}

const makeFolder = (...parts: string[]) => mkdir(join(...parts), { recursive: true, mode: 0o700 });

async function openJournal(folder: string, opened: (() => Promise<void>)[]): Promise<Journal> {
  const journal = await Journal.open(join(folder, 'journal.jsonl'));
  opened.push(() => journal.close());
  return journal;
}
