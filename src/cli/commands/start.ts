import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import { countInputs } from '../../collect/index.ts';
import { boardText } from '../../publish/index.ts';
import type { Reader } from '../../read/index.ts';
import { serve } from '../../server/index.ts';
import type { Store } from '../../store/index.ts';
import { addReports, importCase, OpenCases, readPending, today } from '../../work/index.ts';
import { type GlobalOptions, openConfiguredStore, withReader } from '../context.ts';
import { interruption } from '../interruption.ts';
import { complain, complainOf, print, progressLine, screen } from '../output.ts';

/** How long closing may take, in ms. */
const patience = 4000;

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

const port = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new InvalidArgumentError('a port is a whole number from 1 to 65535');
  }
  return number;
};

export const addStartCommand = (program: Command): void => {
  program
    .command('start')
    .description('open the store, show the board and serve the workbench on this machine')
    .option('--port <number>', 'port to serve on', port, 4747)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { port: number }>();
      complain('opening the store …');
      const store = await openConfiguredStore(options);
      try {
        await start(store, options.port);
      } finally {
        await store.close();
      }
    });
};

const start = async (store: Store, portNumber: number): Promise<void> => {
  const signal = interruption();
  const cases = new OpenCases(store);
  const server = await serve(store, cases, portNumber);
  try {
    await store.announce(server.url);
    await prepare(store, cases, signal);
    if (!signal.aborted) {
      print(`\nProviso is at ${server.url} (Ctrl-C ends it)`);
      await once(signal, 'abort');
    }
    complain('\nclosing …');
    // A thread in the middle of a long document is not waited for: all that was confirmed is on disk.
    setTimeout(() => process.exit(), patience).unref();
  } finally {
    await server.close();
    await cases.close();
  }
};

const prepare = async (store: Store, cases: OpenCases, signal: AbortSignal): Promise<void> => {
  await withReader(async (reader) => {
    await loadExamples(store, reader, signal);
    for (const { id } of await store.cases())
      complainOf(await readPending(store, reader, id, progressLine(), signal));
  });
  if (signal.aborted) return;
  for (const { id } of await store.cases()) {
    const open = await cases.open(id);
    const assessment = await cases.assessment(open, { asOf: today(), knownAt: today() });
    print(boardText(open.file, assessment, screen()));
  }
};

/** A first start shows something: every example with its reports. One that was interrupted is completed. */
const loadExamples = async (store: Store, reader: Reader, signal: AbortSignal): Promise<void> => {
  const known = await store.cases();
  for (const name of (await readdir(examples)).sort()) {
    const reports = [join(examples, name, 'reports')];
    const found = known.find(({ id }) => id === name);
    if (found ? found.documents >= (await countInputs(reports)) : known.length > 0) continue;
    complain(`loading the example case ${name}`);
    if (!found) await importCase(store, await readFile(join(examples, name, 'case.yaml'), 'utf8'));
    const { refused } = await addReports(store, reader, reports, {
      caseId: name,
      progress: progressLine(),
      signal,
    });
    complainOf(refused);
  }
};
