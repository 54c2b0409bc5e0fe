import { serve as listen } from '@hono/node-server';
import { ProvisoError } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { createApp } from './app.ts';
import { localHosts } from './guard.ts';

export { createApp } from './app.ts';
export { localHosts } from './guard.ts';

export interface RunningServer {
  url: string;
  /** Answers what is under way, then stops. */
  close(): Promise<void>;
}

/**
 * Serves a store on this machine's loopback address only.
 * @throws ProvisoError PROVISO_PORT_TAKEN.
 */
export const serve = (store: Store, port: number): Promise<RunningServer> =>
  new Promise((resolve, reject) => {
    const server = listen(
      { fetch: createApp(store, localHosts(port)).fetch, hostname: '127.0.0.1', port },
      () =>
        resolve({
          url: `http://localhost:${port}/`,
          close: () =>
            new Promise((done) => {
              server.close(() => done());
              if ('closeIdleConnections' in server) server.closeIdleConnections();
            }),
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
