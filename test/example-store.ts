import { access, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { startProviso } from './proviso.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that lasts as long as the test run. */
    runFolder: string;
  }
}

/** Before all tests of a run; what it returns comes after them. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-run-'));
  provide('runFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Starts Proviso over an empty folder, as a newcomer does, and ends it once the examples are in. */
const startFirst = async (store: string): Promise<void> => (await startProviso(store)).end();

/**
 * Copies the store of a first start to `to`. Reading the examples takes minutes, so one is made a run, by whichever test file needs
 * it first; the other waits for it.
 */
export const copyExampleStore = async (runFolder: string, to: string): Promise<void> => {
  const [made, making] = [join(runFolder, 'examples'), join(runFolder, 'making')];
  while (!(await isThere(made))) {
    const isOurs = await mkdir(making).then(
      () => true,
      () => false,
    );
    if (!isOurs) {
      await wait(250);
      continue;
    }
    try {
      await startFirst(join(making, 'store'));
      await rename(join(making, 'store'), made);
    } finally {
      await rm(making, { recursive: true, force: true });
    }
  }
  await cp(made, to, { recursive: true });
};
