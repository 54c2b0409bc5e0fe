import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store/index.ts';
import { createApp } from './app.ts';
import { localHosts } from './guard.ts';
import { operationOf } from './operation.ts';

const app = createApp({ cases: async () => [], notices: [] } as unknown as Store, localHosts(4747));

const ask = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  app.request(`http://localhost:4747${path}`, { ...init, headers: { host: 'localhost:4747', ...headers } });

const verdict = (headers: Record<string, string>, body: string = '{"verdict":"accepted"}') =>
  ask(
    '/api/cases/c/evidence/e/verdict',
    { 'content-type': 'application/json', ...headers },
    { method: 'PUT', body },
  );

describe('the guard', () => {
  let token = '';
  beforeAll(async () => {
    const session = await (await ask('/api/session')).json();
    token = session.csrfToken;
  });

  it.each([
    ['a rebound host name', { host: 'evil.example:4747' }, 'PROVISO_HOST_REFUSED'],
    ['another port', { host: 'localhost:80' }, 'PROVISO_HOST_REFUSED'],
    ['a page of another origin', { origin: 'https://evil.example' }, 'PROVISO_ORIGIN_REFUSED'],
    ['a page without origin', { origin: 'null' }, 'PROVISO_ORIGIN_REFUSED'],
    ['an image in a page of another site', { 'sec-fetch-site': 'cross-site' }, 'PROVISO_ORIGIN_REFUSED'],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }, 'PROVISO_ORIGIN_REFUSED'],
    [
      'a link to an answer',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      'PROVISO_ORIGIN_REFUSED',
    ],
  ])('refuses %s', async (_what, headers, code) => {
    const response = await ask('/api/cases', headers);
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code, status: 403 });
  });

  it.each([['127.0.0.1:4747'], ['localhost:4747'], ['[::1]:4747']])('answers for %s', async (host) => {
    expect((await ask('/api/cases', { host, origin: `http://${host}` })).status).toBe(200);
  });

  it.each([['same-origin'], ['none']])(
    'answers what its own page or a person asks for (%s)',
    async (site) => {
      expect((await ask('/api/cases', { 'sec-fetch-site': site })).status).toBe(200);
    },
  );

  it('lets a link of another site lead to the workbench, and show it in no frame', async () => {
    const led = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await ask('/cases/c', { ...led, 'sec-fetch-dest': 'document' })).status).not.toBe(403);
    expect((await ask('/cases/c', { ...led, 'sec-fetch-dest': 'iframe' })).status).toBe(403);
  });

  it.each([[{}], [{ 'x-proviso-csrf': 'guess' }], [{ 'x-proviso-csrf': 'ÿ'.repeat(32) }]])(
    'refuses a change without the token',
    async (headers) => {
      expect(await (await verdict(headers)).json()).toMatchObject({ code: 'PROVISO_CSRF_REFUSED' });
    },
  );

  it.each([
    ['not JSON'],
    ['{}'],
    ['{"verdict":"maybe"}'],
    ['{"verdict":"accepted","more":1}'],
    ['{"verdict":"accepted","reason":"\\u0000"}'],
    ['{"verdict":"accepted","reason":"\\ud800"}'],
    ['['.repeat(100_000) + ']'.repeat(100_000)],
  ])('refuses the body %s', async (body) => {
    const response = await verdict({ 'x-proviso-csrf': token }, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'PROVISO_REQUEST_INVALID' });
  });
});

it('refuses what pages of other sites ask before the store is asked for anything', async () => {
  let touched = 0;
  const untouched = new Proxy({} as Store, {
    get: () => {
      touched += 1;
    },
  });
  const guarded = createApp(untouched, localHosts(4747));
  const routes = guarded.routes.filter(({ handler }) => operationOf(handler));
  expect(routes.length).toBeGreaterThan(30);
  for (const { method, path } of routes) {
    const headers = { host: 'localhost:4747', 'sec-fetch-site': 'cross-site' };
    const response = await guarded.request(`http://localhost:4747${path}`, { method, headers });
    expect(response.status).toBe(403);
  }
  expect(touched).toBe(0);
});

it('a body of megabytes is refused', async () => {
  const { csrfToken } = await (await ask('/api/session')).json();
  const response = await verdict({ 'x-proviso-csrf': csrfToken }, `{"verdict":"${'x'.repeat(5_000_000)}"}`);
  expect(await response.json()).toMatchObject({ code: 'PROVISO_INPUT_TOO_LARGE', status: 413 });
});

describe('every answer', () => {
  it('lets the page load nothing from elsewhere', async () => {
    const policy = (await ask('/api/cases')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('to an unknown route is a problem', async () => {
    expect(await (await ask('/api/nothing')).json()).toMatchObject({
      code: 'PROVISO_ROUTE_NOT_FOUND',
      status: 404,
    });
  });

  it.each([['/api/cases/c?asOf=2020-02-31'], ['/api/cases/%00'], ['/api/cases/c/search?q=a%00b']])(
    'to %s is a problem',
    async (path) => {
      const response = await ask(path);
      expect(await response.json()).toMatchObject({ code: 'PROVISO_REQUEST_INVALID', status: 422 });
    },
  );
});
