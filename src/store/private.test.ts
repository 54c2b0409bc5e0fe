import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePrivate } from './private.ts';

test('a folder is for its owner alone, and freed of what a killed process left', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-private-'));
  const inner = join(folder, 'originals', 'ab');
  await mkdir(inner, { recursive: true, mode: 0o755 });
  for (const name of ['kept', 'old.tmp', 'new.tmp']) await writeFile(join(inner, name), 'x', { mode: 0o666 });
  await utimes(join(inner, 'old.tmp'), new Date(0), new Date(0));
  await makePrivate(folder);
  expect((await readdir(inner)).sort()).toEqual(['kept', 'new.tmp']);
  const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
  expect([await modeOf(folder), await modeOf(inner), await modeOf(join(inner, 'kept'))]).toEqual([
    0o700, 0o700, 0o600,
  ]);
  await rm(folder, { recursive: true });
});
