import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Reading, unreadReading } from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { capture, caseOf, reportOf, temporaryStoreFolder } from '../store/testing.ts';
import { readPending } from './index.ts';

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await temporaryStoreFolder();
  store = await openStore({ dir: folder, version: '0.1.0' });
  await store.putCase(caseOf('c'), 'yaml');
  for (const text of ['One ferry left.', 'Two ferries sank: a fault.', 'Three ferries left.'])
    await store.addDocument(reportOf(text), capture, 'c');
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** A reader that fails on texts with a word in them, and notes what it was asked. */
const readerThatFailsOn = (word: RegExp, asked: string[] = [], version = '1'): Reader => ({
  name: 'trial',
  version,
  layers: [],
  threads: 2,
  read: async ({ id, text, published = null }): Promise<Reading> => {
    asked.push(text);
    if (word.test(text)) throw new TypeError('it is no function');
    return { ...unreadReading({ id, text, published }), reader: { name: 'trial', version } };
  },
  close: async () => {},
});

const unread = async (): Promise<string[]> => {
  const documents = await store.documents('c');
  return documents.filter((one) => one.unread).map(({ title }) => title);
};

test('a reader that fails on every text stops the reading, and marks nothing', async () => {
  await expect(readPending(store, readerThatFailsOn(/./), 'c')).rejects.toThrow('it is no function');
  expect(await unread()).toHaveLength(3);
});

test('a text that the reader fails on is kept, marked and named; the others are read', async () => {
  const failed = await readPending(store, readerThatFailsOn(/fault/), 'c');
  expect(failed.map(({ error: { code } }) => code)).toEqual(['PROVISO_TEXT_UNREADABLE']);
  expect(await unread()).toEqual(failed.map(({ source }) => source));
});

test('it is not tried again but by another version', async () => {
  const asked: string[] = [];
  expect(await readPending(store, readerThatFailsOn(/fault/, asked), 'c')).toEqual([]);
  expect(asked).toEqual([]);
  expect(await readPending(store, readerThatFailsOn(/nothing/, asked, '2'), 'c')).toEqual([]);
  expect(asked).toHaveLength(3);
  expect(await unread()).toEqual([]);
});
