import { type Command, InvalidArgumentError } from 'commander';
import { JobKind, ProvisoError } from '../../model/index.ts';
import { doJobs } from '../../work/index.ts';
import { closing, type GlobalOptions, openConfiguredStore, placeOf, withReader } from '../context.ts';
import { interruption } from '../interruption.ts';
import { complain } from '../output.ts';

interface WorkOptions extends GlobalOptions {
  jobs: JobKind[];
  concurrency?: number;
}

const kindsOf = (text: string): JobKind[] => {
  const kinds = text.split(',').map((kind) => JobKind.safeParse(kind.trim()));
  if (!kinds.every((kind) => kind.success))
    throw new InvalidArgumentError(`jobs are ${JobKind.options.join(' and ')}, with a comma between them`);
  return kinds.map(({ data }) => data as JobKind);
};

const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1024)
    throw new InvalidArgumentError('it is a whole number from 1 to 1024');
  return number;
};

/** Work is shared by those on one server; an embedded store has a single process, which does it all. */
export const needsServer = (what: string): ProvisoError =>
  new ProvisoError(
    'PROVISO_SERVER_MISSING',
    `${what} needs a PostgreSQL server that several processes share.`,
    'Set DATABASE_URL to its address. With the embedded database, proviso start and proviso add do the work themselves.',
  );

export const addWorkCommand = (program: Command): void => {
  program
    .command('work')
    .description(
      'read and match what is due in the store at DATABASE_URL, beside all others who do, until stopped',
    )
    .option('--jobs <kinds>', 'what to do: read, match', kindsOf, [...JobKind.options])
    .option('--concurrency <number>', 'documents read at the same time (default: one a core)', wholeNumber)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<WorkOptions>();
      const { jobs: kinds, concurrency, ...globals } = options;
      const signal = interruption();
      if (!placeOf(globals).databaseUrl) throw needsServer('proviso work');
      await closing(await openConfiguredStore(globals, { keepsHead: false }), async (store) => {
        const { queue } = store;
        if (!queue) return;
        complain(`working: ${kinds.join(', ')} (Ctrl-C ends it after the documents under way)`);
        await withReader(
          (reader) => doJobs(store, queue, reader, { kinds, signal, trouble: complain }),
          concurrency,
        );
      });
    });
};
