import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ferryPledge } from './ferry-pledge.ts';
import { proviso, type Run, type Server, startProviso } from './proviso.ts';

let folder = '';
const inFolder = (name: string) => join(folder, name);
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-hand-over-'));
  await writeFile(inFolder('pledge.yaml'), ferryPledge);
  await writeFile(inFolder('wrong.yaml'), ferryPledge.replace('kind: obligation', 'kind: wish'));
  const report = 'Larkham ran no ferry to Odvik on Monday, an official of Odvik said.';
  await writeFile(inFolder('report.md'), `---\npublished: 2031-06-10\npublisher: Ebb Post\n---\n${report}\n`);
  await writeFile(inFolder('junk.txt'), Buffer.from([0, 1, 2, 255, 254, 0, 7, 200]));
  for (const store of ['served', 'alone'])
    expect((await proviso('case', 'import', inFolder('pledge.yaml'), '--store', inFolder(store))).code).toBe(
      0,
    );
  server = await startProviso(inFolder('served'));
});

afterAll(async () => {
  await server?.end();
  await rm(folder, { recursive: true, force: true });
});

/** What differs between any two runs: times, ids that are made by chance, what the audit log makes of them, the store. */
const plain = ({ code, stdout, stderr }: Run): Run => {
  const without = (text: string) =>
    text
      .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d\.\d+Z)?/g, 'TIME')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, 'UUID')
      .replace(/"hash":"[0-9a-f]{64}"/g, 'HASH')
      .replace(/"seq":\d+/g, 'SEQ')
      .replaceAll('/served', '/STORE')
      .replaceAll('/alone', '/STORE');
  return { code, stdout: without(stdout), stderr: without(stderr) };
};

/** In order: what one leaves, the next finds. */
const commands: readonly { code: number; args: readonly string[] }[] = [
  { code: 0, args: ['case', 'list'] },
  { code: 1, args: ['add', 'report.md', 'junk.txt', '--case', 'ferry', '--json'] },
  { code: 0, args: ['why', 'daily-ferry', '--case', 'ferry', '--json'] },
  {
    code: 0,
    args: ['rate', 'Ebb Post', '--case', 'ferry', '--grade', 'B', '--reason', 'It prints corrections.'],
  },
  { code: 2, args: ['case', 'import', 'wrong.yaml'] },
  { code: 0, args: ['watch', '--once', '--case', 'ferry'] },
  { code: 0, args: ['report', '--case', 'ferry', '--as-of', '2031-12-01', '--known-at', '2031-12-01'] },
  { code: 0, args: ['verify'] },
];

describe('a command', () => {
  it.each(commands)(
    'does and says the same with a running server as without: $args',
    async ({ code, args }) => {
      const given = args.map((word) => (/\.(md|txt|yaml)$/.test(word) ? inFolder(word) : word));
      const [served, alone] = await Promise.all(
        ['served', 'alone'].map((store) => proviso(...given, '--store', inFolder(store))),
      );
      expect(plain(served as Run)).toEqual(plain(alone as Run));
      expect(served?.code).toBe(code);
    },
  );

  it('gives a whole case away while the store is served, and takes none in meanwhile', async () => {
    const [file, served, elsewhere] = ['ferry.zip', 'served', 'elsewhere'].map(inFolder) as [
      string,
      string,
      string,
    ];
    const given = ['export', '--format', 'ro-crate', '--case', 'ferry', '--out', file];
    expect((await proviso(...given, '--store', served)).code).toBe(0);
    const refused = await proviso('case', 'import', file, '--store', served);
    expect(refused.stderr).toContain('PROVISO_STORE_LOCKED');
    expect((await proviso('case', 'import', file, '--store', elsewhere)).code).toBe(0);
  });

  it('takes a backup while the store is served, that can be restored', async () => {
    expect((await proviso('backup', inFolder('all.zip'), '--store', inFolder('served'))).code).toBe(0);
    expect((await proviso('restore', inFolder('all.zip'), '--store', inFolder('again'))).code).toBe(0);
    const { stdout } = await proviso('case', 'list', '--store', inFolder('again'));
    expect(stdout).toContain('1 documents');
  });

  it('is let in by the key that only its person can read, and no page of a browser is', async () => {
    const lock = inFolder('served/lock.json');
    expect((await stat(lock)).mode & 0o077).toBe(0);
    const { key } = JSON.parse(await readFile(lock, 'utf8'));
    const asked = (headers: Record<string, string>) =>
      fetch(`${server.address}/store/cases`, { method: 'POST', headers });
    expect((await asked({})).status).toBe(403);
    expect((await asked({ authorization: `Bearer ${key}x` })).status).toBe(403);
    const authorization = `Bearer ${key}`;
    expect((await asked({ authorization, origin: server.address })).status).toBe(403);
    // Of another version it is not let in either.
    expect((await asked({ authorization })).status).toBe(503);
  });

  it('has the store to itself once the server is gone, even by force', async () => {
    const second = await proviso('start', '--store', inFolder('served'));
    expect(second).toMatchObject({ code: 3, stderr: expect.stringContaining('PROVISO_STORE_LOCKED') });
    expect(second.stderr).toContain(`${server.address}/`);
    await server.end('SIGKILL');
    expect(await proviso('case', 'list', '--store', inFolder('served'))).toMatchObject({ code: 0 });
  });
});
