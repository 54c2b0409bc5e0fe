import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import { ProvisoError } from '../../model/index.ts';
import { restore } from '../../store/index.ts';
import { type GlobalOptions, placeOf, withStore } from '../context.ts';
import { complain } from '../output.ts';

/** Writes a file whole or not at all. */
const written = async (path: string, work: (out: Writable) => Promise<void>): Promise<void> => {
  const unfinished = `${path}.unfinished`;
  try {
    await work(createWriteStream(unfinished, { mode: 0o600, flush: true }));
    await rename(unfinished, path);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    if (thrown instanceof ProvisoError) throw thrown;
    throw new ProvisoError(
      'PROVISO_FAILED',
      `The backup ${path} could not be written: ${(thrown as Error).message}.`,
      'Check that there is room for it, and try again.',
    );
  }
};

export const addBackupCommands = (program: Command): void => {
  program
    .command('backup')
    .description('write the whole store as one archive, also while it is served')
    .argument('<file>', 'file to write to')
    .action(async (file: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await written(file, (out) => withStore(options, (store) => store.backUp(out)));
      complain(`backed up to ${file}`);
    });
  program
    .command('restore')
    .description('make a new store out of such an archive')
    .argument('<file>', 'archive that backup wrote')
    .action(async (file: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await restore(file, placeOf(options));
      // Opening brings it up to date, and says what is to be known of it.
      await withStore(options, async () => {});
      complain('restored; look it through with: proviso verify');
    });
};
