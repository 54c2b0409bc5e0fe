import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { repository } from './proviso.ts';

const web = join(repository, 'dist/web');

/** Compressed bytes of script that a file needs before it runs: itself and what it imports at once. */
const firstLoad = async (file: string, seen = new Set<string>()): Promise<number> => {
  if (seen.has(file)) return 0;
  seen.add(file);
  const script = await readFile(join(web, 'assets', file), 'utf8');
  const imports = [...script.matchAll(/\b(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
    ([, name]) => name,
  );
  let size = gzipSync(script).length;
  for (const name of imports) size += await firstLoad(name ?? '', seen);
  return size;
};

it('loads the board with less than 350 kB of compressed script, and no map or network', async () => {
  const page = await readFile(join(web, 'index.html'), 'utf8');
  const [, entry = ''] = /<script[^>]* src="\/assets\/([\w.-]+\.js)"/.exec(page) ?? [];
  const seen = new Set<string>();
  const size = await firstLoad(entry, seen);
  expect(size).toBeGreaterThan(50_000);
  expect(size).toBeLessThan(350_000);
  expect([...seen].filter((name) => /^(map|network|event-chart|case-form)-/.test(name))).toEqual([]);
});
