import { type Command, InvalidArgumentError } from 'commander';
import { type Round, watch } from '../../work/index.ts';
import { type GlobalOptions, translationOfAdded, webAccess, withReader, withStore } from '../context.ts';
import { interruption } from '../interruption.ts';
import { complain, complainOf, print, progressLine } from '../output.ts';
import { lookAt, summary, summaryJson } from './add.ts';

interface WatchOptions extends GlobalOptions {
  case: string;
  every: number;
  once?: boolean;
  json?: boolean;
}

/** Minutes between two rounds, as an option gives them. */
export const minutes = (text: string): number => {
  const number = Number(text);
  // A timer holds no more than 24 days.
  if (!(number >= 1 && number <= 20_160)) {
    throw new InvalidArgumentError('minutes are a number from 1 to 20160 (two weeks)');
  }
  return number;
};

const roundText = ({ at, addresses, added, next }: Round): string =>
  `${at}: ${addresses} addresses; ${summary(added)}${next ? `; next at ${next}` : ''}`;

const roundJson = ({ added, ...round }: Round): string => JSON.stringify({ ...round, ...summaryJson(added) });

export const addWatchCommand = (program: Command): void => {
  program
    .command('watch')
    .description('fetch the feeds and pages of a case again and again, and add what is new or has changed')
    .requiredOption('--case <id>', 'case whose addresses are fetched')
    .option('--every <minutes>', 'minutes between two rounds', minutes, 60)
    .option('--once', 'end after one round')
    .option('--json', 'each round as a line of JSON')
    .action(async (_options: unknown, command: Command) => {
      const { case: caseId, every, once, json, ...globals } = command.optsWithGlobals<WatchOptions>();
      const signal = interruption();
      await withStore(globals, (store) =>
        withReader(async (reader) => {
          const options = { caseId, minutes: every, once: once === true, signal, web: webAccess() };
          for await (const round of watch(store, reader, {
            ...options,
            progress: progressLine(),
            translation: translationOfAdded(),
          })) {
            complainOf(round.added.refused);
            for (const line of lookAt(round.added)) complain(line);
            if (round.addresses === 0)
              complain(`Case ${caseId} has no addresses yet: proviso add URL --case ${caseId}`);
            print(json ? roundJson(round) : roundText(round));
            if (once && round.added.refused.length > 0) process.exitCode = 1;
          }
        }),
      );
    });
};
