import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { WebOptions } from '../collect/index.ts';
import { asProvisoError, JobKind } from '../model/index.ts';
import { createReader, type Reader } from '../read/index.ts';
import type { ServedStore, Store } from '../store/index.ts';
import { type AddOptions, doJobs, type OpenCases, type Translator } from '../work/index.ts';
import { Additions } from './additions.ts';
import { createApp } from './app.ts';
import { Drafting } from './drafting.ts';
import { localHosts } from './guard.ts';
import { listening, patience } from './listening.ts';
import { storeDoor } from './store-door.ts';
import { Watching } from './watching.ts';

export { createApp } from './app.ts';
export { localHosts } from './guard.ts';
export { serveMetrics } from './metrics.ts';

export interface RunningServer extends ServedStore {
  /** Begins to do the jobs of the store, where processes on a server share them and this one is to do any. */
  work(): Promise<void>;
  /** Begins to ask the feeds and pages of all cases. */
  watch(): Promise<void>;
  /** Answers what is under way, for a moment; what takes longer is cut off. */
  close(): Promise<void>;
}

export interface ServeOptions {
  port: number;
  /** How the web is reached. */
  web?: WebOptions;
  /** Minutes between two rounds over the feeds and pages of all cases; null, the default: none is made by itself. */
  minutes?: number | null;
  /** What documents are translated by when somebody asks for it; null, the default: nothing is. */
  translator?: Translator | null;
  /** What translates all that is added. */
  translation?: AddOptions['translation'];
  /** Is told in a line what went wrong beside the requests. */
  trouble?: (line: string) => void;
}

/**
 * Serves a store, with the cases that are open of it, on this machine's loopback address only.
 * @throws ProvisoError PROVISO_PORT_TAKEN.
 */
export async function serve(
  store: Store,
  cases: OpenCases,
  { port, web = {}, minutes = null, translator = null, translation = null, trouble = () => {} }: ServeOptions,
): Promise<RunningServer> {
  let reader: Reader | undefined;
  const readerOnce = () => {
    reader ??= createReader();
    return reader;
  };
  const additions = new Additions(store, readerOnce, web, translation);
  const drafting = new Drafting(store, readerOnce);
  const watching = new Watching(store, additions, minutes);
  const app = createApp(store, localHosts(port), {
    ...{ cases, additions, drafting, watching },
    reader: readerOnce,
    translator,
  });
  const ending = new AbortController();
  let working: Promise<void> = Promise.resolve();
  const key = randomBytes(32).toString('base64url');
  const door = storeDoor(store, key);
  const server = await listening(
    async (request) => (await door(request)) ?? app.fetch(request),
    port,
    'choose another with --port',
  );
  return {
    url: `http://localhost:${port}/`,
    key,
    work: async () => {
      const { queue } = store;
      if (!queue || queue.leavesWork) return;
      const { signal } = ending;
      working = doJobs(store, queue, readerOnce(), { kinds: JobKind.options, signal, trouble }).catch(
        (thrown) => trouble(asProvisoError(thrown).line),
      );
    },
    watch: () => watching.begin(),
    close: async () => {
      watching.close();
      ending.abort();
      await server.close();
      const ended = Promise.all([additions.close(), drafting.close(), working]);
      await Promise.race([ended, delay(patience, undefined, { ref: false })]);
      await reader?.close();
    },
  };
}
