import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { type Command, Option } from 'commander';
import { ProvisoError } from '../../model/index.ts';
import { type ExportName, exportCase, exportFormat, exportNames } from '../../work/index.ts';
import { servedInstead, withOwnStore } from '../context.ts';
import { complain, writeOut } from '../output.ts';
import { written } from '../written-file.ts';
import { type AssessOptions, assessed, withClocks } from './assess.ts';

/** The whole case, for another Proviso; what the other formats write is made of its assessment. */
const archive = 'ro-crate';

interface ExportOptions extends AssessOptions {
  format: ExportName | typeof archive;
  out?: string;
}

export const addExportCommand = (program: Command): void => {
  withClocks(program.command('export'))
    .description('hand a case on to other programs, or whole, as an archive')
    .addOption(
      new Option('--format <format>', 'what it is written as')
        .choices([...exportNames, archive])
        .makeOptionMandatory(),
    )
    .option('-o, --out <file>', 'write to a file instead of standard output')
    .action(async ({ format, out }: ExportOptions, command: Command) => {
      if (format === archive) return writeArchive(command.optsWithGlobals<ExportOptions>());
      const bytes = await assessed(command, (store, open, assessment) =>
        exportFormat(format).write({ store, open, assessment }),
      );
      await writeOut(bytes, out);
    });
};

/** It has originals of any size: it goes to a file piece by piece, also while the store is served. */
const writeArchive = async ({ case: id, out: path, ...options }: ExportOptions): Promise<void> => {
  if (path === undefined)
    throw new ProvisoError(
      'PROVISO_USAGE',
      'An archive is written to a file, and none is named.',
      'Name one with --out.',
    );
  await written(path, 'archive', async (out) => {
    const served = await withOwnStore(options, (store) => exportCase(store, id, out)).then(
      () => null,
      (thrown: unknown) => servedInstead(options, thrown),
    );
    if (served) await writeFromServer(served.url, id, out);
  });
  complain(`wrote the case ${id} to ${path}`);
  complain('It names who collected and decided what. Keep it from those who must not know.');
};

const writeFromServer = async (url: string, id: string, out: Writable): Promise<void> => {
  const { ok, status, body } = await fetch(new URL(`api/cases/${encodeURIComponent(id)}/archive`, url));
  if (!ok || !body) throw new Error(`the server at ${url} answered with ${status}`);
  await pipeline(Readable.fromWeb(body as ReadableStream), out);
};
