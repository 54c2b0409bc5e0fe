import { chmod, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a report says of its witnesses is nobody else's business: for the owner of the store alone. */
const modes = { folder: 0o700, file: 0o600 } as const;

/** In ms; a file that is this old and half written was left by a process that was killed. */
const leftOverAfter = 60 * 60 * 1000;

/** What another process removed meanwhile, or what belongs to another person, is left as it is. */
const tolerated = new Set(['ENOENT', 'EPERM', 'ENOTSUP']);

async function tolerant(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!tolerated.has((thrown as NodeJS.ErrnoException).code ?? '')) throw thrown;
  }
}

/**
 * Takes rights of others away from a folder and what is in it, and deletes files that a killed process left half written there.
 * Files in folders that are private already are made so by whoever makes them: only those of the embedded database, which
 * makes its own, are looked at each time.
 */
export async function makePrivate(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  const isLookedAt = (mode & 0o777) !== modes.folder || /[\\/]database([\\/]|$)/.test(folder);
  await tolerant(() => chmod(folder, modes.folder));
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await tolerant(() => makePrivate(path));
    else if (entry.isFile() && entry.name.endsWith('.tmp')) await tolerant(() => sweep(path));
    else if (entry.isFile() && isLookedAt) await tolerant(() => chmod(path, modes.file));
  }
}

async function sweep(path: string): Promise<void> {
  if (Date.now() - (await stat(path)).mtimeMs > leftOverAfter) await rm(path, { force: true });
}
