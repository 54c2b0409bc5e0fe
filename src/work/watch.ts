import { asksAgainFor, isDue } from '../collect/index.ts';
import type { Reader } from '../read/index.ts';
import type { KeptVisit, Store } from '../store/index.ts';
import { type Added, type AddOptions, addReports } from './add-reports.ts';

/** One round of watching: when it began, what it asked, and what came of it. */
export interface Round {
  /** ISO 8601. */
  at: string;
  addresses: number;
  added: Added;
  /** When the next round is due, ISO 8601; null after the last one. */
  next: string | null;
}

export interface WatchOptions extends Pick<AddOptions, 'caseId' | 'progress' | 'translation' | 'web'> {
  /** Minutes between the starts of two rounds. */
  minutes: number;
  /** Ends after one round. */
  once?: boolean;
  signal: AbortSignal;
  /** A number from 0 to 1. */
  random?: () => number;
}

/** Rounds begin up to this share of the interval early or late, so that many watchers do not come all at once. */
const jitter = 0.1;

/**
 * Fetches the addresses that were added to a case again and again, feeds and pages alike, and for a while the pages that
 * feeds named: what is new and what has changed is added and read. Gives each round as it ends; a refusal ends no round. @throws PROVISO_CASE_NOT_FOUND.
 */
export async function* watch(
  store: Store,
  reader: Reader,
  { minutes, once = false, random = Math.random, ...options }: WatchOptions,
): AsyncGenerator<Round> {
  const { caseId, signal } = options;
  await store.caseById(caseId);
  while (!signal.aborted) {
    const start = Date.now();
    const round = await visitAddresses(store, reader, options);
    const next = Math.max(Date.now(), start + interval(minutes, random()));
    yield {
      ...round,
      at: new Date(start).toISOString(),
      next: once || signal.aborted ? null : new Date(next).toISOString(),
    };
    if (once) return;
    await sleepUntil(next, signal);
  }
}

/** Milliseconds from the start of one round to the next; `random` is a number from 0 to 1. */
export const interval = (minutes: number, random: number): number =>
  minutes * 60_000 * (1 + jitter * (2 * random - 1));

/**
 * Asks the addresses of a case once: those that a person gave and `asks` picks, all unless given, then the pages named by
 * feeds that are due. @throws PROVISO_CASE_NOT_FOUND.
 */
export async function visitAddresses(
  store: Store,
  reader: Reader,
  { asks = () => true, ...options }: Omit<AddOptions, 'passing'> & { asks?: (visit: KeptVisit) => boolean },
): Promise<Pick<Round, 'addresses' | 'added'>> {
  const now = new Date();
  const watched = (await store.watched(options.caseId)).filter(asks);
  const since = new Date(now.getTime() - asksAgainFor).toISOString();
  const passing = (await store.passing(options.caseId, since)).filter((visit) => isDue(visit, null, now));
  const addresses = watched.map(({ url }) => url);
  // After the feeds, so that a page which a feed brings up again is asked once.
  const inputs = [...addresses, ...passing.map(({ url }) => url)];
  const added = await addReports(store, reader, inputs, {
    ...options,
    passing: new Set(passing.map(({ url }) => url)),
  });
  return { addresses: addresses.length, added };
}

/** Returns at the time given, in milliseconds, or as soon as the signal asks to end. */
const sleepUntil = (time: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, time - Date.now()));
    signal.addEventListener('abort', done);
  });
