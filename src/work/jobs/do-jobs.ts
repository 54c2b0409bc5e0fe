import { setTimeout as delay } from 'node:timers/promises';
import { asProvisoError, type JobKind } from '../../model/index.ts';
import type { Reader } from '../../read/index.ts';
import type { Doing, JobQueue, Store } from '../../store/index.ts';
import { matchingJobs } from './matching-jobs.ts';
import { JobPlan } from './plan-jobs.ts';
import { readingJobs } from './reading-jobs.ts';

/** Milliseconds between two looks at what nobody has made a job of. */
const pause = 20_000;

interface DoJobs {
  kinds: readonly JobKind[];
  /** Ends the work after the documents that are under way. */
  signal: AbortSignal;
  /** Is told in a line what went wrong and is tried again. */
  trouble: (line: string) => void;
}

/** The same, with what is under way noted. */
const noted = (doing: Doing, underWay: Set<Promise<void>>): Doing => ({
  ...doing,
  does: (jobs) => {
    const work = doing.does(jobs);
    const ended = () => underWay.delete(work);
    underWay.add(work);
    work.then(ended, ended);
    return work;
  },
});

/**
 * Does jobs as they come, beside all other processes on the same server, until the signal.
 * @throws what the reader or the matcher of this process fails with on everything.
 */
export async function doJobs(
  store: Store,
  queue: JobQueue,
  reader: Reader,
  { kinds, signal, trouble }: DoJobs,
): Promise<void> {
  const ending = new AbortController();
  const ended = AbortSignal.any([signal, ending.signal]);
  let failure: { thrown: unknown } | null = null;
  const broken = (thrown: unknown): void => {
    failure ??= { thrown };
    ending.abort();
  };
  const doing = {
    read: () => readingJobs(store, queue, reader, broken),
    match: () => matchingJobs(store, broken),
  };
  const underWay = new Set<Promise<void>>();
  queue.trouble = trouble;
  const plan = new JobPlan(store, queue, reader);
  const stops = [];
  for (const kind of kinds) stops.push(await queue.work(kind, noted(doing[kind](), underWay)));
  while (!ended.aborted) {
    await plan.bringUpToDate().catch((thrown) => trouble(asProvisoError(thrown).message));
    await delay(pause, undefined, { signal: ended }).catch(() => {});
  }
  await Promise.all(stops.map((stop) => stop()));
  // The queue waits for no batch that it took for lost, and a thread that is ended while it reads takes the process with it.
  await Promise.allSettled(underWay);
  if (failure) throw (failure as { thrown: unknown }).thrown;
}
