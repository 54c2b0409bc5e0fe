import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../store/index.ts';
import { capture, caseOf, readingFor, reportOf, temporaryStoreFolder } from '../store/testing.ts';
import { emit } from '../work/index.ts';
import { createApp, localHosts, serveMetrics } from './index.ts';

const port = 4128;
const at = `http://127.0.0.1:${port}`;
const appPort = 4129;

let dir: string;
let store: Store;
let metrics: Awaited<ReturnType<typeof serveMetrics>>;
const [read, waiting] = [reportOf('The unspeakable dyke held.'), reportOf('It leaked at Oosterwijk.')];

beforeAll(async () => {
  dir = await temporaryStoreFolder();
  store = await openStore({ dir, version: '0.1.0' });
  await store.putCase(caseOf('secret-pact'), 'yaml');
  for (const report of [read, waiting]) await store.addDocument(report, capture, 'secret-pact');
  await store.saveReading(read.document.id, readingFor(read.document));
  metrics = await serveMetrics(store, port);
});
afterAll(async () => {
  await metrics.close();
  await store.close().catch(() => {});
  await rm(dir, { recursive: true, force: true });
});

const textOf = async (path: string) => (await fetch(`${at}${path}`)).text();

test('what is asked and refused is counted by routes and codes, and nothing of a case is in it', async () => {
  const app = createApp(store, localHosts(appPort));
  const ask = (path: string) =>
    app.request(`http://localhost:${appPort}${path}`, { headers: { host: `localhost:${appPort}` } });
  await ask('/api/cases');
  await ask('/api/cases');
  for (const id of ['secret-pact', 'no-such-case'])
    await ask(`/api/cases/${id}/search?q=unspeakable&limit=5`);
  await ask('/api/no/such/route');
  await ask('/cases/secret-pact/documents');
  emit('reading', { outcome: 'read' });
  const text = await textOf('/metrics');
  const value = (line: string) =>
    Number(
      text
        .split('\n')
        .find((each) => each.startsWith(line))
        ?.split(' ')[1],
    );
  const requests = (method: string, route: string, status: number) =>
    value(
      `proviso_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`,
    );
  expect(requests('GET', '/api/cases', 200)).toBe(2);
  expect(requests('GET', '/api/cases/:case/search', 200)).toBe(1);
  expect(requests('GET', '/api/cases/:case/search', 404)).toBe(1);
  expect(requests('GET', '/api/*', 404)).toBe(1);
  expect(value('proviso_refusals_total{code="PROVISO_CASE_NOT_FOUND"}')).toBe(1);
  expect(value('proviso_readings_total{outcome="read"}')).toBe(1);
  expect(value('proviso_documents{state="waiting"}')).toBe(1);
  expect(value('proviso_documents{state="done"}')).toBe(1);
  expect(value('process_cpu_seconds_total ')).toBeGreaterThan(0);
  for (const word of ['unspeakable', 'Oosterwijk', 'secret-pact', 'no-such', read.document.id, dir])
    expect(text).not.toContain(word);
});

test('other hosts and pages are refused', async () => {
  const refused = await fetch(`${at}/metrics`, { headers: { origin: 'https://example.org' } });
  expect(refused.status).toBe(403);
});

test('a port that is in use is said', async () => {
  await expect(serveMetrics(store, port)).rejects.toMatchObject({
    code: 'PROVISO_PORT_TAKEN',
    todo: expect.stringMatching(/--metrics-port/),
  });
});

test('a server is ready while its store answers, and healthy while it works', async () => {
  expect([await textOf('/healthz'), await textOf('/readyz')]).toEqual(['ok\n', 'ok\n']);
  await store.close();
  expect(await textOf('/healthz')).toBe('ok\n');
  const answer = await fetch(`${at}/readyz`);
  expect([answer.ok, await answer.json()]).toEqual([false, { code: 'PROVISO_FAILED' }]);
});
