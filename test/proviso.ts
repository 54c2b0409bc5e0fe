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

/** The built command line with an environment that holds nothing of the person's own store. */
export const spawnProviso = (args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> => {
  const { DATABASE_URL: _, PROVISO_STORE: __, ...env } = process.env;
  return spawn(process.execPath, [main, ...args], {
    cwd: repository,
    env: { ...env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
};

/** Runs the built command line to its end. */
export const proviso = (...args: string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawnProviso(args);
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
