import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openPromise } from 'yauzl';
import { parseCase } from '../../agreement/index.ts';
import { zipOf } from '../../collect/testing.ts';
import { type Assessment, ClaimEntry } from '../../model/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import {
  capture,
  correctionOf,
  decisionOf,
  draftOf,
  ownSchema,
  readingFor,
  reportOf,
  storeKinds,
  temporaryStoreFolder,
} from '../../store/testing.ts';
import {
  assessCase,
  deleteCase,
  enterClaim,
  exportCase,
  judge,
  linkCopies,
  openCase,
  receiveCase,
  withdrawClaim,
} from '../index.ts';

const caseId = 'weir-pact';
const yaml = `
id: ${caseId}
title: The Weir Pact
signed: 2031-05-01
parties: [{id: keepers, name: the Keepers, aliases: [Keepers]}, {id: millers, name: the Millers, aliases: [Millers]}]
commitments:
  - {id: c-open, debtor: keepers, creditor: millers, kind: prohibition, requires: The Keepers do not attack the mills.,
     window: {from: 2031-05-01}}
`;
const page = 'https://anna:hunter2@weir.example/news?id=7&access_token=s3cr3t';
const clocks = { asOf: '2031-12-31', knownAt: '2031-12-31' };
const fetched = {
  ...capture,
  source: page,
  url: page,
  headers: [
    ['Content-Type', 'text/html'],
    ['Set-Cookie', 'session=c00kie'],
  ] as [string, string][],
  fetched: { status: 200, hops: [{ url: 'https://weir.example/go?token=h0p', status: 302 }] },
};
const gone = reportOf('What was taken down: the miller of the third mill.', { title: 'Name of a witness' });
const attack =
  'The Keepers attacked the mills on 3 June 2031, a warden said. The Millers put out the fire “at once”: 水🙂.';
const pact = reportOf('The Keepers do not attack the mills.');

let folder: string;
const files = new Map<string, Buffer>();

/** A case with something of every kind, read and matched. */
async function fill(store: Store): Promise<void> {
  await store.putCase(parseCase(yaml), yaml);
  const draft = draftOf(pact);
  await store.addDraft(pact.bytes, { ...draft, source: { ...draft.source, name: '/home/anna/pact.txt' } });
  await store.settleDraft(draft.id, parseCase(yaml), yaml);
  const told = reportOf(attack, { published: '2031-06-04', publisher: 'The Sluice' });
  const copy = reportOf(`${attack} It was quiet then.`, { title: 'The same again' });
  for (const { report, source } of [
    { report: told, source: '/home/anna/reports/told.txt' },
    { report: told, source: '/home/anna/copies/told.txt' },
    { report: copy, source: 'C:\\Users\\anna\\reports.zip!inner/copy.txt' },
  ]) {
    await store.addDocument(report, { ...capture, source }, caseId);
    await store.saveReading(report.document.id, readingFor(report.document));
  }
  const first = reportOf('The weir is open.', { url: page, title: 'Open' });
  const later = reportOf('The weir is open. It was shut later.', { url: page, title: 'Shut' });
  await store.addDocument(first, fetched, caseId);
  const changes = [{ earlier: [17, 17], later: [17, later.document.text.length] }] as never;
  await store.addDocument(later, fetched, caseId, {
    earlier: first.document.id,
    changes,
    standing: 'replaces',
  });
  await store.addDocument(gone, capture, caseId);
  await linkCopies(store);
  await store.correct([
    correctionOf(first.document.id, { field: 'publisher', value: 'The Weir', previous: null }),
  ]);
  await store.putRegistry('list', [registered('r-1'), registered('r-2')], 'ab');
  for (const value of ['A', 'B'] as const)
    await store.addDecision({ ...decisionOf({ caseId, subject: 'source:keepers' }), value } as never);
  const named = { kind: 'identity', value: 'same', subject: 'keepers = list:r-1' };
  await store.addDecision({ ...decisionOf({ caseId }), ...named } as never);
  const entry = ClaimEntry.parse({
    span: [0, 37],
    predicate: { lemma: 'attack', type: 'ASSAULT' },
    roles: [
      { role: 'agent', name: 'keepers' },
      { role: 'patient', name: 'millers' },
    ],
    time: '2031-06-03',
  });
  for (const reason of ['Misread.', null]) {
    const claim = await enterClaim(store, caseId, told.document.id, entry, 'B. Monitor');
    if (reason) await withdrawClaim(store, caseId, claim.id, { reason, by: 'B. Monitor' });
  }
  const open = await openCase(store, caseId);
  const [evidence] = open.matches.evidence;
  if (!evidence) throw new Error('nothing was matched');
  await judge(store, open, evidence.id, {
    verdict: 'accepted',
    reason: 'A warden saw it.',
    by: 'A. Monitor',
  });
  await store.addModelAnswer({
    caseId,
    hash: 'ab'.repeat(32),
    model: 'small',
    prompt: 'second-reader-1',
    answer: { says: 'breach', span: [0, 3], shows: ['who'] },
    thrownAway: null,
    tokens: { given: 100, answered: 10 },
    by: 'A. Monitor',
    at: '2031-06-05T00:00:00.000Z',
  });
  await store.takeDown(gone.document.id, 'B. Editor', 'A court asked for it.');
  // So that what was forgotten by that is matched again.
  await openCase(store, caseId);
}

