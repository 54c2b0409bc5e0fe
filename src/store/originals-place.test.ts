import { createWriteStream } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type MoveStep, openStore, type Problem, restore, type Store } from './index.ts';
import { openObjectStore } from './object-store/open.ts';
import { type Fault, type S3Request, S3Server } from './object-store/testing.ts';
import { originalKey } from './originals.ts';
import {
  capture,
  caseOf,
  draftOf,
  ownSchema,
  reportOf,
  storeKinds,
  temporaryStoreFolder,
} from './testing.ts';

let server: S3Server;
beforeAll(async () => {
  server = await S3Server.start();
  server.useInEnvironment();
  process.env.AWS_MAX_ATTEMPTS = '1';
});
afterAll(() => server.close());

const reports = [
  'The dyke held.',
  'The dyke leaked.',
  'Water came over the dyke.',
  'The reeve mended it.',
].map((text) => reportOf(text));
const pact = draftOf(reportOf('They shall keep the dyke.'));

async function problemsOf(store: Store): Promise<Problem[]> {
  const found: Problem[] = [];
  for await (const problem of store.verify()) found.push(problem);
  return found;
}

type Moved = Extract<MoveStep, { moved: unknown }>['moved'];

async function moved(store: Store, ...to: Parameters<Store['moveOriginals']>): Promise<Moved> {
  let last: MoveStep | undefined;
  for await (const step of store.moveOriginals(...to)) last = step;
  if (!last || !('moved' in last)) throw new Error('no end');
  return last.moved;
}

