import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Fetcher, retryAfterMs, type WebOptions } from './fetcher.ts';
import { type Site, siteOf } from './testing.ts';

let site: Site;
let waits: number[];
beforeEach(async () => {
  site = await siteOf({ '/robots.txt': { status: 404 }, '/a': { body: 'A page.' } });
  waits = [];
});
afterEach(() => site.close());

const fetcher = (options: WebOptions = {}) =>
  new Fetcher({
    agent: 'proviso/0.1.0',
    permit: () => true,
    sleep: async (ms) => {
      waits.push(ms);
    },
    ...options,
  });
const text = (body: Uint8Array) => new TextDecoder().decode(body);
const fails = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe('a page', () => {
  test('comes with its headers, as sent', async () => {
    site.routes['/a'] = { headers: { 'X-Twice': 'a', etag: '"1"' }, body: 'A page.' };
    const page = await fetcher().fetch(`${site.origin}/a#part`);
    expect(page).toMatchObject({ url: `${site.origin}/a`, status: 200, hops: [] });
    expect(page.headers).toContainEqual(['X-Twice', 'a']);
    expect(text(page.body)).toBe('A page.');
  });

  test('is unpacked', async () => {
    site.routes['/a'] = { headers: { 'content-encoding': 'gzip' }, body: gzipSync('A packed page.') };
    expect(text((await fetcher().fetch(`${site.origin}/a`)).body)).toBe('A packed page.');
  });

  test('that unpacks to too much, is too long or never ends is refused', async () => {
    const limits = { bytes: 1000, seconds: 1, tries: 1 };
    site.routes['/bomb'] = { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(10_000)) };
    site.routes['/long'] = { body: 'x'.repeat(1001) };
    site.routes['/slow'] = (_request, response) => {
      response.writeHead(200).write('A beginning');
    };
    const small = fetcher({ limits });
    for (const path of ['/bomb', '/long']) {
      await expect(small.fetch(site.origin + path)).rejects.toMatchObject({
        code: 'PROVISO_INPUT_TOO_LARGE',
      });
    }
    await expect(small.fetch(`${site.origin}/slow`)).rejects.toEqual(
      fails('PROVISO_FETCH_FAILED', /not come whole after 1 seconds/),
    );
  });

  test('that is not there is refused with what the server said', async () => {
    await expect(fetcher().fetch(`${site.origin}/gone`)).rejects.toEqual(
      fails('PROVISO_FETCH_FAILED', /answered 404/),
    );
  });

  test('of a server that is not there is refused with the reason', async () => {
    const { origin } = site;
    await site.close();
    await expect(fetcher().fetch(`${origin}/a`)).rejects.toEqual(
      fails('PROVISO_FETCH_FAILED', /nobody answers there/),
    );
  });
});

describe('redirects', () => {
  test('are followed, with each hop', async () => {
    site.routes['/old'] = { status: 301, headers: { location: '/newer' } };
    site.routes['/newer'] = { status: 307, headers: { location: `${site.origin}/a` } };
    const { url, hops, status } = await fetcher().fetch(`${site.origin}/old`);
    expect({ url, status }).toEqual({ url: `${site.origin}/a`, status: 200 });
    expect(hops).toEqual([
      { url: `${site.origin}/old`, status: 301 },
      { url: `${site.origin}/newer`, status: 307 },
    ]);
  });

  test('in a circle are refused', async () => {
    site.routes['/round'] = { status: 302, headers: { location: '/round' } };
    await expect(fetcher().fetch(`${site.origin}/round`)).rejects.toEqual(
      fails('PROVISO_FETCH_FAILED', /more than 10 times/),
    );
  });
});

describe('a page fetched before', () => {
  const validators = { etag: '"1"', lastModified: 'Sun, 01 Jun 2031 10:00:00 GMT' };

  test('is asked for only if it has changed', async () => {
    site.routes['/a'] = (request, response) => {
      const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
      const isSame = etag === validators.etag && since === validators.lastModified;
      response.writeHead(isSame ? 304 : 200).end();
    };
    expect(await fetcher().fetch(`${site.origin}/a`, validators)).toMatchObject({ status: 304 });
    expect(await fetcher().fetch(`${site.origin}/a`, null)).toMatchObject({ status: 200 });
  });

  test('cannot be unchanged when nothing was asked', async () => {
    site.routes['/a'] = { status: 304 };
    await expect(fetcher().fetch(`${site.origin}/a`)).rejects.toEqual(fails('PROVISO_FETCH_FAILED', /304/));
  });
});

