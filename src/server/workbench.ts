import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

/** The built workbench. */
const webRoot = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Serves the workbench: its files, and its page for every address that the page itself resolves. */
export const serveWorkbench = (app: Hono): void => {
  app.use(
    '/assets/*',
    serveStatic({
      root: webRoot,
      onFound: (_path, context) => context.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.get('*', serveStatic({ root: webRoot }));
  app.get('*', serveStatic({ root: webRoot, path: 'index.html' }));
};
