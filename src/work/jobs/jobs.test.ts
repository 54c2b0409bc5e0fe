import { rm } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Reading, unreadReading } from '../../model/index.ts';
import type { Reader } from '../../read/index.ts';
import { type JobQueue, openStore, type Store } from '../../store/index.ts';
import {
  capture,
  caseOf,
  ownSchema,
  reportOf,
  storeKinds,
  temporaryStoreFolder,
} from '../../store/testing.ts';
import { catchUp, doJobs, jobsView, knowledgeOf, OpenCases, takeUpJobs } from '../index.ts';
import { matchCase } from '../match-case.ts';
import { matcher } from '../matcher.ts';
import { readingJobs, readJob } from './reading-jobs.ts';

const faulty = /a fault/;

/** A reader that fails on faulty texts until it is mended, and notes what it was asked. */
const trialReader = (): Reader & { asked: string[]; isMended: boolean } => ({
  name: 'trial',
  version: '1',
  layers: [],
  threads: 2,
  asked: [],
  isMended: false,
  async read({ id, text, published = null }): Promise<Reading> {
    if (id !== 'trial') this.asked.push(id);
    if (faulty.test(text) && !this.isMended) throw new TypeError('it is no function');
    return { ...unreadReading({ id, text, published }), reader: { name: 'trial', version: '1' } };
  },
  close: async () => {},
});

const texts = [
  ...Array.from({ length: 12 }, (_, index) => `Ferry ${index} left.`),
  'A ferry sank: a fault of the yard.',
];

