import { once } from 'node:events';
import { type Command, InvalidArgumentError } from 'commander';
import { boardText } from '../../publish/index.ts';
import { serve } from '../../server/index.ts';
import type { Store } from '../../store/index.ts';
import { loadExamples, OpenCases, type Progress, readPending, today } from '../../work/index.ts';
import { type GlobalOptions, openConfiguredStore, placeOf, webAccess, withReader } from '../context.ts';
import { interruption } from '../interruption.ts';
import { complain, complainOf, print, progressLine, screen } from '../output.ts';
import { minutes } from './watch.ts';
import { needsServer } from './work.ts';

/** How long closing may take, in ms. */
const patience = 4000;

const portNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new InvalidArgumentError('a port is a whole number from 1 to 65535');
  }
  return number;
};

interface StartOptions {
  port: number;
  watch: number | false;
  work: boolean;
}

export const addStartCommand = (program: Command): void => {
  program
    .command('start')
    .description('open the store, show the board and serve the workbench on this machine')
    .option('--port <number>', 'port to serve on', portNumber, 4747)
    .option('--watch <minutes>', 'minutes between two rounds over feeds and pages', minutes, 60)
    .option('--no-watch', 'ask feeds and pages only when told to')
    .option('--no-work', 'only serve; leave reading and matching to proviso work')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & StartOptions>();
      if (!options.work && !placeOf(options).databaseUrl) throw needsServer('--no-work');
      complain('opening the store …');
      const store = await openConfiguredStore(options, { leavesWork: !options.work });
      try {
        await start(store, options);
      } finally {
        await store.close();
      }
    });
};

const start = async (store: Store, { port, watch, work }: StartOptions): Promise<void> => {
  const signal = interruption();
  const cases = new OpenCases(store);
  const server = await serve(store, cases, {
    port,
    web: webAccess(),
    minutes: watch === false || !work ? null : watch,
    trouble: complain,
  });
  try {
    await store.announce(server);
    await prepare(store, cases, signal);
    if (!signal.aborted) {
      await server.work();
      await server.watch();
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
    complainOf(await loadExamples(store, reader, progressOf(cases), signal));
    cases.loading = null;
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

/** Tells of an example that is loaded, here and in the workbench. */
const progressOf = (cases: OpenCases) => {
  const line = progressLine();
  return (title: string): Progress => {
    complain(`loading the example: ${title}`);
    return (step) => {
      line(step);
      cases.loading = { title, ...step };
    };
  };
};
