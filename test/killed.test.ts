import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../src/store/index.ts';
import { ferryPledge } from './ferry-pledge.ts';
import { proviso, spawnProviso } from './proviso.ts';

const fileCount = 500;
const kills = 20;

/** Numbers from 0 to 1, the same in each run (mulberry32). */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

describe('an addition that is killed again and again', () => {
  let folder = '';
  const inFolder = (name: string) => join(folder, name);
  const store = () => ['--store', inFolder('store')];
  const adding = () => ['add', inFolder('reports'), '--case', 'ferry', ...store()];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proviso-killed-'));
    await mkdir(inFolder('reports'));
    for (let index = 0; index < fileCount; index += 1) {
      // Most are in a language that is kept unread: it is the keeping that is killed here, and some of the reading.
      const text =
        index % 50 === 0
          ? `The ferry ran on day ${index}, an official of Larkham said.`
          : `Le bac numéro ${index} a circulé lundi entre la ville et l’île, a déclaré un responsable du port de Larkham.`;
      await writeFile(inFolder(`reports/${String(index).padStart(3, '0')}.txt`), text);
    }
    await writeFile(inFolder('pledge.yaml'), ferryPledge);
    expect(await proviso('case', 'import', inFolder('pledge.yaml'), ...store())).toMatchObject({ code: 0 });
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has every file in exactly once in the end, and verifies', { timeout: 900_000 }, async () => {
    const random = chances(20_310_601);
    let killedAtWork = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const child = spawnProviso(adding());
      const exited = once(child, 'exit');
      // It says how far it is every 25 files: the kill comes at a random moment after a random one of these signs.
      const signs = Math.floor(random.next().value * 4);
      const more = Math.floor(random.next().value * 300);
      let seen = 0;
      let late: NodeJS.Timeout | null = null;
      child.stderr.on('data', (data: Buffer) => {
        seen += data.toString().match(/ of /g)?.length ?? 0;
        if (seen >= signs && !late) late = setTimeout(() => child.kill('SIGKILL'), more);
      });
      if (signs === 0) late = setTimeout(() => child.kill('SIGKILL'), more * 10);
      await exited;
      if (late) clearTimeout(late);
      if (child.signalCode === 'SIGKILL') killedAtWork += 1;
    }
    expect(killedAtWork).toBeGreaterThan(kills / 2);

    const last = await proviso(...adding(), '--json');
    expect(last.code).toBe(0);
    const { new: fresh, known, refused } = JSON.parse(last.stdout);
    expect({ taken: fresh + known, refused }).toEqual({ taken: fileCount, refused: [] });
    expect(await proviso('verify', ...store())).toMatchObject({ code: 0, stdout: '' });

    const opened = await openStore({ dir: inFolder('store'), version: '0.1.0' });
    try {
      const documents = await opened.documents('ferry');
      expect(documents).toHaveLength(fileCount);
      expect(documents.filter(({ unread }) => !unread)).toHaveLength(fileCount / 50);
      expect(await opened.documentsToCompare()).toEqual([]);
      for (const { id } of documents) expect(await opened.captures(id)).toHaveLength(1);
    } finally {
      await opened.close();
    }
  });
});
