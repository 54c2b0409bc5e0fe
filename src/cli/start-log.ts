import { asProvisoError } from '../model/index.ts';
import { observe, type Progress, type Refusal } from '../work/index.ts';
import { complain, complainOf, print, progressLine } from './output.ts';

/** What `proviso start` says while it runs. */
export interface StartLog {
  /** `event` and `fields` for programs, `words` for people. */
  event(event: string, words: string, fields?: Readonly<Record<string, number | undefined>>): void;
  /** What had to be repaired when the store was opened. */
  notice(words: string): void;
  refused(refused: readonly Refusal[]): void;
  /** What went wrong beside the requests, as a line. */
  trouble(line: string): void;
  progress(): Progress;
  /** A picture for the terminal. */
  show(draw: () => string): void;
  /** Why it ends. */
  failure(thrown: unknown): void;
  close(): void;
}

/** For people at a terminal. */
export const textLog: StartLog = {
  // What a person waits for is the answer; the rest is talk.
  event: (event, words) => (event === 'serving' ? print(words) : complain(words)),
  notice: complain,
  refused: complainOf,
  trouble: complain,
  progress: progressLine,
  show: (draw) => print(draw()),
  failure: (thrown) => {
    throw thrown;
  },
  close: () => {},
};

/** Steps between two lines about long work. */
const stride = 100;

/**
 * A line of JSON an event on standard error, for programs that gather logs: also each request and each refusal. It has codes,
 * numbers and templates of routes; no names, texts or addresses of documents.
 */
export async function jsonLog(): Promise<StartLog> {
  const { destination, pino, stdTimeFunctions } = await import('pino');
  const logger = pino(
    {
      base: null,
      messageKey: 'event',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    destination({ dest: 2, sync: true }),
  );
  const stops = [
    observe('request', ({ seconds, ...request }) =>
      logger.info({ ...request, milliseconds: Math.round(seconds * 1000) }, 'request'),
    ),
    observe('refusal', (refusal) => logger.warn(refusal, 'refusal')),
  ];
  return {
    event: (event, _, fields = {}) => logger.info(fields, event),
    notice: () => logger.warn('notice'),
    refused: (refused) => {
      for (const { error } of refused) logger.warn({ code: error.code }, 'refusal');
    },
    trouble: (line) => logger.warn({ code: /^PROVISO_\w+/.exec(line)?.[0] }, 'trouble'),
    progress:
      () =>
      ({ doing, done, total }) => {
        if (done === total || done % stride === 0) logger.info({ doing, done, total }, 'progress');
      },
    show: () => {},
    failure: (thrown) => {
      const error = asProvisoError(thrown);
      // What is wrong with the server's own setting; any other failure may quote what it failed on.
      const why = error.code === 'PROVISO_FAILED' ? {} : { message: error.line };
      logger.fatal({ code: error.code, ...why }, 'failure');
      process.exitCode = error.exitCode;
    },
    close: () => {
      for (const stop of stops) stop();
    },
  };
}
