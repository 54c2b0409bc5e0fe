import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch } from './browser.ts';
import { freePort, printed, proviso, spawnProviso } from './proviso.ts';

/** A workbench with a store of its own, and a browser to look at it with. */
export interface Served {
  readonly address: string;
  readonly folder: string;
  readonly browser: Browser;
  /** Ends both and deletes the store. */
  close(): Promise<void>;
}

/** `only`: a case file that stands in the store alone, so that the examples are not loaded, which takes long. */
const serveWorkbench = async (chromium: string, only: string | null): Promise<Served> => {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-workbench-'));
  const store = join(folder, 'store');
  if (only !== null) await proviso('case', 'import', only, '--store', store);
  const port = await freePort();
  const server = spawnProviso(['start', '--port', String(port), '--store', store]);
  await printed(server.stdout, /Proviso is at/);
  const browser = await launch(chromium);
  const close = async (): Promise<void> => {
    await browser.close();
    const ended = new Promise((resolve) => server.once('close', resolve));
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { address: `http://localhost:${port}`, folder, browser, close };
};

/** The same for all tests of a block: it is there once they run. */
export const useWorkbench = (chromium: string | null, only: string | null = null): Served => {
  const served = {} as Served;
  beforeAll(async () => {
    Object.assign(served, await serveWorkbench(chromium as string, only));
  });
  afterAll(() => served.close?.());
  return served;
};