const refusal = (code: string, message: RegExp = /./) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe.each(storeKinds)('originals, $kind', ({ address: database }) => {
  let dir: string;
  let databaseUrl: string | undefined;
  let store: Store;
  const hashes = [...reports.map(({ document }) => document.sha256), pact.source.sha256];
  /** Where the store's originals are between two tests. */
  let bucket: { name: string; address: string };

  const open = (originals?: string) => openStore({ dir, databaseUrl, originals, version: '0.1.0' });
  const files = async (folder = dir) =>
    (await readdir(join(folder, 'originals'), { recursive: true })).filter((name) => name.length > 60).length;
  const objects = (name: string) =>
    [...server.contents(name).keys()].filter((key) => /[0-9a-f]{64}$/.test(key)).length;
  const readAll = async () => {
    for (const { bytes, document } of reports)
      expect(Buffer.from(await store.original(document.id))).toEqual(Buffer.from(bytes));
    expect(await problemsOf(store)).toEqual([]);
  };
  const add = (report: ReturnType<typeof reportOf>, to = store) => to.addDocument(report, capture, 'dyke');

  beforeAll(async () => {
    dir = await temporaryStoreFolder();
    databaseUrl = database && (await ownSchema(database));
    bucket = server.makeBucket();
    store = await open(`${bucket.address}/desk/`);
    await store.putCase(caseOf('dyke'), 'yaml');
    for (const report of reports) await add(report);
    await store.addDraft(pact.bytes, pact);
  });
  afterEach(() => {
    server.fault = () => null;
  });
  afterAll(async () => {
    await store.close();
    await rm(dir, { recursive: true, force: true });
  });

  test('of a new store lie in the bucket that is set, and nowhere else', async () => {
    expect(objects(bucket.name)).toBe(hashes.length);
    expect(server.contents(bucket.name).has(`desk/${originalKey(hashes[0] as string)}`)).toBe(true);
    expect(await files()).toBe(0);
    await readAll();
  });

  const failures: Fault[] = ['breaks off', { status: 403, code: 'AccessDenied' }];
  test.each(failures)('a report whose bytes cannot be kept (%j) is not kept', async (fault) => {
    const report = reportOf(`One more, after ${JSON.stringify(fault)}.`);
    server.fault = ({ method }) => (method === 'PUT' ? fault : null);
    await expect(add(report)).rejects.toMatchObject({
      code: expect.stringMatching(/^PROVISO_ORIGINALS_(UNREACHABLE|REFUSED)$/),
    });
    server.fault = () => null;
    expect(await store.document(report.document.id)).toBeNull();
    expect(await add(report)).toBe('new');
    hashes.push(report.document.sha256);
    expect(await problemsOf(store)).toEqual([]);
  });

  test('damaged and missing are named by verify', async () => {
    const stored = server.buckets.get(bucket.name)?.objects as Map<string, { id: string; bytes: Buffer }[]>;
    const before = new Map(stored);
    stored.delete(`desk/${originalKey(hashes[0] as string)}`);
    stored.set(`desk/${originalKey(hashes[1] as string)}`, [{ id: 'null', bytes: Buffer.from('Changed.') }]);
    const found = await problemsOf(store);
    expect(
      found.map(({ kind, message }) => [kind, /missing|no longer matches/.exec(message)?.[0]]).sort(),
    ).toEqual([
      ['original', 'missing'],
      ['original', 'no longer matches'],
    ]);
    for (const [key, versions] of before) stored.set(key, versions);
  });

  test('are in a backup, and restored to a place of their own', async () => {
    const to = server.makeBucket();
    const file = join(dir, 'backup.zip');
    await store.backUp(createWriteStream(file));
    const fresh = async (name: string) => ({
      dir: join(dir, name),
      databaseUrl: database && (await ownSchema(database)),
    });
    const place = { ...(await fresh('in-bucket')), originals: to.address };
    await restore(file, place);
    const restored = await openStore({ ...place, version: '0.1.0' });
    expect(await problemsOf(restored)).toEqual([]);
    await restored.close();
    await restore(file, await fresh('in-folder'));
    expect(await files(join(dir, 'in-folder'))).toBe(hashes.length);
    expect([objects(to.name), objects(bucket.name)]).toEqual([hashes.length, hashes.length]);
    const again = await fresh('again');
    const taken = restore(file, { ...again, originals: to.address });
    await expect(taken).rejects.toEqual(refusal('PROVISO_ORIGINALS_ELSEWHERE', /another store/));
    // What fails in the middle leaves nothing.
    const third = server.makeBucket();
    server.fault = nth(4, ({ method }) => method === 'PUT', 'breaks off');
    const failing = restore(file, { ...again, originals: third.address });
    await expect(failing).rejects.toEqual(refusal('PROVISO_ORIGINALS_UNREACHABLE'));
    expect([server.contents(third.name).size, await readdir(dir)]).toEqual([
      0,
      expect.not.arrayContaining(['again']),
    ]);
  });

  const cuts = [1, 3, 5, 7].flatMap((n) => ['GET', 'PUT', 'DELETE'].map((method) => ({ n, method })));
  test.each(cuts)(
    'moved and cut off at $method $n are whole, and go on when it is run again',
    async (cut) => {
      const next = server.makeBucket();
      server.fault = nth(cut.n, ({ method }) => method === cut.method, 'breaks off');
      const outcome = await moved(store, next.address).catch((thrown) => thrown);
      expect(outcome).toMatchObject({ code: 'PROVISO_ORIGINALS_UNREACHABLE' });
      server.fault = () => null;
      await readAll();
      await moved(store, next.address);
      expect([server.contents(bucket.name).size, objects(next.name)]).toEqual([0, hashes.length]);
      bucket = next;
      await readAll();
    },
  );

  test('added while the old place is emptied are kept at the new one, whatever lies at the old', async () => {
    const next = server.makeBucket();
    server.fault = nth(1, ({ method }) => method === 'DELETE', 'breaks off');
    await expect(moved(store, next.address)).rejects.toEqual(refusal('PROVISO_ORIGINALS_UNREACHABLE'));
    server.fault = () => null;
    const { document, ...report } = reportOf('The dyke was raised.');
    const old = await openObjectStore(bucket.address);
    await old.put(originalKey(document.sha256), report.bytes);
    await add({ document, ...report });
    hashes.push(document.sha256);
    expect(server.contents(next.name).has(originalKey(document.sha256))).toBe(true);
    await moved(store, next.address);
    expect([server.contents(bucket.name).size, objects(next.name)]).toEqual([0, hashes.length]);
    bucket = next;
    await readAll();
  });

  test('moved and cut off, are taken back where they were', async () => {
    const [next, third] = [server.makeBucket(), server.makeBucket()];
    server.fault = nth(4, ({ method }) => method === 'PUT', { status: 507, code: 'QuotaExceeded' });
    const failing = moved(store, next.address);
    await expect(failing).rejects.toEqual(refusal('PROVISO_ORIGINALS_UNREACHABLE', /Quota/));
    server.fault = () => null;
    const another = moved(store, third.address);
    await expect(another).rejects.toEqual(refusal('PROVISO_ORIGINALS_ELSEWHERE', /not finished/));
    expect(await moved(store, bucket.address)).toMatchObject({ left: 0, missing: [] });
    expect([server.contents(next.name).size, objects(bucket.name)]).toEqual([0, hashes.length]);
    await readAll();
  });

  test('moved while reports are added and taken down, none is lost or left', async () => {
    const next = server.makeBucket({ keepsVersions: true });
    // With a server, from another process too, which is not told.
    const other = databaseUrl ? await open() : store;
    await other.check();
    let isMoving = true;
    const adding = (async () => {
      for (let n = 0; isMoving || n < 4; n++) {
        const { document, ...report } = reportOf(`Report ${n}.`);
        await add({ document, ...report }, other);
        if (n === 1) await other.takeDown(document.id, 'A', 'B');
        else hashes.push(document.sha256);
      }
    })();
    await moved(store, next.address);
    isMoving = false;
    await adding;
    expect([objects(bucket.name), objects(next.name)]).toEqual([0, hashes.length]);
    bucket = next;
    expect(await problemsOf(other)).toEqual([]);
    if (other !== store) await other.close();
    await readAll();
  });

  test('go with a takedown, and where they stayed behind, when it is run again', async () => {
    const { document, ...report } = reportOf('To be taken down.');
    await add({ document, ...report });
    // A move that was cut off has copied it already.
    const next = server.makeBucket();
    server.fault = nth(hashes.length + 2, ({ method }) => method === 'PUT', 'breaks off');
    await expect(moved(store, next.address)).rejects.toEqual(refusal('PROVISO_ORIGINALS_UNREACHABLE'));
    server.fault = ({ method }) => (method === 'DELETE' ? { status: 503, code: 'SlowDown' } : null);
    const failing = store.takeDown(document.id, 'A', 'B');
    await expect(failing).rejects.toEqual(refusal('PROVISO_ORIGINALS_UNREACHABLE'));
    server.fault = () => null;
    expect(await problemsOf(store)).toMatchObject([{ kind: 'takedown', subject: document.id }]);
    await store.takeDown(document.id, 'A', 'B');
    const all = [...server.contents(bucket.name).keys(), ...server.contents(next.name).keys()];
    expect(all.filter((key) => key.includes(document.sha256))).toEqual([]);
    // With the mark.
    expect(server.versions(bucket.name)).toBe(hashes.length + 1);
    await moved(store, next.address);
    expect(server.versions(bucket.name)).toBe(0);
    bucket = next;
    await readAll();
  });

  test('of another server, or of another store, are not taken for them', async () => {
    const kept = server.buckets.get(bucket.name) as { keepsVersions: boolean; objects: Map<string, never> };
    await store.close();
    store = await open();
    server.buckets.set(bucket.name, { keepsVersions: false, objects: new Map() });
    await expect(add(reportOf('Another.'))).rejects.toEqual(
      refusal('PROVISO_ORIGINALS_ELSEWHERE', /not marked/),
    );
    await expect(store.check()).rejects.toEqual(refusal('PROVISO_ORIGINALS_ELSEWHERE'));
    expect(server.contents(bucket.name).size).toBe(0);
    server.buckets.set(bucket.name, kept);
    await store.check();
    await readAll();
    await expect(moved(store, bucket.address.replace(/.$/, '?'))).rejects.toEqual(
      refusal('PROVISO_ORIGINALS_SETTING'),
    );
  });

  test('moved to the folder are there; what is missing or damaged holds a move up, unless it is left so', async () => {
    const own = join(dir, 'originals');
    expect(await moved(store, own)).toMatchObject({
      ...{ to: 'in its own folder', from: `at ${bucket.address}` },
      ...{ whole: hashes.length, copied: hashes.length, removed: hashes.length, left: 0, missing: [] },
    });
    expect([await files(), server.contents(bucket.name).size]).toEqual([hashes.length, 0]);
    expect(await moved(store, own)).toMatchObject({ from: null, removed: 0 });
    await readAll();
    const [lost, changed] = hashes as [string, string];
    await rm(join(own, originalKey(lost)));
    await writeFile(join(own, originalKey(changed)), 'Changed.');
    const next = server.makeBucket();
    const held = moved(store, next.address);
    await expect(held).rejects.toEqual(refusal('PROVISO_ORIGINAL_DAMAGED', /^2 originals/));
    expect(await files()).toBe(hashes.length - 1);
    const whole = hashes.length - 2;
    expect(await moved(store, next.address, { leaveMissing: true })).toMatchObject({
      ...{ whole, removed: whole, left: 1, missing: [lost, changed].sort() },
    });
    expect([objects(next.name), await files()]).toEqual([whole, 1]);
    expect(await problemsOf(store)).toHaveLength(2);
    for (const report of reports) await add(report);
    const kept = join(dir, 'kept');
    expect(await moved(store, kept, { keepOld: true })).toMatchObject({ removed: 0, whole: hashes.length });
    expect(objects(next.name)).toBe(hashes.length);
    await readAll();
  });

  test('where setting and store disagree, it is said, and nothing is written', async () => {
    await store.close();
    const { name, address } = server.makeBucket();
    await expect(open(address)).rejects.toEqual(refusal('PROVISO_ORIGINALS_ELSEWHERE', /says at s3:/));
    await expect(open('gs://desk')).rejects.toEqual(refusal('PROVISO_ORIGINALS_SETTING'));
    expect(server.contents(name).size).toBe(0);
    store = await open(join(dir, 'kept'));
    await readAll();
  });
});

/** The n-th request of a kind fails. */
function nth(n: number, passes: (request: S3Request) => boolean, fault: Fault) {
  let seen = 0;
  return (request: S3Request) => (passes(request) && ++seen === n ? fault : null);
}
