import { expect, test, vi } from 'vitest';
import type { Store } from '../store/index.ts';
import { LentStore } from './lent-store.ts';

const opened = vi.hoisted(() => ({ times: 0, close: async () => {} }));
vi.mock('./context.ts', () => ({
  placeOf: () => ({ dir: '/nowhere' }),
  reachStore: async (): Promise<Pick<Store, 'close'>> => {
    opened.times += 1;
    return { close: () => opened.close() };
  },
}));

test('a store that fails to close is told of, and opened anew for the next question', async () => {
  const lent = new LentStore({});
  await lent.use(async () => {});
  await lent.use(async () => {});
  expect(opened.times).toBe(1);
  opened.close = () => Promise.reject(new Error('the disk is full'));
  await expect(lent.close()).rejects.toThrow('the disk is full');
  opened.close = async () => {};
  expect(await lent.use(async ({ workbench }) => workbench)).toBeNull();
  expect(opened.times).toBe(2);
  await lent.close();
});
