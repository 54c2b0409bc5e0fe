import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exists, syncFolder, writeDurably } from '../files.ts';
import type { ObjectStore } from './object-store.ts';

/** Objects as files of a folder, which is made with the first of them; a key is the path in it, one folder deep at most. */
export const openFolder = (folder: string): ObjectStore => {
  const pathOf = (key: string) => join(folder, ...key.split('/'));
  return {
    address: folder,
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw thrown;
      }
    },
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeDurably(path, bytes);
      await syncFolder(folder);
    },
    async remove(key) {
      const path = pathOf(key);
      await rm(path, { force: true });
      if (await exists(dirname(path))) await syncFolder(dirname(path));
    },
    async *keys() {
      // A folder at a time: there may be a million files.
      for (const { name, isDirectory } of await entriesOf(folder)) {
        if (!isDirectory) yield name;
        else for (const inner of await entriesOf(join(folder, name))) yield `${name}/${inner.name}`;
      }
    },
    close() {},
  };
};

/** What is in a folder; nothing where there is none. */
async function entriesOf(folder: string): Promise<{ name: string; isDirectory: boolean }[]> {
  if (!(await exists(folder))) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }));
}
