import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Site, siteOf } from '../src/collect/web/testing.ts';
import { type NewsView, unreadReading, type WatchingView } from '../src/model/index.ts';
import type { Reader } from '../src/read/index.ts';
import { Additions } from '../src/server/additions.ts';
import { createApp } from '../src/server/app.ts';
import { Drafting } from '../src/server/drafting.ts';
import { localHosts } from '../src/server/guard.ts';
import { Watching } from '../src/server/watching.ts';
import { openStore, type Store } from '../src/store/index.ts';
import { caseOf, temporaryStoreFolder } from '../src/store/testing.ts';
import { OpenCases } from '../src/work/index.ts';

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

const story = (words: string) => ({
  body: `<html lang="en"><head><title>Ebbing</title></head><body><article><p>${words}</p></article></body></html>`,
});
const feedOf = (origin: string, ...paths: string[]) => ({
  headers: { 'content-type': 'application/rss+xml' },
  body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Ridge</title>${paths
    .map((path) => `<item><title>${path}</title><link>${origin}${path}</link></item>`)
    .join('')}</channel></rss>`,
});
const shut =
  'The Marl Guard shut the toll road at Ebbing on Monday, the province of Sorrel said in a letter of two pages.';
const opened =
  'The road to the lowlands was opened again after nine days, and forty lorries crossed the bridge before noon.';

describe('a day at the workbench', () => {
  let dir: string;
  let store: Store;
  let site: Site;
  let app: ReturnType<typeof createApp>;
  let watching: Watching;
  let token = '';
  let feed = '';

  beforeAll(async () => {
    site = await siteOf({ '/robots.txt': { body: '' } });
    feed = `${site.origin}/feed`;
    dir = await temporaryStoreFolder();
    store = await openStore({ dir, version: '0.1.0' });
    await store.putCase(caseOf('road'), 'id: road');
    const additions = new Additions(store, () => reader, { permit: () => true, sleep: async () => {} });
    watching = new Watching(store, additions, 60);
    const [cases, drafting] = [new OpenCases(store), new Drafting(store, () => reader)];
    app = createApp(store, localHosts(4747), {
      ...{ cases, additions, drafting, watching },
      reader: () => reader,
    });
    token = (await (await ask('GET', '/api/session')).json()).csrfToken;
  });
  afterAll(async () => {
    watching.close();
    await site.close();
    await store.close();
    await rm(dir, { recursive: true });
  });

  const ask = (method: string, path: string, body?: unknown, person = '') => {
    const isForm = body instanceof FormData;
    return app.request(`http://localhost:4747${path}`, {
      method,
      headers: {
        host: 'localhost:4747',
        'x-proviso-csrf': token,
        ...(person ? { cookie: `proviso-person=${encodeURIComponent(person)}` } : {}),
        ...(isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
  };
  const watched = async (): Promise<WatchingView> => (await ask('GET', '/api/cases/road/watching')).json();
  const news = async (person: string): Promise<NewsView> =>
    (await ask('GET', '/api/cases/road/news', undefined, person)).json();
  /** Until what was asked for in the background is done. */
  const settled = () =>
    vi.waitFor(async () => expect((await watched()).visiting).toBe(false), { timeout: 240_000 });

  test('begins with a name, which is asked once', async () => {
    expect(await (await ask('GET', '/api/people')).json()).toMatchObject({ isChosen: false, people: [] });
    const told = await ask('PUT', '/api/people/me', { name: ' Tove Arran ' });
    expect(told.status).toBe(204);
    expect(told.headers.get('set-cookie')).toContain('proviso-person=Tove%20Arran');
    expect(await (await ask('GET', '/api/people', undefined, 'Tove Arran')).json()).toEqual({
      me: 'Tove Arran',
      isChosen: true,
      people: ['Tove Arran'],
    });
    expect((await ask('PUT', '/api/people/me', { name: ' ' })).status).toBe(422);
    const grade = { kind: 'grade', subject: 'source:a', value: 'B', reason: 'Checked.' };
    const decided = await ask('POST', '/api/cases/road/decisions', grade, 'Tove Arran');
    expect(await decided.json()).toMatchObject({ by: 'Tove Arran' });
  });

  test('shows what a feed brought, and to each person what is new to them', async () => {
    site.routes['/feed'] = feedOf(site.origin, '/one');
    site.routes['/one'] = story(shut);
    expect(await news('Tove')).toMatchObject({ since: null, count: 0 });
    expect((await ask('PUT', '/api/cases/road/news', { at: new Date().toISOString() }, 'Tove')).status).toBe(
      204,
    );
    const form = new FormData();
    form.append('urls', feed);
    const { id } = await (await ask('POST', '/api/cases/road/documents', form)).json();
    await vi.waitFor(
      async () => expect((await (await ask('GET', `/api/jobs/${id}`)).json()).state).toBe('done'),
      { timeout: 240_000 },
    );
    expect((await watched()).addresses).toMatchObject([
      { url: feed, documents: 1, failures: [], paused: false },
    ]);
    const { documents, count, at } = await news('Tove');
    expect(documents).toMatchObject([{ title: 'Ebbing', evidence: 0 }]);
    expect(count).toBe(1);
    await ask('PUT', '/api/cases/road/news', { at }, 'Tove');
    expect(await news('Tove')).toMatchObject({ since: at, count: 0, documents: [] });
    expect(await news('Anna')).toMatchObject({ since: null, count: 0 });
  });

  test('visits an address when told to, and says in words why it failed', async () => {
    site.routes['/feed'] = feedOf(site.origin, '/one', '/two');
    site.routes['/two'] = story(opened);
    expect((await ask('POST', '/api/cases/road/watching/visit', { url: feed })).status).toBe(202);
    await settled();
    expect((await watched()).addresses).toMatchObject([{ documents: 2, failures: [] }]);
    site.routes['/feed'] = { status: 410, body: '' };
    await ask('POST', '/api/cases/road/watching/visit', {});
    await settled();
    const [address] = (await watched()).addresses;
    expect(address?.failures).toMatchObject([{ source: feed, why: expect.stringContaining('410') }]);
    expect(await news('Tove')).toMatchObject({ failures: [{ url: feed }], allDocuments: 1, count: 2 });
  });

  test('asks no address that is paused, and forgets one without what it brought', async () => {
    await ask('PUT', '/api/cases/road/watching', { url: feed, paused: true });
    const before = site.requests.length;
    await ask('POST', '/api/cases/road/watching/visit', {});
    await settled();
    expect(site.requests.slice(before)).not.toContain('GET /feed');
    expect((await news('Tove')).failures).toEqual([]);
    expect((await ask('DELETE', '/api/cases/road/watching', { url: feed })).status).toBe(204);
    expect((await watched()).addresses).toEqual([]);
    expect(await store.documents('road')).toHaveLength(2);
    expect((await ask('DELETE', '/api/cases/road/watching', { url: feed })).status).toBe(404);
  });

  test('has rounds made by the server, of what was not asked lately', async () => {
    site.routes['/feed'] = feedOf(site.origin, '/one', '/two');
    await store.recordVisit('road', {
      ...{ url: feed, etag: null, lastModified: null, watched: true, mark: null },
      checkedAt: new Date(Date.now() - 7_200_000).toISOString(),
    });
    const before = site.requests.length;
    await watching.begin();
    expect(Date.parse((await watched()).next ?? '')).toBeGreaterThan(Date.now());
    await vi.waitFor(() => expect(site.requests.slice(before)).toContain('GET /feed'), { timeout: 240_000 });
    await settled();
    expect((await watched()).addresses).toMatchObject([{ failures: [] }]);
  });
});
