import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Originals, originalKey, sha256Of } from '../originals.ts';
import { openBucket } from './bucket.ts';
import { openFolder } from './folder.ts';
import type { ObjectStore } from './object-store.ts';
import { type Fault, type S3Request, S3Server } from './testing.ts';

const bytes = Buffer.from('The reeve kept the dyke.\r\n');
const sha256 = sha256Of(bytes);
const key = originalKey(sha256);

let server: S3Server;
let folder: string;
beforeAll(async () => {
  server = await S3Server.start();
  server.useInEnvironment();
  folder = await mkdtemp(join(tmpdir(), 'proviso-objects-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});
afterEach(() => {
  server.fault = () => null;
});

/** Waits that a test can wait for. */
const quick = { maxAttempts: 2, connectionTimeout: 300, socketTimeout: 300 };
const bucket = (parts?: Parameters<S3Server['makeBucket']>[0]) => {
  const { name, address } = server.makeBucket(parts);
  return { name, address, objects: openBucket(`${address}/desk/originals`, quick) };
};

const kinds: [string, () => ObjectStore][] = [
  ['a folder', () => openFolder(join(folder, `${Math.random()}`))],
  ['a bucket', () => bucket().objects],
  ['a bucket with versions', () => bucket({ keepsVersions: true }).objects],
];

describe.each(kinds)('%s', (_, open) => {
  test('gives back what was put last, and nothing of what was removed', async () => {
    type Step = { key: string; value: Uint8Array | null };
    const step: fc.Arbitrary<Step> = fc.record({
      key: fc.constantFrom('aa/1', 'aa/12', 'bb/1', 'mark.json'),
      value: fc.option(fc.uint8Array({ maxLength: 2000 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const objects = open();
        const expected = new Map<string, Uint8Array>();
        for (const { key, value } of steps) {
          await (value ? objects.put(key, value) : objects.remove(key));
          if (value) expected.set(key, value);
          else expected.delete(key);
        }
        for (const { key } of steps) {
          const found = await objects.get(key);
          expect(found && [...found]).toEqual(expected.has(key) ? [...(expected.get(key) ?? [])] : null);
        }
        const keys: string[] = [];
        for await (const key of objects.keys()) keys.push(key);
        expect(keys.sort()).toEqual([...expected.keys()].sort());
        objects.close();
      }),
      { numRuns: 10 },
    );
  });
});

describe('a bucket', () => {
  test('with versions keeps none of what was removed, deleted by others before or not', async () => {
    const { name, objects } = bucket({ keepsVersions: true });
    for (const text of ['one', 'two', 'three']) await objects.put(key, Buffer.from(text));
    server.buckets.get(name)?.objects.get(`desk/originals/${key}`)?.unshift({ id: 'laid', bytes: null });
    await objects.remove(key);
    expect(server.versions(name)).toBe(0);
  });

  test('that does not let its versions be removed says so', async () => {
    const { objects } = bucket({ keepsVersions: true });
    await objects.put(key, bytes);
    server.fault = ({ query }) => (query.has('versions') ? { status: 403, code: 'AccessDenied' } : null);
    await expect(objects.remove(key)).rejects.toMatchObject({
      code: 'PROVISO_ORIGINALS_REFUSED',
      todo: expect.stringMatching(/s3:DeleteObjectVersion/),
    });
  });

  test.each(['s3://', 's3://Bucket', 's3://b', 's3://desk//x', 's3://desk/../x', 's3://desk/./x'])(
    'is not at %s',
    (address) => {
      expect(() => openBucket(address)).toThrow(
        expect.objectContaining({ code: 'PROVISO_ORIGINALS_SETTING' }),
      );
    },
  );
});

const unreachable = 'PROVISO_ORIGINALS_UNREACHABLE';
const refused = 'PROVISO_ORIGINALS_REFUSED';
const damaged = 'PROVISO_ORIGINAL_DAMAGED';

describe('where the server fails', () => {
  /** What goes wrong each time, and the code that reading and keeping an original end with. */
  const failures: [Fault, { read: string; keep: string; says: RegExp }][] = [
    ['never answers', { read: unreachable, keep: unreachable, says: /in time/ }],
    ['breaks off', { read: unreachable, keep: unreachable, says: /ECONNRESET|hang up/ }],
    ['stops in the middle', { read: unreachable, keep: unreachable, says: /abort|ECONNRESET/ }],
    ['gives half', { read: damaged, keep: '', says: /was changed/ }],
    ['gives other bytes', { read: damaged, keep: '', says: /was changed/ }],
    [
      { status: 500, code: 'InternalError' },
      { read: unreachable, keep: unreachable, says: /500 InternalError/ },
    ],
    [
      { status: 503, code: 'SlowDown' },
      { read: unreachable, keep: unreachable, says: /503 SlowDown/ },
    ],
    [
      { status: 403, code: 'AccessDenied' },
      { read: refused, keep: refused, says: /not allowed/ },
    ],
    [
      { status: 403, code: 'InvalidAccessKeyId' },
      { read: refused, keep: refused, says: /InvalidAccessKeyId/ },
    ],
    [
      { status: 404, code: 'NoSuchBucket' },
      { read: refused, keep: refused, says: /no bucket/ },
    ],
    [
      { status: 400, code: 'BadDigest' },
      { read: refused, keep: refused, says: /BadDigest/ },
    ],
    [
      { status: 507, code: 'QuotaExceeded' },
      { read: unreachable, keep: unreachable, says: /QuotaExceeded/ },
    ],
  ];
  test.each(failures)(
    '%j each time, it is said, and nothing is lost',
    async (fault, { read, keep, says }) => {
      const { name, objects } = bucket();
      const originals = new Originals(objects);
      await originals.keep(bytes);
      const before = server.contents(name);
      server.fault = () => fault;
      const failure = await originals.read(sha256).catch((thrown) => thrown);
      expect(failure).toMatchObject({ code: read, message: expect.stringMatching(says) });
      expect(failure.todo.length).toBeGreaterThan(20);
      if (keep) await expect(originals.keep(bytes)).rejects.toMatchObject({ code: keep });
      else await originals.keep(bytes);
      server.fault = () => null;
      expect(server.contents(name)).toEqual(before);
      expect(await originals.read(sha256)).toEqual(bytes);
      expect(await originals.keep(bytes)).toBe(sha256);
    },
  );

  const passing: Fault[] = [
    'never answers',
    'breaks off',
    'stops in the middle',
    { status: 500, code: 'InternalError' },
    { status: 503, code: 'SlowDown' },
  ];
  test.each(passing)('%j once, the client asks again', async (fault) => {
    const originals = new Originals(bucket().objects);
    const once = (method: string) => {
      let times = 0;
      return (request: S3Request) => (request.method === method && times++ === 0 ? fault : null);
    };
    // A write that was done, and whose answer was lost, is done again.
    if (fault !== 'stops in the middle') server.fault = once('PUT');
    await originals.keep(bytes);
    server.fault = once('GET');
    expect(await originals.read(sha256)).toEqual(bytes);
    if (fault !== 'stops in the middle') server.fault = once('DELETE');
    await originals.remove(sha256);
    expect(await originals.state(sha256)).toBe('missing');
  });

  test('what was changed there is put right when it is kept again', async () => {
    const { name, objects } = bucket();
    const originals = new Originals(objects);
    await originals.keep(bytes);
    await objects.put(key, Buffer.from('Another report.'));
    expect(await originals.state(sha256)).toBe('damaged');
    await originals.keep(bytes);
    expect([...server.contents(name).values()]).toEqual([bytes]);
  });

  test('no server at all, and no credentials, are said', async () => {
    const { AWS_ENDPOINT_URL_S3 } = process.env;
    const gone = await S3Server.start();
    process.env.AWS_ENDPOINT_URL_S3 = gone.url;
    await gone.close();
    await expect(openBucket('s3://desk', quick).get(key)).rejects.toMatchObject({
      code: unreachable,
      message: expect.stringMatching(/ECONNREFUSED/),
    });
    delete process.env.AWS_ACCESS_KEY_ID;
    await expect(openBucket('s3://desk', quick).get(key)).rejects.toMatchObject({
      code: 'PROVISO_ORIGINALS_SETTING',
      message: expect.stringMatching(/no credentials/),
    });
    process.env.AWS_ENDPOINT_URL_S3 = AWS_ENDPOINT_URL_S3;
    process.env.AWS_ACCESS_KEY_ID = 'test';
  });
});
