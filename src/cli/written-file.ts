import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { ProvisoError } from '../model/index.ts';

/** Writes a file whole or not at all, readable by its owner alone; `what` it is, in a word. */
export const written = async (
  path: string,
  what: string,
  work: (out: Writable) => Promise<void>,
): Promise<void> => {
  const unfinished = `${path}.unfinished`;
  try {
    await work(createWriteStream(unfinished, { mode: 0o600, flush: true }));
    await rename(unfinished, path);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    if (thrown instanceof ProvisoError) throw thrown;
    throw new ProvisoError(
      'PROVISO_FAILED',
      `The ${what} ${path} could not be written: ${(thrown as Error).message}.`,
      'Check that there is room for it, and try again.',
    );
  }
};
