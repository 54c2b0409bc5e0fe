import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseCase } from '../src/agreement/index.ts';
import { type Site, siteOf } from '../src/collect/web/testing.ts';
import { unreadReading } from '../src/model/index.ts';
import type { Reader } from '../src/read/index.ts';
import { openStore, type Store } from '../src/store/index.ts';
import { temporaryStoreFolder } from '../src/store/testing.ts';
import { type Added, addReports, correct, watch } from '../src/work/index.ts';

const yaml = `
id: road
title: The Toll Road Accord
signed: 2031-01-05
parties: [{id: guard, name: Marl Guard}, {id: province, name: Sorrel}]
commitments:
  - {id: open, debtor: guard, creditor: province, kind: obligation, requires: Keep the road open., window: {from: 2031-02-01}}
`;

/** It finds nothing: what is watched does not hang on what is read. */
const reader: Reader = {
  name: 'none',
  version: '1',
  layers: [],
  threads: 1,
  read: async ({ id, text, published = null }) => ({
    ...unreadReading({ id, text, published }),
    reader: { name: 'none', version: '1' },
  }),
  close: async () => {},
};

const shut =
  'The Marl Guard shut the toll road at Ebbing on Monday, the province of Sorrel said in a letter of two pages.';
const denied =
  'Its captain, Tove Arran, denied that and said that the road had been open all week, by day and by night.';
const rain =
  'Rain fell on the lowlands all week long, and four rivers rose above their banks, the weather office reported.';
const page = (...sentences: string[]) => ({
  body: `<html lang="en"><head><title>Ebbing</title></head><body><article>${sentences.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`,
});

describe('a case that is watched', () => {
  let dir: string;
  let store: Store;
  let site: Site;
  const web = { permit: () => true, sleep: async () => {} };
  const feed = (day: number) => ({
    headers: { 'content-type': 'application/rss+xml' },
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Ridge</title><item><title>Ebbing</title><link>${site.origin}/story</link><description>In short.</description><pubDate>${day} Feb 2031 10:00:00 GMT</pubDate></item></channel></rss>`,
  });
  beforeAll(async () => {
    site = await siteOf({ '/robots.txt': { body: '' } });
  });
  beforeEach(async () => {
    dir = await temporaryStoreFolder();
    store = await openStore({ dir, version: '0.1.0' });
    await store.putCase(parseCase(yaml), yaml);
    return async () => {
      await store.close();
      await rm(dir, { recursive: true });
    };
  });
  afterAll(() => site.close());

  const add = (path: string) => addReports(store, reader, [site.origin + path], { caseId: 'road', web });
  const round = async (): Promise<Added> => {
    const signal = new AbortController().signal;
    for await (const { added } of watch(store, reader, {
      caseId: 'road',
      minutes: 60,
      once: true,
      signal,
      web,
    }))
      return added;
    throw new Error('no round was made');
  };
  const listed = async () =>
    (await store.documents('road')).map(({ id, replacedBy, waitsBeside }) => ({
      id,
      replacedBy,
      waitsBeside,
    }));

  test('asks a page again when its feed says something else of it, and not before', async () => {
    site.routes['/feed'] = feed(3);
    site.routes['/story'] = page(shut, denied);
    expect(await add('/feed')).toMatchObject({ new: 1 });
    const asked = () => site.requests.filter((request) => request === 'GET /story').length;
    const before = asked();
    expect(await round()).toMatchObject({ changed: 0, known: 1 });
    expect(asked()).toBe(before);
    site.routes['/feed'] = feed(4);
    site.routes['/story'] = page('Correction: the province has withdrawn its letter.', denied);
    expect(await round()).toMatchObject({ changed: 1, beside: [] });
    expect((await listed()).filter(({ replacedBy }) => replacedBy !== null)).toHaveLength(1);
  });

  test('keeps what was taken when a page of a feed is gone', async () => {
    site.routes['/feed'] = feed(3);
    site.routes['/story'] = page(shut, denied);
    await add('/feed');
    site.routes['/feed'] = feed(5);
    site.routes['/story'] = { status: 410, body: '' };
    expect(await round()).toMatchObject({ new: 0, refused: [{ source: `${site.origin}/story` }] });
    expect(await listed()).toMatchObject([{ replacedBy: null }]);
  });

  test('replaces nothing by a text that has nothing in common with it until a person has looked', async () => {
    site.routes['/page'] = page(shut, denied);
    await add('/page');
    const [first] = await listed();
    site.routes['/page'] = page(rain);
    const { beside } = await round();
    expect(beside).toEqual([
      { source: `${site.origin}/page`, document: expect.any(String), earlier: first?.id },
    ]);
    const second = beside[0]?.document ?? '';
    expect(await listed()).toContainEqual({ id: first?.id, replacedBy: null, waitsBeside: null });
    expect(await listed()).toContainEqual({ id: second, replacedBy: null, waitsBeside: first?.id });

    const why = { reason: 'The page tells of another week.', by: 'A. Monitor' };
    await correct(store, 'road', [second], { ...why, fields: { replaces: first?.id ?? '' } });
    expect(await listed()).toContainEqual({ id: first?.id, replacedBy: second, waitsBeside: null });
    expect(await store.corrections(second)).toMatchObject([{ field: 'replaces', value: first?.id, ...why }]);
  });

  test('lets both stand, and knows the first when it comes back', async () => {
    site.routes['/page'] = page(shut, denied);
    await add('/page');
    site.routes['/page'] = page(rain);
    const { beside } = await round();
    await correct(store, 'road', [beside[0]?.document ?? ''], {
      reason: '',
      by: 'A',
      fields: { replaces: null },
    });
    expect((await listed()).map(({ replacedBy, waitsBeside }) => [replacedBy, waitsBeside])).toEqual([
      [null, null],
      [null, null],
    ]);
    site.routes['/page'] = { ...page(shut, denied), headers: { 'x-time': 'later' } };
    expect(await round()).toMatchObject({ captured: 1, beside: [] });
    expect(await listed()).toHaveLength(2);
  });

  test('never takes a robot check for the page', async () => {
    site.routes['/page'] = page(shut, denied);
    await add('/page');
    site.routes['/page'] = {
      body: '<title>Just a moment...</title><h1>One moment</h1><p>Checking your browser. Enable JavaScript and cookies.</p>',
    };
    expect(await round()).toMatchObject({ refused: [{ error: { code: 'PROVISO_INPUT_NO_REPORT' } }] });
    expect(await listed()).toHaveLength(1);
  });

  test('keeps what a person put right when a page changes', async () => {
    site.routes['/page'] = page(shut, denied);
    await add('/page');
    const [first] = await listed();
    const fields = { publisher: 'The Ridge', published: '2031-02-03' };
    await correct(store, 'road', [first?.id ?? ''], { reason: 'Its imprint.', by: 'A', fields });
    site.routes['/page'] = page(shut, denied, 'Observers came on Tuesday.');
    await round();
    const later = (await listed()).find(({ replacedBy }) => replacedBy === null);
    expect(await store.document(later?.id ?? '')).toMatchObject({
      ...fields,
      publisherFrom: { source: 'person', certainty: 'stated' },
      publishedFrom: { source: 'person', certainty: 'stated' },
    });
  });
});
