import { afterEach, expect, it, vi } from 'vitest';
import type { JobView } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { Additions } from './additions.ts';

afterEach(() => vi.unstubAllEnvs());

it('a temporary folder that cannot be written fails the addition, and not those after it', async () => {
  const store = { caseById: async () => ({}) } as unknown as Store;
  const additions = new Additions(store, () => {
    throw new Error('not reached');
  });
  vi.stubEnv('TMPDIR', '/nowhere/at-all');
  const jobs: JobView[] = [];
  for (const _ of [1, 2])
    jobs.push(await additions.add('c', { files: [new File(['a'], 'a.txt')], urls: [] }));
  await vi.waitFor(() => expect(additions.job(jobs[1]?.id ?? '').state).toBe('failed'));
  expect(jobs.map(({ id }) => additions.job(id).failure?.code)).toEqual(['PROVISO_FAILED', 'PROVISO_FAILED']);
  await additions.close();
});
