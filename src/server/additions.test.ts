import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { JobView } from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { caseOf, temporaryStoreFolder } from '../store/testing.ts';
import { Additions } from './additions.ts';

let dir: string;
let store: Store;
beforeAll(async () => {
  dir = await temporaryStoreFolder();
  store = await openStore({ dir, version: '0.1.0' });
  await store.putCase(caseOf('c'), 'yaml');
});
afterAll(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});
afterEach(() => vi.unstubAllEnvs());

/** Texts of these tests are in no language that is read, so that nobody is asked to read them. */
const noReader = () => ({ name: 'none', version: '0', threads: 1 }) as unknown as Reader;
const text = (number: number) =>
  `Le bac numéro ${number} a quitté le port lundi matin avec quarante personnes à bord, a dit la maire de la ville.`;

async function added(files: readonly File[], urls: readonly string[]) {
  const additions = new Additions(store, noReader);
  const { id } = await additions.add('c', { files, urls });
  await vi.waitFor(() => expect(additions.job(id).state).toMatch(/done|failed/), { timeout: 240_000 });
  const { added: how, failure } = additions.job(id);
  expect(failure).toBeNull();
  if (!how) throw new Error('nothing was added');
  return how;
}

describe('addresses', () => {
  it.each([
    '/etc/hostname',
    '*.txt',
    'src/**',
    '-',
    '../notes.md',
    'file:///etc/hostname',
    'ftp://hill.example/a',
    '.',
  ])('are nothing else: %s is refused, and nothing is read by it', async (url) => {
    const { new: fresh, known, refused } = await added([], [url]);
    expect([fresh, known]).toEqual([0, 0]);
    expect(refused).toMatchObject([{ source: url, code: 'PROVISO_ADDRESS_REFUSED' }]);
  });

  it('that are none are refused where pages are traced, too', async () => {
    const { refused } = await new Additions(store, noReader).trace({ files: [], urls: ['/etc/hostname'] });
    expect(refused).toMatchObject([{ source: '/etc/hostname', why: '/etc/hostname is no web address.' }]);
  });

  it('that are none leave the files beside them alone', async () => {
    const { new: fresh, refused } = await added([new File([text(1)], 'one.txt')], ['-', '/etc/hostname']);
    expect(fresh).toBe(1);
    expect(refused.map(({ source }) => source)).toEqual(['-', '/etc/hostname']);
  });
});

describe('names of files', () => {
  const impossible = [
    '.',
    '..',
    '',
    '!',
    'a!b.txt',
    'x'.repeat(300),
    `${'é'.repeat(200)}.txt`,
    'a/../../b.txt',
    'C:\\a\\c.txt',
    'n\0l.txt',
    'l\nf.txt',
    '...',
    ' ',
  ];

  it('cost no file, whatever they are', async () => {
    const files = impossible.map((name, index) => new File([text(100 + index)], name));
    const { new: fresh, refused } = await added([...files, new File([text(99)], 'plain.txt')], []);
    expect(refused).toEqual([]);
    expect(fresh).toBe(impossible.length + 1);
  });

  it('are what a refusal calls a file', async () => {
    const { refused } = await added([new File([''], 'what now!.txt'), new File([text(3)], 'three.txt')], []);
    expect(refused).toMatchObject([
      { source: 'what now!.txt', code: 'PROVISO_INPUT_EMPTY', why: 'what now!.txt is empty.' },
    ]);
  });
});

it('a temporary folder that cannot be written fails the addition, and not those after it', async () => {
  const additions = new Additions(store, noReader);
  vi.stubEnv('TMPDIR', '/nowhere/at-all');
  const jobs: JobView[] = [];
  for (const _ of [1, 2])
    jobs.push(await additions.add('c', { files: [new File(['a'], 'a.txt')], urls: [] }));
  await vi.waitFor(() => expect(additions.job(jobs[1]?.id ?? '').state).toBe('failed'));
  expect(jobs.map(({ id }) => additions.job(id).failure?.code)).toEqual(['PROVISO_FAILED', 'PROVISO_FAILED']);
  await additions.close();
});
