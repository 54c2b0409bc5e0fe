import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { freePort, printed, proviso, repository, spawnProviso } from './proviso.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-operating-'));
  const store = ['--store', join(folder, 'store')];
  const accord = join(repository, 'test/river-accord');
  await proviso('case', 'import', join(accord, 'case.yaml'), ...store);
  await proviso('add', join(accord, 'reports'), '--case', 'river-accord', ...store);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a server with a log of JSON and metrics says how it does, and nothing of its cases', async () => {
  const store = join(folder, 'store');
  const [port, metricsPort] = [await freePort(), await freePort()];
  const ports = ['--port', `${port}`, '--metrics-port', `${metricsPort}`];
  const server = spawnProviso(['start', '--store', store, '--no-watch', '--log', 'json', ...ports]);
  const said = { out: '', log: '' };
  server.stdout.on('data', (data) => {
    said.out += data;
  });
  server.stderr.on('data', (data) => {
    said.log += data;
  });
  const ended = new Promise((resolve) => server.once('close', resolve));
  await printed(server.stderr, /"event":"serving"/);
  const ready = await fetch(`http://127.0.0.1:${metricsPort}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([200, 'ok\n']);
  const { cases } = (await (await fetch(`http://127.0.0.1:${port}/api/cases`)).json()) as {
    cases: { id: string; title: string }[];
  };
  expect(cases.length).toBeGreaterThan(0);
  await fetch(`http://127.0.0.1:${port}/api/cases/${cases[0]?.id}`);
  await fetch(`http://127.0.0.1:${port}/api/cases/no-such-case`);
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(metrics).toMatch(/_count\{method="GET",route="\/api\/cases\/:case",status="200"\} 1/);
  // The same store is reached through the server, its originals too.
  const elsewhere = join(folder, 'elsewhere');
  const moved = await proviso('originals', 'move', '--to', elsewhere, '--json', '--store', store);
  expect([moved.code, JSON.parse(moved.stdout)]).toEqual([
    0,
    expect.objectContaining({ missing: [], left: 0, to: `at ${elsewhere}` }),
  ]);
  server.kill('SIGTERM');
  await ended;
  expect(said.out).toBe('');
  const lines = said.log.trimEnd().split('\n');
  const events = lines.map((line) => JSON.parse(line) as { event: string; level: string });
  expect(events).toContainEqual(
    expect.objectContaining({ event: 'request', route: '/api/cases/:case', status: 404, level: 'info' }),
  );
  expect(events).toContainEqual(expect.objectContaining({ code: 'PROVISO_CASE_NOT_FOUND', level: 'warn' }));
  expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['opening', 'serving', 'closing']));
  for (const word of [...cases.flatMap(({ id, title }) => [id, title]), 'no-such-case', folder])
    expect(said.log + metrics).not.toContain(word);
  const verified = await proviso('verify', '--store', store);
  expect([verified.code, verified.stderr]).toEqual([0, expect.stringMatching(/everything holds/)]);
});

it('a server that cannot start says why in its log', async () => {
  const { code, stderr } = await proviso('start', '--store', '/dev/null/store', '--log', 'json');
  const last = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '');
  expect([code, last]).toEqual([
    3,
    expect.objectContaining({ event: 'failure', code: 'PROVISO_STORE_UNUSABLE' }),
  ]);
});

describe('what a machine of one’s own is set up by', () => {
  const file = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');

  it('is a server without root, with a root file system that is only read, and ports of this machine alone', async () => {
    const { services } = parse(await file('compose.yaml'));
    const { server, workers, ...others } = services;
    for (const own of [server, workers]) {
      expect(own).toMatchObject({ read_only: true, cap_drop: ['ALL'], network_mode: 'host', build: '.' });
      expect(own.security_opt).toContain('no-new-privileges:true');
    }
    expect(workers).toMatchObject({ command: ['work'], deploy: { replicas: 2 } });
    for (const { ports = [] } of Object.values<{ ports?: string[] }>(others))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(await file('Dockerfile')).toMatch(/^USER 1000$/m);
  });

  it('sets what there is to set, and takes the image from files that are there', async () => {
    const { services } = parse(await file('compose.yaml'));
    const commands = await file('docs/commands.md');
    const own = Object.keys(services.server.environment).filter((name) => name.startsWith('PROVISO'));
    for (const name of own) expect(commands).toContain(name);
    const { files } = JSON.parse(await file('package.json'));
    const copied = [...(await file('Dockerfile')).matchAll(/^COPY --from=build \/proviso\/(\S+)/gm)];
    const folders = copied.map(([, name]) => name);
    expect(folders).toEqual(expect.arrayContaining(['dist', 'examples', 'docs', 'models', 'node_modules']));
    for (const name of files.filter((each: string) => !each.includes('.') && each === each.toLowerCase()))
      expect(folders).toContain(name);
  });
});
