import type { Command } from 'commander';
import { type Added, addReports } from '../../work/index.ts';
import { type GlobalOptions, withReader, withStore } from '../context.ts';
import { complain, complainOf, printJson, progressLine } from '../output.ts';

interface AddOptions extends GlobalOptions {
  case: string;
  published?: string;
  publisher?: string;
  title?: string;
  url?: string;
  json?: boolean;
}

const summary = ({ new: fresh, known, copies, unread, refused, skipped }: Added): string =>
  [
    `${fresh} new, ${known} already known, ${refused.length} refused`,
    ...(copies > 0 ? [`${copies} copies of others`] : []),
    ...(unread > 0 ? [`${unread} kept unread, being in another language than English`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} passed over (--json names them)`] : []),
  ].join(', ');

export const addAddCommand = (program: Command): void => {
  program
    .command('add')
    .description('keep reports as evidence of a case and read them')
    .argument('<path...>', 'files, folders or patterns; - is standard input')
    .requiredOption('--case <id>', 'case that the reports belong to')
    .option('--published <date>', 'publication date, where the report does not say it')
    .option('--publisher <name>', 'who put the report out')
    .option('--title <title>', 'title of the report')
    .option('--url <url>', 'address of the report')
    .option('--json', 'how it went, as JSON')
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const { case: caseId, json, store: _, ...said } = options;
      const added = await withStore(options, (store) =>
        withReader((reader) =>
          addReports(store, reader, paths, { caseId, progress: progressLine(), ...said }),
        ),
      );
      complainOf(added.refused);
      if (json) {
        const refused = added.refused.map(({ source, error: { code, message } }) => ({
          source,
          code,
          message,
        }));
        printJson({ ...added, refused });
      } else complain(summary(added));
      if (added.refused.length > 0) process.exitCode = 1;
    });
};
