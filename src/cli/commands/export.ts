import { type Command, Option } from 'commander';
import { type ExportName, exportFormat, exportNames } from '../../work/index.ts';
import { writeOut } from '../output.ts';
import { type AssessOptions, assessed, withClocks } from './assess.ts';

interface ExportOptions extends AssessOptions {
  format: ExportName;
  out?: string;
}

export const addExportCommand = (program: Command): void => {
  withClocks(program.command('export'))
    .description('hand a case on to other programs: as a data package, or a coding sheet')
    .addOption(
      new Option('--format <format>', 'what it is written as').choices(exportNames).makeOptionMandatory(),
    )
    .option('-o, --out <file>', 'write to a file instead of standard output')
    .action(async ({ format, out }: ExportOptions, command: Command) => {
      const bytes = await assessed(command, (store, open, assessment) =>
        exportFormat(format).write({ store, open, assessment }),
      );
      await writeOut(bytes, out);
    });
};
