import { PassThrough, Readable } from 'node:stream';
import type { Hono } from 'hono';
import type { Store } from '../store/index.ts';
import { operation } from './operation.ts';

/** The route by which the command line backs up a store that this process has open. */
export const serveBackup = (app: Hono, store: Store): void => {
  app.post(
    '/api/backup',
    operation({ summary: 'Back up the store', answer: 'application/zip' }),
    (context) => {
      const archive = new PassThrough();
      // An answer that has begun can only be broken off: whoever takes it sees that it is not whole.
      store.backUp(archive).catch((thrown) => archive.destroy(thrown));
      archive.on('error', () => {});
      context.header('content-type', 'application/zip');
      return context.body(Readable.toWeb(archive) as ReadableStream);
    },
  );
};
