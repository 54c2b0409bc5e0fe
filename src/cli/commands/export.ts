import { type Command, Option } from 'commander';
import { exportCase } from '../../work/index.ts';
import type { GlobalOptions } from '../context.ts';
import { complain } from '../output.ts';
import { writeFromStore } from '../served-store.ts';
import { written } from '../written-file.ts';

interface ExportOptions extends GlobalOptions {
  case: string;
  out: string;
}

export const addExportCommand = (program: Command): void => {
  program
    .command('export')
    .description('write a whole case in a form that others take, also while it is served')
    .requiredOption('--case <id>', 'case to write')
    .addOption(
      new Option('--format <format>', 'form to write it in').choices(['ro-crate']).makeOptionMandatory(),
    )
    .requiredOption('-o, --out <file>', 'file to write to')
    .action(async (_options: unknown, command: Command) => {
      const { case: id, out: path, ...options } = command.optsWithGlobals<ExportOptions>();
      const asked = { method: 'GET', path: `api/cases/${encodeURIComponent(id)}/archive` } as const;
      await written(path, 'archive', (out) =>
        writeFromStore(options, out, (store) => exportCase(store, id, out), asked),
      );
      complain(`wrote the case ${id} to ${path}`);
      complain('It names who collected and decided what. Keep it from those who must not know.');
    });
};