describe.each(storeKinds)('jobs on a store, $kind', ({ address }) => {
  let folder: string;
  let databaseUrl: string | undefined;
  const opened: Store[] = [];

  const open = async (leavesWork = false): Promise<Store> => {
    const store = await openStore({ dir: folder, databaseUrl, version: '0.1.0', leavesWork });
    opened.push(store);
    return store;
  };

  const addTexts = async (store: Store, caseId: string): Promise<string[]> => {
    await store.putCase(caseOf(caseId), 'yaml');
    const ids: string[] = [];
    for (const text of texts) {
      const report = reportOf(`${text} (${caseId})`);
      await store.addDocument(report, capture, caseId);
      ids.push(report.document.id);
    }
    return ids;
  };

  const unread = async (store: Store, caseId: string): Promise<number> =>
    (await store.documents(caseId)).filter((one) => one.unread).length;

  let store: Store;
  beforeAll(async () => {
    folder = await temporaryStoreFolder();
    databaseUrl = address && (await ownSchema(address));
    store = await open();
  });
  afterAll(async () => {
    for (const one of opened) await one.close();
    await rm(folder, { recursive: true });
  });

  test('a text that the reader fails on three times is set aside, and the others are done', async () => {
    const ids = await addTexts(store, 'a');
    const reader = trialReader();
    const failed = await catchUp(store, reader, 'a');
    expect(failed.map(({ error: { code } }) => code)).toEqual(['PROVISO_TEXT_UNREADABLE']);
    const poisoned = ids.at(-1) as string;
    expect(reader.asked.filter((id) => id === poisoned)).toHaveLength(3);
    expect(reader.asked.toSorted()).toEqual([...ids, poisoned, poisoned].toSorted());
    expect(await unread(store, 'a')).toBe(1);
    expect(await jobsView(store)).toEqual({
      kinds: [
        { kind: 'read', waiting: expect.any(Number), active: 0, setAside: 1 },
        { kind: 'match', waiting: 0, active: 0, setAside: 0 },
      ],
      setAside: [
        {
          id: `read:${poisoned}`,
          kind: 'read',
          case: null,
          document: poisoned,
          title: 'A report',
          why: expect.stringContaining('it is no function'),
        },
      ],
    });
  });

  test('it is tried again when somebody asks for it', async () => {
    const reader = trialReader();
    await catchUp(store, reader, 'a');
    expect(reader.asked).toEqual([]);
    reader.isMended = true;
    await expect(takeUpJobs(store, ['read:nowhere'])).rejects.toMatchObject({
      code: 'PROVISO_JOB_NOT_FOUND',
    });
    const cases = await takeUpJobs(store, 'all');
    expect(cases).toEqual(['a']);
    await catchUp(store, reader, 'a');
    expect(reader.asked).toHaveLength(1);
    expect(await unread(store, 'a')).toBe(0);
    expect((await jobsView(store)).setAside).toEqual([]);
    for await (const problem of store.verify()) expect(problem).toBeNull();
  });

  test('a document that the matcher fails on is set aside too, and matched when it is asked for', async () => {
    const poisoned = (await addTexts(store, 'm')).at(-1);
    const reader = trialReader();
    reader.isMended = true;
    const match = matcher.match.bind(matcher);
    const spied = vi.spyOn(matcher, 'match').mockImplementation(async (knowledge, documents, known) => {
      if (documents.some(({ document }) => document.id === poisoned)) throw new RangeError('it is no number');
      return match(knowledge, documents, known);
    });
    await catchUp(store, reader, 'm');
    const { setAside } = await jobsView(store);
    expect(setAside).toMatchObject([{ kind: 'match', case: 'm', why: expect.stringContaining('no number') }]);
    spied.mockRestore();
    expect(await takeUpJobs(store, [setAside[0]?.id as string])).toEqual(['m']);
    const matched = await matchCase(store, await knowledgeOf(store, 'm'), []);
    expect(matched).toMatchObject({ matchedNow: 1, waiting: 0 });
    expect((await jobsView(store)).setAside).toEqual([]);
  });

  describe.runIf(address)('shared by processes', () => {
    /** Two workers of stores of their own, until nothing waits. */
    const workers = async (readers: readonly Reader[], isDone: () => Promise<boolean>): Promise<void> => {
      const ending = new AbortController();
      const running = [];
      for (const reader of readers) {
        const own = await open();
        const kinds = ['read', 'match'] as const;
        const options = { kinds, signal: ending.signal, trouble: () => {} };
        running.push(doJobs(own, own.queue as JobQueue, reader, options));
      }
      await vi.waitFor(async () => expect(await isDone()).toBe(true), { timeout: 240_000, interval: 200 });
      ending.abort();
      await Promise.all(running);
    };

    test('a server that leaves the work reads nothing; two workers read each document once', async () => {
      const serving = await open(true);
      const ids = await addTexts(serving, 's');
      const idle = trialReader();
      expect(await catchUp(serving, idle, 's')).toEqual([]);
      const cases = new OpenCases(serving);
      expect(await cases.open('s')).toMatchObject({ waiting: 0, matches: { evidence: [] } });
      expect(idle.asked).toEqual([]);
      expect(await unread(serving, 's')).toBe(ids.length);

      const readers = [trialReader(), trialReader()];
      for (const reader of readers) reader.isMended = true;
      await workers(readers, async () => {
        const { waiting, pages } = await cases.open('s');
        return (await unread(serving, 's')) === 0 && pages.length === ids.length && waiting === 0;
      });
      expect(readers.flatMap(({ asked }) => asked).toSorted()).toEqual(ids.toSorted());
      await cases.close();
    });

    test('two that come to the same documents at the same time share them', async () => {
      const ids = await addTexts(store, 'd');
      const readers = [trialReader(), trialReader()];
      for (const reader of readers) reader.isMended = true;
      const stores = [store, await open()];
      const match = vi.spyOn(matcher, 'match');
      await Promise.all(readers.map((reader, place) => catchUp(stores[place] as Store, reader, 'd')));
      const asked = readers.flatMap((reader) => reader.asked);
      expect(asked.toSorted()).toEqual(ids.toSorted());
      const matched = match.mock.calls.flatMap(([, documents]) =>
        documents.map(({ document }) => document.id),
      );
      expect(matched.toSorted()).toEqual(ids.toSorted());
      match.mockRestore();
    });

    test('what is done twice is kept once', async () => {
      const [id = ''] = await addTexts(store, 't');
      const reader = trialReader();
      const reading = await reader.read({ id, text: 'Ferry 0 left. (t)' });
      const before = await store.auditHead();
      await store.saveReading(id, reading);
      const once = await store.auditHead();
      await store.saveReading(id, { ...reading, published: '2031' });
      expect(once.seq).toBe(before.seq + 1);
      expect(await store.auditHead()).toEqual(once);
      expect(await store.readingOf(id)).toEqual(reading);
    });

    test('a job that comes back from everyone is set aside, unless it was done meanwhile', async () => {
      const [lost = '', done = ''] = await addTexts(store, 'l');
      const reader = trialReader();
      await store.saveReading(done, await reader.read({ id: done, text: 'Ferry 1 left. (l)' }));
      const queue = (await open()).queue as JobQueue;
      await queue.send([lost, done].map((id) => readJob(id, reader.version)));
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      const { rows } = await client.query(`select current_schema() || '_jobs' as schema`);
      await client.query(`update ${rows[0].schema}.job set retry_limit = 0`);
      await client.end();
      const { givesUp } = readingJobs(store, queue, reader, () => {});
      const does = () => Promise.reject(new Error('the database is away'));
      const stop = await queue.work('read', { batch: 2, batches: 1, does, givesUp });
      await vi.waitFor(async () => expect((await jobsView(store)).setAside).toHaveLength(1), {
        timeout: 240_000,
        interval: 200,
      });
      await stop();
      const why = expect.stringContaining('ended, froze or lost the database');
      expect((await jobsView(store)).setAside).toMatchObject([{ id: `read:${lost}`, why }]);
      expect(await takeUpJobs(store, 'all')).toEqual(['l']);
    });

    test('a reader that fails on everything ends its worker, and sets nothing aside', async () => {
      await addTexts(store, 'b');
      const broken: Reader = {
        ...trialReader(),
        read: () => Promise.reject(new TypeError('there are no weights')),
      };
      const own = await open();
      const options = {
        kinds: ['read'] as const,
        signal: new AbortController().signal,
        trouble: () => {},
      };
      await expect(doJobs(own, own.queue as JobQueue, broken, options)).rejects.toThrow(
        'there are no weights',
      );
      expect((await jobsView(store)).setAside).toEqual([]);
    });
  });
});
