import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('..', import.meta.url));
export const main = join(repository, 'dist/cli/main.js');

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The built command line with an environment that holds nothing of the person's own store; `databaseUrl`: of a server. */
export const spawnProviso = (
  args: readonly string[],
  databaseUrl?: string,
): ChildProcessByStdio<null, Readable, Readable> => {
  const { DATABASE_URL: _, PROVISO_STORE: __, PROVISO_ORIGINALS: ___, ...env } = process.env;
  return spawn(process.execPath, [main, ...args], {
    cwd: repository,
    env: { ...env, NO_COLOR: '1', ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
};

/** Runs the built command line to its end. */
export const proviso = (...args: string[]): Promise<Run> => provisoOn(undefined, ...args);

/** The same with the store's rows on a server. */
export const provisoOn = (databaseUrl: string | undefined, ...args: string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawnProviso(args, databaseUrl);
    const run: Run = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (data) => {
      run.stdout += data;
    });
    child.stderr.on('data', (data) => {
      run.stderr += data;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...run, code }));
  });

/** A port that nobody listens on just now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/** Waits until what a process prints matches. */
export const printed = (stream: Readable, pattern: RegExp, ms = 500_000): Promise<string> =>
  new Promise((resolve, reject) => {
    let seen = '';
    const late = setTimeout(() => reject(new Error(`not printed in ${ms} ms: ${pattern}\n${seen}`)), ms);
    stream.on('data', (data) => {
      seen += data;
      if (pattern.test(seen)) {
        clearTimeout(late);
        resolve(seen);
      }
    });
    stream.once('end', () => {
      clearTimeout(late);
      reject(new Error(`ended without printing ${pattern}\n${seen}`));
    });
  });

/** A server that runs over a store. */
export interface Server {
  readonly port: number;
  /** Without a slash at its end. */
  readonly address: string;
  /** Ends it where it still runs, with SIGTERM unless given; resolves once it has ended. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts the server and waits until it answers. `port`: a free one unless given; `args`: more for the command line. */
export const startProviso = async (
  store: string,
  given: { port?: number; args?: readonly string[]; databaseUrl?: string } = {},
): Promise<Server> => {
  const port = given.port ?? (await freePort());
  const child = spawnProviso(
    ['start', '--port', String(port), '--store', store, ...(given.args ?? [])],
    given.databaseUrl,
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  const end: Server['end'] = async (signal = 'SIGTERM') => {
    child.kill(signal);
    await ended;
  };
  try {
    await printed(child.stdout, /Proviso is at/);
  } catch (thrown) {
    await end();
    throw thrown;
  }
  return { port, address: `http://localhost:${port}`, end };
};
