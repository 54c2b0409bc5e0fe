import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = () => join(folder, 'lock.json');
const holder = {
  pid: process.pid,
  process: null,
  host: hostname(),
  since: '2026-01-01T00:00:00.000Z',
  command: 'proviso start',
};
const locked = (message: RegExp) =>
  expect.objectContaining({ code: 'PROVISO_STORE_LOCKED', message: expect.stringMatching(message) });

test('is free again after its release, which may come twice', async () => {
  for (const _ of [1, 2]) {
    const lock = await takeLock(folder);
    await lock.release();
    await lock.release();
  }
  expect(await readdir(folder)).toEqual([]);
});

test('is refused to a second taker, who is told whose it is', async () => {
  const lock = await takeLock(folder);
  await expect(takeLock(folder)).rejects.toEqual(
    locked(new RegExp(`in use by process ${process.pid} .* since \\d{4}-`)),
  );
  await lock.release();
});

test('goes to one of many who try at once', async () => {
  await writeFile(file(), 'left by a process that died');
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(folder)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['lock.json']);
});

const dead = spawnSync(process.execPath, ['-e', '']).pid;

test.each([
  ['a dead process', JSON.stringify({ ...holder, pid: dead })],
  ['an earlier process of the same number', JSON.stringify({ ...holder, process: 'another-boot:1' })],
  ['a power cut', ''],
])('is taken over from %s', async (_who, content) => {
  if (process.platform !== 'linux' && content.includes('another-boot')) return;
  await writeFile(file(), content);
  const lock = await takeLock(folder);
  expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ pid: process.pid });
  await lock.release();
});

test.each([
  ['a living process', holder, /process \d+ \(proviso start\) since 2026-01-01/],
  ['a process of another machine', { ...holder, pid: dead, host: 'elsewhere' }, /process \d+ on elsewhere/],
])('is not taken from %s', async (_who, content, message) => {
  await writeFile(file(), JSON.stringify(content));
  await expect(takeLock(folder)).rejects.toEqual(locked(message));
});

test('is not copied with the folder', async () => {
  const lock = await takeLock(folder);
  const copy = `${folder}-copy`;
  await cp(folder, copy, { recursive: true });
  const own = await takeLock(copy);
  await expect(takeLock(copy)).rejects.toEqual(locked(/in use/));
  await own.release();
  await expect(takeLock(folder)).rejects.toEqual(locked(/in use/));
  await lock.release();
  await rm(copy, { recursive: true });
});

test('leaves the lock of another alone when released', async () => {
  const lock = await takeLock(folder);
  await writeFile(file(), JSON.stringify(holder));
  await lock.release();
  expect(await readdir(folder)).toEqual(['lock.json']);
});
