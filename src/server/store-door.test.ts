import { rm } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectStore, openStore, type Store } from '../store/index.ts';
import { capture, caseOf, readingFor, reportOf, temporaryStoreFolder } from '../store/testing.ts';
import { linkCopies, version } from '../work/index.ts';
import { storeDoor } from './store-door.ts';

const words =
  'The ferry ran on Monday and on Tuesday, an official of Larkham said in a long letter to the island.';

describe('a store that another process has open', () => {
  let dir: string;
  let store: Store;
  let far: Store;
  let url: string;
  let close: () => void;
  beforeAll(async () => {
    dir = await temporaryStoreFolder();
    store = await openStore({ dir, version });
    const door = storeDoor(store, 'key');
    url = await new Promise((resolve) => {
      const listening = serve(
        { fetch: async (request) => (await door(request)) ?? new Response(null, { status: 404 }), port: 0 },
        ({ port }) => resolve(`http://localhost:${port}/`),
      );
      close = () => listening.close();
    });
    far = connectStore({ url, key: 'key' }, version);
    await far.putCase(caseOf('ferry'), 'id: ferry');
    for (const text of [words, `${words} It ran.`]) {
      const report = reportOf(text);
      await far.addDocument(report, capture, 'ferry');
      await far.saveReading(report.document.id, readingFor(report.document));
    }
  });
  afterAll(async () => {
    await far.close();
    close();
    await store.close();
    await rm(dir, { recursive: true });
  });

  const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
    const found: T[] = [];
    for await (const item of items) found.push(item);
    return found;
  };

  test('is read and written from afar as from near, whatever its answers are made of', async () => {
    const [first] = await store.documents('ferry');
    const id = first?.id ?? '';
    expect(await far.documents('ferry')).toEqual(await store.documents('ferry'));
    expect(await far.original(id)).toEqual(await store.original(id));
    expect(await far.document('nothing')).toBeNull();
    expect(await all(far.documentsWithReadings('ferry'))).toEqual(
      await all(store.documentsWithReadings('ferry')),
    );
    expect(await linkCopies(far)).toBe(1);
    expect(await far.copiesWithin('ferry')).toEqual(await store.copiesWithin('ferry'));
    expect((await far.copiesWithin('ferry')).size).toBe(2);
    expect(await all(far.verify())).toEqual([]);
  });

  test('refuses in the same words', async () => {
    const refused = await store.caseById('nothing').catch((thrown) => thrown);
    const { code, message, todo } = refused;
    await expect(far.caseById('nothing')).rejects.toMatchObject({ code, message, todo });
  });

  test('is backed up through it', async () => {
    const archive = new PassThrough();
    const [bytes] = await Promise.all([buffer(archive), far.backUp(archive)]);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test('is closed to whoever has another key or another version', async () => {
    await expect(connectStore({ url, key: 'yek' }, version).cases()).rejects.toMatchObject({
      code: 'PROVISO_KEY_REFUSED',
    });
    await expect(connectStore({ url, key: 'key' }, '0.0.0').cases()).rejects.toMatchObject({
      code: 'PROVISO_STORE_LOCKED',
    });
    const nobody = connectStore({ url: 'http://localhost:9/', key: 'key' }, version);
    await expect(nobody.cases()).rejects.toMatchObject({ code: 'PROVISO_SERVER_ENDED' });
  });
});
