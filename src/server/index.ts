import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { serve as listen } from '@hono/node-server';
import type { WebOptions } from '../collect/index.ts';
import { asProvisoError, JobKind, ProvisoError } from '../model/index.ts';
import { createReader, type Reader } from '../read/index.ts';
import type { ServedStore, Store } from '../store/index.ts';
import { doJobs, type OpenCases } from '../work/index.ts';
import { Additions } from './additions.ts';
import { createApp } from './app.ts';
import { Drafting } from './drafting.ts';
import { localHosts } from './guard.ts';
import { storeDoor } from './store-door.ts';
import { Watching } from './watching.ts';

export { createApp } from './app.ts';
export { localHosts } from './guard.ts';

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
  /** Is told in a line what went wrong beside the requests. */
  trouble?: (line: string) => void;
}

/** How long what is under way may take when the server is closed, in ms. */
const patience = 1500;

/**
 * Serves a store, with the cases that are open of it, on this machine's loopback address only.
 * @throws ProvisoError PROVISO_PORT_TAKEN.
 */
export const serve = (
  store: Store,
  cases: OpenCases,
  { port, web = {}, minutes = null, trouble = () => {} }: ServeOptions,
): Promise<RunningServer> =>
  new Promise((resolve, reject) => {
    let reader: Reader | undefined;
    const readerOnce = () => {
      reader ??= createReader();
      return reader;
    };
    const additions = new Additions(store, readerOnce, web);
    const drafting = new Drafting(store, readerOnce);
    const watching = new Watching(store, additions, minutes);
    const app = createApp(store, localHosts(port), {
      ...{ cases, additions, drafting, watching },
      reader: readerOnce,
    });
    const ending = new AbortController();
    let working: Promise<void> = Promise.resolve();
    const key = randomBytes(32).toString('base64url');
    const door = storeDoor(store, key);
    const server = listen(
      {
        fetch: async (request) => (await door(request)) ?? app.fetch(request),
        hostname: '127.0.0.1',
        port,
      },
      () =>
        resolve({
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
            const closed = new Promise<void>((done) => {
              server.close(() => done());
            });
            if ('closeIdleConnections' in server) server.closeIdleConnections();
            const late = setTimeout(
              () => 'closeAllConnections' in server && server.closeAllConnections(),
              patience,
            );
            await closed;
            clearTimeout(late);
            const ended = Promise.all([additions.close(), drafting.close(), working]);
            await Promise.race([ended, delay(patience, undefined, { ref: false })]);
            await reader?.close();
          },
        }),
    );
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === 'EADDRINUSE'
          ? new ProvisoError(
              'PROVISO_PORT_TAKEN',
              `Port ${port} of this machine is in use.`,
              'Stop what uses it, or choose another with --port.',
              { cause },
            )
          : cause,
      );
    });
  });
