import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { JobsView } from '../src/model/index.ts';
import { ownSchema } from '../src/store/testing.ts';
import { ferryPledge } from './ferry-pledge.ts';
import { printed, provisoOn, type Server, spawnProviso, startProviso } from './proviso.ts';

const given = process.env.PROVISO_TEST_DATABASE_URL;
const reports = 20;

/** A report that takes a moment to read. */
const reportOf = (index: number): string =>
  Array.from(
    { length: 25 },
    (_, line) =>
      `On day ${index} the ferry ${line % 2 === 0 ? 'ran' : 'did not run'} at ${line} hours, an official of Larkham told the people of Odvik.`,
  ).join(' ');

describe.runIf(given)('workers on a server', () => {
  let folder = '';
  let databaseUrl = '';
  let serving: Server;
  let database: pg.Client;
  const started: ReturnType<typeof spawnProviso>[] = [];

  const jobs = async (): Promise<JobsView> => (await fetch(`${serving.address}/api/jobs`)).json();
  const counts = async (): Promise<Record<string, [number, number, number]>> =>
    Object.fromEntries(
      (await jobs()).kinds.map(({ kind, waiting, active, setAside }) => [kind, [waiting, active, setAside]]),
    );

  const work = (name: string, ...args: string[]): ReturnType<typeof spawnProviso> => {
    const child = spawnProviso(['work', '--store', join(folder, name), ...args], databaseUrl);
    started.push(child);
    return child;
  };

  const unread = async (): Promise<number> => {
    const answer = await fetch(`${serving.address}/api/cases/ferry/documents?limit=100`);
    const { documents } = (await answer.json()) as { documents: { unread: boolean }[] };
    return documents.length === reports ? documents.filter((one) => one.unread).length : -1;
  };

  /** How often the audit log has it that each document was read, or matched. */
  const timesKept = async (action: string): Promise<number[]> => {
    const { rows } = await database.query(
      `select record, count(*)::integer as times from audit, jsonb_object_keys(details -> 'records') as record
       where action = $1 group by record`,
      [action],
    );
    return rows.map(({ times }) => times);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proviso-workers-'));
    databaseUrl = await ownSchema(given as string);
    database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    await writeFile(join(folder, 'pledge.yaml'), ferryPledge);
    const place = ['--store', join(folder, 'serving')];
    const imported = await provisoOn(databaseUrl, 'case', 'import', join(folder, 'pledge.yaml'), ...place);
    expect(imported).toMatchObject({ code: 0 });
    serving = await startProviso(join(folder, 'serving'), { args: ['--no-work'], databaseUrl });
  });

  afterAll(async () => {
    for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
    await serving?.end();
    await database?.end();
    await rm(folder, { recursive: true, force: true });
  });

  it('a server that only serves reads nothing of what is sent to it', async () => {
    const { csrfToken } = await (await fetch(`${serving.address}/api/session`)).json();
    const form = new FormData();
    for (let index = 0; index < reports; index += 1)
      form.append('files', new File([reportOf(index)], `${index}.txt`, { type: 'text/plain' }));
    const sent = await fetch(`${serving.address}/api/cases/ferry/documents`, {
      method: 'POST',
      body: form,
      headers: { 'x-proviso-csrf': csrfToken },
    });
    const { id } = (await sent.json()) as { id: string };
    await vi.waitFor(
      async () =>
        expect(await (await fetch(`${serving.address}/api/jobs/${id}`)).json()).toMatchObject({
          state: 'done',
          added: { new: reports },
        }),
      { timeout: 240_000, interval: 300 },
    );
    expect((await fetch(`${serving.address}/api/cases/ferry`)).status).toBe(200);
    expect(await unread()).toBe(reports);
    expect(await counts()).toEqual({ read: [reports, 0, 0], match: [0, 0, 0] });
  });

  it('every document is read and matched once, though one worker freezes and one is killed again and again', async () => {
    const frozen = work('frozen', '--concurrency', '1');
    await printed(frozen.stderr, /working/);
    await delay(1500);
    frozen.kill('SIGSTOP');
    const steady = work('steady', '--concurrency', '1');
    for (let kill = 0; kill < 3; kill += 1) {
      const killed = work('killed', '--concurrency', '1');
      await printed(killed.stderr, /working/);
      await delay(1500);
      killed.kill('SIGKILL');
      await once(killed, 'exit');
    }
    await vi.waitFor(
      async () => {
        expect(await unread()).toBe(0);
        expect(await counts()).toEqual({ read: [0, 0, 0], match: [0, 0, 0] });
      },
      { timeout: 240_000, interval: 500 },
    );
    expect((await jobs()).setAside).toEqual([]);
    // What the frozen one had under way is another's by now: it changes nothing.
    const thawed = once(frozen, 'exit');
    frozen.kill('SIGCONT');
    frozen.kill('SIGTERM');
    expect(await thawed).toEqual([0, null]);
    expect(await timesKept('reading.kept')).toEqual(Array(reports).fill(1));
    expect(await timesKept('matches.kept')).toEqual(Array(reports).fill(1));

    const ended = once(steady, 'exit');
    steady.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    const listed = await provisoOn(databaseUrl, 'jobs', '--json', '--store', join(folder, 'serving'));
    expect(JSON.parse(listed.stdout)).toEqual(await jobs());
    const verified = await provisoOn(databaseUrl, 'verify', '--store', join(folder, 'serving'));
    expect(verified).toMatchObject({ code: 0, stdout: '' });
  });
});

describe('without a server', () => {
  it.each(['work', 'start --no-work'])('%s is refused, and says what to do', async (line) => {
    const run = await provisoOn(undefined, ...line.split(' '), '--store', join(tmpdir(), 'proviso-none'));
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('PROVISO_SERVER_MISSING') });
  });
});
