import { type ServerType, serve } from '@hono/node-server';
import { ProvisoError } from '../model/index.ts';

/** How long what is under way may take when a server is closed, in ms. */
export const patience = 1500;

type Fetch = (request: Request) => Response | Promise<Response>;

/**
 * Listens on this machine's loopback address only. `instead`: what to do where the port is in use.
 * @throws ProvisoError PROVISO_PORT_TAKEN.
 */
export const listening = (
  fetch: Fetch,
  port: number,
  instead: string,
): Promise<{
  /** Answers what is under way, for a moment; what takes longer is cut off. */
  close(): Promise<void>;
}> =>
  new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch, hostname: '127.0.0.1', port }, () =>
      resolve({ close: () => closed(server) }),
    );
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(cause.code === 'EADDRINUSE' ? portTaken(port, instead, cause) : cause),
    );
  });

async function closed(server: ServerType): Promise<void> {
  const done = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience);
  await done;
  clearTimeout(late);
}

const portTaken = (port: number, instead: string, cause: unknown) =>
  new ProvisoError(
    'PROVISO_PORT_TAKEN',
    `Port ${port} of this machine is in use.`,
    `Stop what uses it, or ${instead}.`,
    { cause },
  );