describe('robots.txt', () => {
  const rules =
    'User-agent: *\nDisallow: /all/\n\nUser-agent: proviso\nDisallow: /us/\nAllow: /us/but\nCrawl-delay: 7\n';

  test.each([
    ['/us/page', false],
    ['/us/but-this', true],
    ['/all/page', true],
  ])('rules for our name hold: %s', async (path, isAllowed) => {
    site.routes['/robots.txt'] = { headers: { 'content-type': 'text/plain' }, body: rules };
    site.routes[path] = { body: 'A page.' };
    const page = fetcher().fetch(site.origin + path);
    if (isAllowed) expect((await page).status).toBe(200);
    else await expect(page).rejects.toMatchObject({ code: 'PROVISO_ROBOTS_REFUSED' });
    expect(site.requests.includes(`GET ${path}`)).toBe(isAllowed);
  });

  test('is asked for once, and its delay kept', async () => {
    site.routes['/robots.txt'] = { body: rules };
    const polite = fetcher();
    for (const _ of [1, 2, 3]) await polite.fetch(`${site.origin}/a`);
    expect(site.requests.filter((request) => request.endsWith('robots.txt'))).toHaveLength(1);
    expect(waits).toHaveLength(2);
    for (const wait of waits) expect(wait).toBeGreaterThan(6000);
  });

  test('is followed where it was moved to, and its rules hold where they were asked for', async () => {
    site.routes['/robots.txt'] = { status: 301, headers: { location: '/rules.txt' } };
    site.routes['/rules.txt'] = { body: rules };
    await expect(fetcher().fetch(`${site.origin}/us/page`)).rejects.toMatchObject({
      code: 'PROVISO_ROBOTS_REFUSED',
    });
  });

  test.each([
    [403, true],
    [503, false],
  ])('that answers %i lets us fetch: %s', async (status, isAllowed) => {
    site.routes['/robots.txt'] = { status };
    const page = fetcher().fetch(`${site.origin}/a`);
    if (isAllowed) expect((await page).status).toBe(200);
    else await expect(page).rejects.toEqual(fails('PROVISO_ROBOTS_REFUSED', /answers 503/));
  });

  test('holds after a redirect too', async () => {
    site.routes['/robots.txt'] = { body: rules };
    site.routes['/away'] = { status: 302, headers: { location: '/us/page' } };
    await expect(fetcher().fetch(`${site.origin}/away`)).rejects.toMatchObject({
      code: 'PROVISO_ROBOTS_REFUSED',
    });
  });
});

describe('a busy server', () => {
  const busy = (times: number, headers: Record<string, string> = {}) => {
    let left = times;
    site.routes['/a'] = (_request, response) => {
      const status = left-- > 0 ? 503 : 200;
      response.writeHead(status, status === 200 ? {} : headers).end('A page.');
    };
  };

  test('is asked again when it says, twice', async () => {
    busy(2, { 'retry-after': '7' });
    expect(await fetcher().fetch(`${site.origin}/a`)).toMatchObject({ status: 200 });
    expect(waits.filter((wait) => wait === 7000)).toHaveLength(2);
  });

  test('is asked again after longer and longer pauses', async () => {
    busy(2);
    await fetcher().fetch(`${site.origin}/a`);
    expect(waits).toEqual(expect.arrayContaining([1000, 2000]));
  });

  test('that stays so, or asks for a long wait, is left for another time', async () => {
    busy(3);
    await expect(fetcher().fetch(`${site.origin}/a`)).rejects.toEqual(fails('PROVISO_FETCH_FAILED', /503/));
    const before = site.requests.length;
    busy(1, { 'retry-after': '3600' });
    await expect(fetcher().fetch(`${site.origin}/a`)).rejects.toEqual(
      fails('PROVISO_FETCH_FAILED', /asks to wait: 3600/),
    );
    // robots.txt and the page, once.
    expect(site.requests).toHaveLength(before + 2);
  });

  test.each([
    ['120', 120_000],
    ['Sun, 01 Jun 2031 10:00:30 GMT', 30_000],
    ['Sun, 01 Jun 2031 09:00:00 GMT', 0],
    ['soon', null],
  ])('Retry-After: %s', (value, ms) => {
    expect(retryAfterMs(value, Date.parse('2031-06-01T10:00:00Z'))).toBe(ms);
  });
});
