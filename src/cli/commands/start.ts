import { once } from 'node:events';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { translatorFrom } from '../../language-model/index.ts';
import { asProvisoError } from '../../model/index.ts';
import { boardText } from '../../publish/index.ts';
import type { Store } from '../../store/index.ts';
import { loadExamples, OpenCases, type Progress, readPending, today } from '../../work/index.ts';
import {
  type GlobalOptions,
  openConfiguredStore,
  placeOf,
  translationOfAdded,
  webAccess,
  withReader,
} from '../context.ts';
import { interruption } from '../interruption.ts';
import { screen } from '../output.ts';
import { jsonLog, type StartLog, textLog } from '../start-log.ts';
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
  metricsPort?: number;
  log: 'text' | 'json';
  work: boolean;
}

export const addStartCommand = (program: Command): void => {
  program
    .command('start')
    .description('open the store, show the board and serve the workbench on this machine')
    .option('--port <number>', 'port to serve on', portNumber, 4747)
    .option('--watch <minutes>', 'minutes between two rounds over feeds and pages', minutes, 60)
    .option('--no-watch', 'ask feeds and pages only when told to')
    .addOption(
      new Option('--metrics-port <number>', 'port for /healthz, /readyz and /metrics')
        .env('PROVISO_METRICS_PORT')
        .argParser(portNumber),
    )
    .addOption(
      new Option('--log <form>', 'text, or a line of JSON for each event')
        .env('PROVISO_LOG')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--no-work', 'only serve; leave reading and matching to proviso work')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & StartOptions>();
      if (!options.work && !placeOf(options).databaseUrl) throw needsServer('--no-work');
      const log = options.log === 'json' ? await jsonLog() : textLog;
      try {
        log.event('opening', 'opening the store …');
        const store = await openConfiguredStore(options, {
          notify: log.notice,
          leavesWork: !options.work,
        });
        try {
          await start(store, options, log);
        } finally {
          await store.close();
        }
      } catch (thrown) {
        log.failure(thrown);
      } finally {
        log.close();
      }
    });
};

const start = async (
  store: Store,
  { port, watch, metricsPort, work }: StartOptions,
  log: StartLog,
): Promise<void> => {
  const signal = interruption();
  const cases = new OpenCases(store);
  const { serve, serveMetrics } = await import('../../server/index.ts');
  const server = await serve(store, cases, {
    port,
    web: webAccess(),
    minutes: watch === false || !work ? null : watch,
    translator: translatorFrom(process.env),
    translation: translationOfAdded(),
    trouble: log.trouble,
  });
  let metrics: { close(): Promise<void> } | undefined;
  try {
    if (metricsPort !== undefined) metrics = await serveMetrics(store, metricsPort);
    await store.announce(server);
    // What is kept can be looked at without the originals.
    await store
      .check()
      .catch((thrown) => log.refused([{ source: 'originals', error: asProvisoError(thrown) }]));
    await prepare(store, cases, signal, log);
    if (!signal.aborted) {
      await server.work();
      await server.watch();
      log.event('serving', `\nProviso is at ${server.url} (Ctrl-C ends it)`, { port, metricsPort });
      await once(signal, 'abort');
    }
    log.event('closing', '\nclosing …');
    // A thread in the middle of a long document is not waited for: all that was confirmed is on disk.
    setTimeout(() => process.exit(), patience).unref();
  } finally {
    await metrics?.close();
    await server.close();
    await cases.close();
  }
};

const prepare = async (store: Store, cases: OpenCases, signal: AbortSignal, log: StartLog): Promise<void> => {
  await withReader(async (reader) => {
    log.refused(await loadExamples(store, reader, progressOf(cases, log), signal));
    cases.loading = null;
    for (const { id } of await store.cases())
      log.refused(await readPending(store, reader, id, log.progress(), signal));
  });
  if (signal.aborted) return;
  for (const { id } of await store.cases()) {
    const open = await cases.open(id);
    const assessment = await cases.assessment(open, { asOf: today(), knownAt: today() });
    log.show(() => boardText(open.file, assessment, screen()));
  }
};

/** Tells of an example that is loaded, here and in the workbench. */
const progressOf = (cases: OpenCases, log: StartLog) => {
  const line = log.progress();
  return (title: string): Progress => {
    log.event('example', `loading the example: ${title}`);
    return (step) => {
      line(step);
      cases.loading = { title, ...step };
    };
  };
};
