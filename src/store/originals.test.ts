import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolder } from './object-store/folder.ts';
import { Originals, sha256Of } from './originals.ts';

const bytes = new TextEncoder().encode('A report.\r\n');
const sha256 = sha256Of(bytes);

let folder: string;
let originals: Originals;
const path = () => join(folder, sha256.slice(0, 2), sha256);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-originals-'));
  originals = new Originals(openFolder(folder));
});
afterEach(() => rm(folder, { recursive: true }));

test('bytes are kept once, unchanged, under their hash', async () => {
  expect(await originals.keep(bytes)).toBe(sha256);
  expect(await originals.keep(bytes)).toBe(sha256);
  expect(await readdir(folder, { recursive: true })).toEqual([
    sha256.slice(0, 2),
    join(sha256.slice(0, 2), sha256),
  ]);
  expect(await originals.read(sha256)).toEqual(Buffer.from(bytes));
});

test('changed or missing bytes are never handed out', async () => {
  const refused = (message: RegExp) =>
    expect.objectContaining({ code: 'PROVISO_ORIGINAL_DAMAGED', message: expect.stringMatching(message) });
  await expect(originals.read(sha256)).rejects.toEqual(refused(/is missing/));
  await originals.keep(bytes);
  await writeFile(path(), 'Another report.');
  expect(await originals.state(sha256)).toBe('damaged');
  await expect(originals.read(sha256)).rejects.toEqual(refused(/was changed/));
});

test('changed bytes are put right when they are collected again', async () => {
  await originals.keep(bytes);
  await writeFile(path(), '');
  await originals.keep(bytes);
  expect(await readFile(path())).toEqual(Buffer.from(bytes));
});
