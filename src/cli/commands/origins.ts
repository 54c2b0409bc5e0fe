import { type Command, Option } from 'commander';
import { ProvisoError } from '../../model/index.ts';
import { originTable, originText } from '../../publish/index.ts';
import { traceOrigins } from '../../work/index.ts';
import { webAccess, withReader } from '../context.ts';
import { complain, print, printJson, progressLine, screen } from '../output.ts';

interface OriginsOptions {
  format: 'text' | 'table' | 'json';
  published?: string;
  publisher?: string;
}

export const addOriginsCommand = (program: Command): void => {
  program
    .command('origins')
    .description('show where what some pages tell comes from; no case is needed, nothing is stored')
    .argument('<path...>', 'files, folders, patterns or web addresses; - is standard input')
    .addOption(
      new Option('--format <format>', 'form of the answer')
        .choices(['text', 'table', 'json'])
        .default('text'),
    )
    .option('--published <date>', 'publication date, where a page does not say it')
    .option('--publisher <name>', 'who put the pages out')
    .action(async (paths: string[], { format, ...said }: OriginsOptions) => {
      const tree = await withReader((reader) =>
        traceOrigins(reader, paths, { ...said, web: webAccess(), progress: progressLine() }),
      );
      for (const { source, code, why } of tree.refused) complain(`${source}: ${code} ${why}`);
      if (tree.pages === 0) {
        throw new ProvisoError(
          'PROVISO_INPUT_EMPTY',
          'None of these holds a page that can be read.',
          'Give files, folders or addresses of reports.',
        );
      }
      if (format === 'json') printJson(tree);
      else print(format === 'table' ? originTable(tree) : originText(tree, screen()));
      if (tree.refused.length > 0) process.exitCode = 1;
    });
};