const registered = (id: string) =>
  ({
    registry: 'list',
    id,
    type: 'organisation',
    name: 'Keepers',
    aliases: [],
    weakAliases: [],
    note: '',
    relations: [],
  }) as never;

async function assessed(store: Store): Promise<Assessment> {
  return assessCase(await openCase(store, caseId), clocks);
}

async function exported(store: Store, name: string): Promise<Buffer> {
  const path = join(folder, name);
  await exportCase(store, caseId, createWriteStream(path));
  return readFile(path);
}

async function contents(file: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(file, { autoClose: false });
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  zip.close();
  return found;
}

async function problemsOf(store: Store): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const problem of store.verify()) if (problem.kind !== 'note') found.push(problem);
  return found;
}

const opened: { store: Store; dir: string }[] = [];
async function newStore(address?: string): Promise<Store> {
  const dir = await temporaryStoreFolder();
  const databaseUrl = address && (await ownSchema(address));
  const store = await openStore({ dir, databaseUrl, version: '0.1.0' });
  opened.push({ store, dir });
  return store;
}

const sources = new Map<string, { store: Store; bytes: Buffer; findings: Assessment }>();
const archive = (kind = 'embedded') => join(folder, `${kind}.zip`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-archive-test-'));
  for (const { kind, address } of storeKinds) {
    const store = await newStore(address);
    await fill(store);
    const findings = await assessed(store);
    sources.set(kind, { store, findings, bytes: await exported(store, `${kind}.zip`) });
  }
  for (const [name, bytes] of await contents(archive())) files.set(name, bytes);
});
afterAll(async () => {
  for (const { store, dir } of opened) {
    await store.close();
    await rm(dir, { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
});

const text = (name: string) => (files.get(name) as Buffer).toString();
const lines = (name: string) =>
  text(`data/${name}.jsonl`)
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
const originals = async (store: Store) => {
  const { dir } = opened.find((one) => one.store === store) as { dir: string };
  return readdir(join(dir, 'originals'), { recursive: true });
};

const pairs = storeKinds.flatMap((from) =>
  storeKinds.map((to) => ({ from: from.kind, to, name: `${from.kind} to ${to.kind}` })),
);

test.each(pairs)('a case goes to another store and out of it as it was, $name', async ({ from, to }) => {
  const source = sources.get(from) as NonNullable<ReturnType<typeof sources.get>>;
  const store = await newStore(to.address);
  const [reads, matches] = [vi.spyOn(store, 'saveReading'), vi.spyOn(store, 'saveMatches')];
  const { received } = await receiveCase(store, archive(from));
  expect(received).toEqual({ documents: 4, known: 0, differing: [], takenDownHere: [], stillHere: [] });
  expect(await problemsOf(store)).toEqual([]);
  expect(await assessed(store)).toEqual(source.findings);
  expect([reads.mock.calls, matches.mock.calls]).toEqual([[], []]);
  expect((await exported(store, 'again.zip')).equals(source.bytes)).toBe(true);
  // It goes on from there, and what is new goes out too.
  await store.addDecision(decisionOf({ caseId, subject: 'source:millers' }));
  await linkCopies(store);
  expect((await exported(store, 'later.zip')).equals(source.bytes)).toBe(false);
  await expect(receiveCase(store, archive(from))).rejects.toMatchObject({ code: 'PROVISO_CASE_EXISTS' });
  // And it can be deleted there, with what was told of its past.
  await deleteCase(store, caseId, { title: 'The Weir Pact', by: 'A. Monitor' });
  expect(await problemsOf(store)).toEqual([]);
});

test('it has all that belongs to the case', () => {
  const counts = Object.fromEntries(
    [...files.keys()].flatMap((name) => {
      const list = /^data\/(\w+)\.jsonl$/.exec(name)?.[1];
      return list ? [[list, lines(list).length]] : [];
    }),
  );
  expect(counts).toMatchObject({
    answers: 1,
    captures: 4,
    claims: 2,
    copies: expect.any(Number),
    corrections: 1,
    decisions: 3,
    documents: 4,
    judgements: 1,
    registries: 1,
    revisions: 1,
    takedowns: 1,
    withdrawals: 1,
  });
  expect(counts.copies).toBeGreaterThan(0);
  expect(lines('history').map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'case.imported',
      'document.added',
      'reading.kept',
      'decision.added',
      'document.takenDown',
    ]),
  );
  expect([...files.keys()].toSorted()).toEqual([...files.keys()]);
});

test('nothing secret, private or taken down leaves', () => {
  const all = [...files].map(([name, bytes]) => `${name}\n${bytes.toString('latin1')}`).join('\n');
  for (const word of [
    'hunter2',
    's3cr3t',
    'c00kie',
    'h0p',
    '/home/',
    'Users',
    'inner/',
    folder,
    'third mill',
    'Name of a witness',
  ])
    expect(all).not.toContain(word);
  expect(all).not.toContain(`originals/${gone.document.sha256}`);
  const web = lines('captures').filter((one) => one.fetched);
  expect(web[0]).toMatchObject({
    source: 'https://weir.example/news?id=7&access_token=withheld',
    headers: [['Content-Type', 'text/html']],
  });
  // What tells a replaced text is the same address in both lists.
  expect(lines('revisions')[0].source).toBe(web[0].source);
});

test('its quotations stand where the metadata says, in code points', () => {
  const graph = JSON.parse(text('ro-crate-metadata.json'))['@graph'] as Record<string, unknown>[];
  const byId = new Map(graph.map((entity) => [entity['@id'] as string, entity]));
  const targets = graph.filter((entity) => `${entity['@type']}`.includes('SpecificResource'));
  expect(targets.length).toBeGreaterThan(0);
  for (const target of targets) {
    const [quote, position] = (target['oa:hasSelector'] as { '@id': string }[]).map((one) =>
      byId.get(one['@id']),
    );
    const characters = [...text((target['oa:hasSource'] as { '@id': string })['@id'])];
    const [start, end] = [position?.['oa:start'], position?.['oa:end']] as [number, number];
    expect(characters.slice(start, end).join('')).toBe(quote?.['oa:exact']);
    expect(
      characters
        .slice(0, start)
        .join('')
        .endsWith(quote?.['oa:prefix'] as string),
    ).toBe(true);
  }
});

test('a store that has some of it keeps bytes once, and what it says of them; what was taken down there stays away', async () => {
  const store = await newStore();
  const [shared, unwanted] = [lines('documents')[0], lines('documents')[1]];
  const as = (facts: { id: string; sha256: string }, parts: object) => ({
    bytes: files.get(`data/originals/${facts.sha256}`) as Buffer,
    document: { ...facts, text: text(`data/texts/${facts.id}.txt`), ...parts } as never,
  });
  await store.addDocument(as(shared, { title: 'As it is here' }), capture, null);
  await store.addDocument(as(unwanted, {}), capture, null);
  await store.takeDown(unwanted.id, 'B', 'A court asked for it.');
  const { received } = await receiveCase(store, archive());
  expect(received).toMatchObject({
    documents: 3,
    known: 1,
    differing: [{ id: shared.id }],
    takenDownHere: [{ id: unwanted.id }],
  });
  expect((await store.document(shared.id))?.title).toBe('As it is here');
  expect(await store.document(unwanted.id)).toBeNull();
  expect(await problemsOf(store)).toEqual([]);
});

type Files = Map<string, Buffer>;
const changed = (name: string, change: (before: string) => string) => (all: Files) =>
  all.set(name, Buffer.from(change((all.get(name) as Buffer).toString())));
const renamed = (all: Files, from: string, to: string) => {
  all.set(to, all.get(from) as Buffer);
  all.delete(from);
};
const firstOf = (kind: string, all: Files) =>
  [...all.keys()].find((name) => name.startsWith(`data/${kind}/`)) as string;
const readingOf = (all: Files, change: (reading: { sentences: { span: number[] }[] }) => void) => {
  const name = firstOf('readings', all);
  const reading = JSON.parse((all.get(name) as Buffer).toString());
  change(reading);
  all.set(name, Buffer.from(JSON.stringify(reading)));
};

/** What somebody did to an archive, with a manifest that says so. */
const tampered: readonly [what: string, change: (all: Files) => unknown, code?: string][] = [
  [
    'a newer form',
    changed('data/case.json', (before) => before.replace('case-1', 'case-2')),
    'PROVISO_ARCHIVE_NEWER',
  ],
  ['another form', changed('data/case.json', (before) => before.replace('proviso-case-1', 'x'))],
  ['a file beside it', (all) => all.set('data/originals/../../evil', Buffer.from('x'))],
  ['a file that leaves its folder', (all) => all.set('../evil', Buffer.from('x'))],
  ['a list missing', (all) => all.delete('data/copies.jsonl')],
  ['a text missing', (all) => all.delete(firstOf('texts', all))],
  ['an original missing', (all) => all.delete(firstOf('originals', all))],
  ['another original', (all) => all.set(firstOf('originals', all), Buffer.from('other bytes'))],
  [
    'an original by another name',
    (all) => renamed(all, firstOf('originals', all), `data/originals/${'0'.repeat(64)}`),
  ],
  ['another text', (all) => changed(firstOf('texts', all), (before) => before.replace(/\w/, 'Z'))(all)],
  [
    'a case file of another case',
    changed('data/case.yaml', (before) => before.replace('id: weir-pact', 'id: other')),
  ],
  ['a case file that is none', changed('data/case.yaml', () => 'id: [')],
  [
    'a verdict of other words',
    changed('data/judgements.jsonl', (before) => before.replace('"words":"', '"words":"not ')),
  ],
  [
    'a decision of another case',
    changed('data/decisions.jsonl', (before) => before.replace(caseId, 'other')),
  ],
  [
    'a decision with NUL',
    changed('data/decisions.jsonl', (before) => before.replace('"reason":"', '"reason":"\\u0000')),
  ],
  ['a list that is no JSON', changed('data/claims.jsonl', (before) => `{${before}`)],
  ['nested JSON', changed('data/claims.jsonl', () => `${'['.repeat(200_000)}${']'.repeat(200_000)}\n`)],
  [
    'a claim of other words',
    changed('data/claims.jsonl', (before) => before.replace('"words":"', '"words":"not ')),
  ],
  [
    'a withdrawal of a claim elsewhere',
    changed('data/withdrawals.jsonl', (before) =>
      before.replace(/"claimId":"[^"]+"/, `"claimId":"${crypto.randomUUID()}"`),
    ),
  ],
  [
    'a takedown of what it has',
    (all) => {
      const { id, sha256 } = lines('documents')[0];
      changed('data/takedowns.jsonl', (before) =>
        before.replaceAll(gone.document.id, id).replaceAll(gone.document.sha256, sha256),
      )(all);
    },
  ],
  [
    'a reading beyond its text',
    (all) =>
      readingOf(all, ({ sentences }) => {
        for (const one of sentences) one.span = [0, 9999];
      }),
  ],
  [
    'matches of other words',
    (all) => {
      const name = [...all.keys()].find(
        (one) => one.startsWith('data/matches/') && (all.get(one) as Buffer).includes('"words":"The'),
      ) as string;
      changed(name, (before) => before.replaceAll('"words":"', '"words":"not '))(all);
    },
  ],
  [
    'changes that do not hold',
    changed('data/revisions.jsonl', (before) => before.replace(/"later":\[\d+,\d+\]/, '"later":[0,1]')),
  ],
  ['too much in it', (all) => all.set('data/bomb', Buffer.alloc(65 * 1024 * 1024))],
  [
    'a wrong date',
    changed('data/captures.jsonl', (before) => before.replace(/"collectedAt":"\d{4}/, '"collectedAt":"00xx')),
  ],
];

describe('an archive that does not hold', () => {
  let store: Store;
  beforeAll(async () => {
    store = await newStore();
  });
  const refused = async (bytes: Uint8Array, code = 'PROVISO_ARCHIVE_DAMAGED') => {
    const path = join(folder, 'hostile.zip');
    await writeFile(path, bytes);
    await expect(receiveCase(store, path)).rejects.toMatchObject({ code });
    expect(await store.cases()).toEqual([]);
    expect((await originals(store)).filter((name) => name.length > 60)).toEqual([]);
    expect((await store.auditHead()).seq).toBe(0);
    expect(await problemsOf(store)).toEqual([]);
  };
  const sha256 = async (bytes: Uint8Array) =>
    Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');

  test.each(tampered)('with %s is refused, and leaves nothing', async (what, change, code) => {
    const all: Files = new Map(files);
    change(all);
    const hashes = await Promise.all(
      [...all]
        .filter(([name]) => name !== 'manifest-sha256.txt')
        .map(async ([name, bytes]) => `${await sha256(bytes)}  ${name}\n`),
    );
    all.set('manifest-sha256.txt', Buffer.from(hashes.join('')));
    const isNoCase = what === 'a case file that is none';
    await refused(
      zipOf([...all].map(([name, bytes]) => ({ name, bytes }))),
      isNoCase ? 'PROVISO_CASE_INVALID' : code,
    );
  });

  test('whole or in its bytes is refused too', async () => {
    const { bytes } = sources.get('embedded') as { bytes: Buffer };
    await refused(bytes.subarray(0, bytes.length / 2));
    await refused(Buffer.from('PK\u0003\u0004 and nothing more'));
    const turned = Buffer.from(bytes);
    turned[200] = (turned[200] as number) ^ 1;
    await refused(turned);
    const entries = [...files].map(([name, content]) => ({ name, bytes: content }));
    await refused(zipOf([...entries, entries[0] as never]));
    await refused(
      zipOf(entries.map((entry, index) => (index === 0 ? { ...entry, bytes: 'changed' } : entry))),
    );
    await refused(zipOf(entries.map((entry, index) => (index === 0 ? { ...entry, size: 1 } : entry))));
  });

  test('and the whole one is taken', async () => {
    expect((await receiveCase(store, archive())).received.documents).toBe(4);
  });
});
