import type { Command } from 'commander';
import { restore } from '../../store/index.ts';
import { type GlobalOptions, placeOf, withStore } from '../context.ts';
import { complain } from '../output.ts';
import { written } from '../written-file.ts';

export const addBackupCommands = (program: Command): void => {
  program
    .command('backup')
    .description('write the whole store as one archive, also while it is served')
    .argument('<file>', 'file to write to')
    .action(async (file: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await written(file, 'backup', (out) => withStore(options, (store) => store.backUp(out)));
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
