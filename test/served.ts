import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launch } from './browser.ts';
import { copyExampleStore } from './example-store.ts';
import { proviso, startProviso } from './proviso.ts';

/** A workbench with a store of its own, and a browser to look at it with. */
export interface Served {
  readonly address: string;
  readonly folder: string;
  readonly browser: Browser;
  /** Ends the server and starts it again over the same store, at the same address. */
  restart(): Promise<void>;
  /** Ends both and deletes the store. */
  close(): Promise<void>;
}

/** The id that a case file gives its case. */
const caseIdIn = async (path: string | null): Promise<string> =>
  path === null ? '' : (/^id: (\S+)$/m.exec(await readFile(path, 'utf8'))?.[1] ?? '');

/** `only`: a case file that stands in the store alone, with its reports; null: the examples, as the first start brings them. */
const serveWorkbench = async (
  chromium: string,
  only: string | null,
  reports: string | null,
): Promise<Served> => {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-workbench-'));
  const store = join(folder, 'store');
  if (only === null) await copyExampleStore(inject('runFolder'), store);
  else await proviso('case', 'import', only, '--store', store);
  if (reports !== null) await proviso('add', reports, '--case', await caseIdIn(only), '--store', store);
  let server = await startProviso(store);
  const { port, address } = server;
  const browser = await launch(chromium);
  const restart = async (): Promise<void> => {
    await server.end();
    server = await startProviso(store, { port });
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await server.end();
    await rm(folder, { recursive: true, force: true });
  };
  return { address, folder, browser, restart, close };
};

/** The same for all tests of a block: it is there once they run. */
export const useWorkbench = (
  chromium: string | null,
  only: string | null = null,
  reports: string | null = null,
): Served => {
  const served = {} as Served;
  beforeAll(async () => {
    Object.assign(served, await serveWorkbench(chromium as string, only, reports));
  });
  afterAll(() => served.close?.());
  return served;
};
