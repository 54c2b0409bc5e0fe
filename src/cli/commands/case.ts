import { open, readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { olderIndicators } from '../../agreement/index.ts';
import { likelihoodInWords } from '../../messages/index.ts';
import { ProvisoError } from '../../model/index.ts';
import { deleteCase, importCase, isZip, receiveCase, type Tried, tryCommitment } from '../../work/index.ts';
import { type GlobalOptions, me, withOwnStore, withStore } from '../context.ts';
import { complain, print, printJson } from '../output.ts';
import { draftCommand } from './draft.ts';
import { addLearningCommands } from './learning.ts';

interface TryOptions extends GlobalOptions {
  case: string;
  json?: boolean;
}

const isArchive = async (path: string): Promise<boolean> => {
  const file = await open(path).catch(() => null);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return isZip(buffer.subarray(0, bytesRead));
  } catch {
    return false;
  } finally {
    await file.close();
  }
};

const titles = (documents: readonly { title: string }[]): string =>
  documents.map(({ title }) => `“${title}”`).join(', ');

/** Takes a whole case in, and says what in it is otherwise here. */
const receive = async (path: string, options: GlobalOptions): Promise<void> => {
  const { file, received } = await withOwnStore(options, (store) => receiveCase(store, path));
  const { documents, known, differing, takenDownHere, stillHere } = received;
  complain(`case ${file.id} (new, from an archive): ${file.title}, ${documents} documents`);
  if (known > 0) complain(`${known} of them were here already and stay as they are.`);
  if (differing.length > 0)
    complain(
      `The archive says something else of ${titles(differing)}: title, date or publisher stand as here, and findings may differ.`,
    );
  if (takenDownHere.length > 0)
    complain(`Left out, since they were taken down here: ${titles(takenDownHere)}.`);
  for (const id of stillHere)
    complain(`${id} was taken down where the case comes from, and is still here: see proviso takedown.`);
};

/** A file in whole; `-` is standard input. */
const readCaseFile = async (path: string): Promise<string> => {
  try {
    return path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
  } catch (cause) {
    throw new ProvisoError(
      'PROVISO_CASE_INVALID',
      `The case file ${path} cannot be read.`,
      'Check its path and that you may read it.',
      { cause },
    );
  }
};

const olderWords = (indicators: number): string =>
  indicators === 1
    ? '1 indicator of before became a sign; its event types and word lists are no longer used.'
    : `${indicators} indicators of before became signs; their event types and word lists are no longer used.`;

/** What a trial found, with how likely each is and why. */
const printFound = (found: Tried['found']): void => {
  for (const { evidence, isNew } of found) {
    print(`${isNew ? 'new  ' : '     '}“${evidence.words.replace(/\s+/gu, ' ')}”`);
    const likely = evidence.probability === null ? '' : `, ${likelihoodInWords(evidence.probability)}`;
    const isOnlySuggested = evidence.tier === 'suggested' ? ', only suggested' : '';
    const why = evidence.through.join('; ');
    print(`     ${evidence.bearing}${likely}${isOnlySuggested}: ${why} [${evidence.documentId}]`);
  }
  complain(`${found.length} found, ${found.filter(({ isNew }) => isNew).length} of them new.`);
};

export const addCaseCommand = (program: Command): void => {
  const group = program.command('case').description('bring in, write out and list cases');

  group
    .command('import')
    .description(
      'check a case file and keep it, in place of one of the same id; or take in the archive of a whole case',
    )
    .argument(
      '<file>',
      'YAML, as docs/case.schema.json describes it; or an archive that proviso export wrote',
    )
    .action(async (path: string, _options: unknown, command: Command) => {
      if (path !== '-' && (await isArchive(path))) return receive(path, command.optsWithGlobals());
      const source = await readCaseFile(path);
      await withStore(command.optsWithGlobals<GlobalOptions>(), async (store) => {
        const { file, outcome } = await importCase(store, source);
        complain(`case ${file.id} (${outcome}): ${file.title}, ${file.commitments.length} commitments`);
        const older = olderIndicators(source);
        if (older > 0) complain(olderWords(older));
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
    .command('try')
    .description('show what a commitment, or a new sign of it, finds in the reports; nothing is saved')
    .argument('<commitment>', 'id of the commitment')
    .argument('[file]', 'one sign in YAML; - for standard input')
    .requiredOption('--case <id>', 'case to try it on')
    .option('--json', 'as JSON')
    .action(async (commitment: string, path: string | undefined, _options: unknown, command: Command) => {
      const { case: caseId, json, ...global } = command.optsWithGlobals<TryOptions>();
      const sign = path === undefined ? undefined : await readCaseFile(path);
      const { found } = await withStore(global, (store) =>
        tryCommitment(store, caseId, commitment, { sign }),
      );
      if (json) printJson({ found });
      else printFound(found);
    });

  group
    .command('draft')
    .description("propose commitments from an agreement's text, as a case file to edit")
    .argument(
      '<file>',
      'the text: plain, Markdown, PDF, Word or HTML; or a table of commitments: CSV, XLSX; - for standard input',
    )
    .option('--signed <date>', 'day of signing (default: as the text says)')
    .option('--id <id>', 'id of the case', 'draft')
    .option('--title <text>', 'title of the agreement (default: its first line)')
    .option('--out <file>', 'write to a file instead of standard output')
    .option('--json', 'the draft with spans, reasons and what was left out, as JSON')
    .action(draftCommand);

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

  group
    .command('delete')
    .description('remove a case with all that was decided in it; its documents stay in the store')
    .argument('<id>', 'id of the case')
    .requiredOption('--title <title>', 'title of the case, as a safeguard')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { title, ...global } = command.optsWithGlobals<GlobalOptions & { title: string }>();
      const removed = await withStore(global, (store) => deleteCase(store, id, { title, by: me() }));
      complain(
        `case ${id} deleted; ${removed.documents} documents stay in the store, ${removed.decisions} decisions are gone`,
      );
    });

  addLearningCommands(group);
};
