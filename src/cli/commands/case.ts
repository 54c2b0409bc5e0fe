import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { ProvisoError } from '../../model/index.ts';
import { importCase } from '../../work/index.ts';
import { type GlobalOptions, withStore } from '../context.ts';
import { complain, print, printJson } from '../output.ts';

const readCaseFile = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ProvisoError(
      'PROVISO_CASE_INVALID',
      `The case file ${path} cannot be read.`,
      'Check its path and that you may read it.',
      { cause },
    );
  }
};

export const addCaseCommand = (program: Command): void => {
  const group = program.command('case').description('bring in, write out and list cases');

  group
    .command('import')
    .description('check a case file and keep it; a case of the same id is replaced')
    .argument('<file>', 'YAML, as docs/case.schema.json describes it')
    .action(async (path: string, _options: unknown, command: Command) => {
      const source = await readCaseFile(path);
      await withStore(command.optsWithGlobals<GlobalOptions>(), async (store) => {
        const { file, outcome } = await importCase(store, source);
        complain(`case ${file.id} (${outcome}): ${file.title}, ${file.commitments.length} commitments`);
      });
    });

  group
    .command('export')
    .description('write a case file as it was imported')
    .argument('<id>', 'id of the case')
    .option('--out <file>', 'write to a file instead of standard output')
    .action(async (id: string, options: { out?: string }, command: Command) => {
      await withStore(command.optsWithGlobals<GlobalOptions>(), async (store) => {
        const { source } = await store.caseById(id);
        if (options.out) await writeFile(options.out, source);
        else print(source);
      });
    });

  group
    .command('list')
    .description('list the cases of the store')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const cases = await withStore(command.optsWithGlobals<GlobalOptions>(), (store) => store.cases());
      if (json) printJson({ cases });
      else
        for (const { id, title, commitments, documents } of cases) {
          print(`${id}\t${commitments} commitments\t${documents} documents\t${title}`);
        }
    });
};
