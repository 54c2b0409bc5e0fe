import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ProvisoError } from '../model/index.ts';
import { writeDurably } from './files.ts';
import type { ServedStore } from './served-store.ts';

/** Who has the folder. PGlite itself lets two processes in, and commits vanish. */
const Holder = z.object({
  pid: z.int().positive(),
  /** Tells a process from a later one with the same pid; null where the system does not say. */
  process: z.string().nullable(),
  host: z.string(),
  /** Tells the folder from a copy of it, which nobody holds; absent in locks of older versions. */
  folder: z.string().optional(),
  /** Where it serves the store, once it does, and what lets others of the same person use it there. */
  url: z.url().optional(),
  key: z.string().optional(),
  since: z.string(),
  command: z.string(),
});
type Holder = z.infer<typeof Holder>;

/** A lock held; `release` may be called more than once. */
export interface Lock {
  /** Lets others know where the store is served. */
  announce(served: ServedStore): Promise<void>;
  release(): Promise<void>;
}

/** Takes the folder's lock, over from a dead process if need be. Throws PROVISO_STORE_LOCKED. */
export async function takeLock(folder: string): Promise<Lock> {
  const path = join(folder, 'lock.json');
  const mark = await folderMark(folder);
  const holder = thisProcess(mark);
  let content = JSON.stringify(holder);
  while (!(await create(path, content))) {
    const found = await readFile(path, 'utf8').catch(() => null);
    if (found === null) continue;
    const other = parseHolder(found);
    if (other && holds(other, mark)) throw locked(folder, other);
    await removeStale(path, found);
  }
  return {
    announce: async ({ url, key }) => {
      content = JSON.stringify({ ...holder, url, key });
      await writeDurably(path, Buffer.from(content));
    },
    release: () => release(path, content),
  };
}

/** Where a store is served by the process that holds its folder; null when nobody says. */
export async function servedAt(folder = 'proviso-data'): Promise<ServedStore | null> {
  const found = await readFile(join(folder, 'lock.json'), 'utf8').catch(() => '');
  const { url, key } = parseHolder(found) ?? {};
  return url && key ? { url, key } : null;
}

/** Writes aside and links into place: the file appears with its content, and for one process only. */
async function create(path: string, content: string): Promise<boolean> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, content, { mode: 0o600 });
  try {
    await link(temporary, path);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw thrown;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Takes a stale lock away. If another process was quicker and holds the lock by now, gives it back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}.tmp`;
  try {
    await rename(path, aside);
  } catch {
    return; // another process took it away
  }
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

async function release(path: string, content: string): Promise<void> {
  const found = await readFile(path, 'utf8').catch(() => null);
  if (found === content) await rm(path, { force: true });
}

/** null for a file that is no lock of ours, such as one that a power cut left empty. */
function parseHolder(text: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The number that the file system knows the folder by: a copy has another. */
const folderMark = async (folder: string): Promise<string> => `${(await stat(folder, { bigint: true })).ino}`;

const holds = (holder: Holder, mark: string): boolean =>
  (holder.folder === undefined || holder.folder === mark) && isAlive(holder);

function isAlive(holder: Holder): boolean {
  // What runs on another machine cannot be seen from here.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return holder.process === null || holder.process === processMark(holder.pid);
}

const thisProcess = (folder: string): Holder => ({
  folder,
  pid: process.pid,
  process: processMark(process.pid),
  host: hostname(),
  since: new Date().toISOString(),
  command: process.argv.slice(1, 4).join(' ').slice(0, 120),
});

/** The machine's start and, in clock ticks after it, the process's; null where there is no /proc. */
function processMark(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the start time is the 20th field after it (proc(5)).
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return null;
  }
}

function locked(folder: string, { pid, host, since, command, url }: Holder): ProvisoError {
  const elsewhere = host !== hostname();
  return new ProvisoError(
    'PROVISO_STORE_LOCKED',
    `The store ${folder} is in use by process ${pid}${elsewhere ? ` on ${host}` : ''} (${command}) since ${since}.`,
    elsewhere
      ? `Stop it there; if that machine is gone, delete ${join(folder, 'lock.json')}.`
      : `${url ? `Open ${url}` : 'Wait until it is done'} or stop it, or name another folder with --store.`,
  );
}
