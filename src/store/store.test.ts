import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Decision, holding, type Reading, type RegistryEntry } from '../model/index.ts';
import { matchEnd, matchStart, openStore, type Store } from './index.ts';
import {
  capture,
  caseOf,
  decisionOf,
  judgementOf,
  ownSchema,
  readingFor,
  reportOf,
  storeKinds,
  temporaryStoreFolder,
} from './testing.ts';

const noSuchCase = expect.objectContaining({ code: 'PROVISO_CASE_NOT_FOUND' });
const noSuchDocument = expect.objectContaining({ code: 'PROVISO_DOCUMENT_NOT_FOUND' });

async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}

describe.each(storeKinds)('a store, $kind', ({ address }) => {
  let dir: string;
  let store: Store;
  let databaseUrl: string | undefined;
  let caseId: string;
  beforeAll(async () => {
    dir = await temporaryStoreFolder();
    databaseUrl = address && (await ownSchema(address));
    store = await openStore({ dir, databaseUrl, version: '0.1.0' });
  });
  afterAll(async () => {
    await store.close();
    await rm(dir, { recursive: true });
  });
  // Opening is slow, so all tests share the store, each with a case of its own.
  beforeEach(async () => {
    caseId = `case-${randomUUID()}`;
    await store.putCase(caseOf(caseId), 'yaml');
  });

  const textOf = (words = 'Some words.') => `${words} ${randomUUID()}`;

  describe('documents', () => {
    test('come back as they were added, with their bytes and their capture', async () => {
      const report = reportOf(textOf('Kandahār 😀'), {
        publisher: 'P',
        published: '2020-10',
        url: 'https://example.org/',
      });
      expect(await store.addDocument(report, capture, caseId)).toBe('new');
      const { id } = report.document;
      expect(await store.document(id)).toEqual(report.document);
      expect(Buffer.from(await store.original(id))).toEqual(Buffer.from(report.bytes));
      expect(await store.captures(id)).toEqual([
        { documentId: id, sha256: report.document.sha256, ...capture },
      ]);
    });

    test('keep what is known of their date, their pages and the archive they came in', async () => {
      const report = reportOf(textOf('One page.'), {
        author: 'Ana Roe',
        published: '2020-10-25',
        publishedFrom: { source: 'file-properties', certainty: 'likely' },
        pages: [{ page: 1, start: 0, end: 9 }],
      });
      const taken = {
        ...capture,
        url: 'https://example.org/a',
        takenAt: '2020-10-25T10:00:00Z',
        headers: [['Content-Type', 'text/html'] satisfies [string, string]],
        container: 'ab'.repeat(32),
      };
      await store.addDocument(report, taken, caseId);
      const { id } = report.document;
      expect(await store.document(id)).toEqual(report.document);
      expect(await store.captures(id)).toEqual([
        { documentId: id, sha256: report.document.sha256, ...taken },
      ]);
    });

    test('of the same bytes are one, captured once for each source, in every case', async () => {
      const report = reportOf(textOf());
      const other = `case-${randomUUID()}`;
      await store.putCase(caseOf(other), 'yaml');
      await store.addDocument(report, capture, caseId);
      expect(await store.addDocument(report, capture, other)).toBe('known');
      expect(await store.addDocument(report, { ...capture, source: 'copy.txt' }, null)).toBe('known');
      expect(await store.captures(report.document.id)).toMatchObject([
        { source: 'copy.txt' },
        { source: 'report.txt' },
      ]);
      for (const id of [caseId, other]) expect(await store.documents(id)).toHaveLength(1);
    });

    test('take later what nobody had said of them, and keep what somebody had', async () => {
      const text = textOf();
      const { document } = reportOf(text, { publisher: 'First' });
      await store.addDocument(reportOf(text, document), capture, caseId);
      await store.saveReading(document.id, readingFor(document));
      await store.addDocument(reportOf(text, { publisher: 'Second', published: '2020' }), capture, caseId);
      expect(await store.document(document.id)).toEqual({ ...document, published: '2020' });
      // Its relative times were resolved without the date.
      expect(await store.readingOf(document.id)).toBeNull();
    });

    test('are listed by date without their texts, undated ones last', async () => {
      const dates = ['2021', null, '2020-10-25', '2020-10'];
      for (const published of dates)
        await store.addDocument(reportOf(textOf(), { published }), capture, caseId);
      const listed = await store.documents(caseId);
      expect(listed.map(({ published }) => published)).toEqual(['2020-10', '2020-10-25', '2021', null]);
      expect(Object.keys(listed[0] ?? {}).sort()).toEqual([
        'id',
        'incomplete',
        'kind',
        'language',
        'published',
        'publisher',
        'replacedBy',
        'title',
        'translated',
        'unread',
        'url',
        'waitsBeside',
      ]);
    });

    test('with other bytes under a known id are refused', async () => {
      const report = reportOf(textOf());
      const other = reportOf(textOf());
      await store.addDocument(report, capture, null);
      const forged = { bytes: other.bytes, document: { ...other.document, id: report.document.id } };
      await expect(store.addDocument(forged, capture, null)).rejects.toMatchObject({
        code: 'PROVISO_FAILED',
      });
      expect(await store.document(report.document.id)).toEqual(report.document);
    });

    test('of no known case are refused, and nothing is kept', async () => {
      const report = reportOf(textOf());
      await expect(store.addDocument(report, capture, 'nowhere')).rejects.toEqual(noSuchCase);
      expect(await store.document(report.document.id)).toBeNull();
      await expect(store.original(report.document.id)).rejects.toEqual(noSuchDocument);
    });

    test('added at the same time all arrive', async () => {
      const texts = Array.from({ length: 12 }, () => textOf());
      await Promise.all(texts.map((text) => store.addDocument(reportOf(text), capture, caseId)));
      expect(await store.documents(caseId)).toHaveLength(12);
    });

    test('too long for the search index are kept, and found by their beginning', async () => {
      const words = Array.from({ length: 130_000 }, (_, index) => `w${index.toString(36)}x`).join(' ');
      const report = reportOf(`${textOf('Beginning')} ${words}`);
      await store.addDocument(report, capture, caseId);
      expect((await store.search(caseId, 'beginning')).hits).toHaveLength(1);
    });
  });

  describe('readings', () => {
    test('come back as they were saved, the newest alone', async () => {
      const { bytes, document } = reportOf(textOf());
      await store.addDocument({ bytes, document }, capture, caseId);
      expect(await store.readingOf(document.id)).toBeNull();
      expect(await store.readersOf(caseId)).toEqual(new Map());
      await store.saveReading(document.id, readingFor(document, '1.0.0'));
      const reading: Reading = {
        ...readingFor(document, '1.1.0'),
        events: [{ span: [0, 4], factuality: -2.25 }],
      };
      await store.saveReading(document.id, reading);
      expect(await store.readingOf(document.id)).toEqual(reading);
      expect(await store.readersOf(caseId)).toEqual(new Map([[document.id, reading.reader]]));
      expect(await gather(store.documentsWithReadings(caseId))).toEqual([{ document, reading }]);
    });

    test('of no known document are refused', async () => {
      const { document } = reportOf(textOf());
      await expect(store.saveReading(document.id, readingFor(document))).rejects.toEqual(noSuchDocument);
    });

    test('are due until this version of the reader has read the document', async () => {
      const { bytes, document } = reportOf(textOf());
      const reader = (version: string) => ({ name: 'test-reader', version });
      await store.addDocument({ bytes, document }, capture, caseId);
      expect(await store.documentsToRead(reader('1'), caseId)).toEqual([document.id]);
      await store.saveReading(document.id, readingFor(document, '1'));
      expect(await store.documentsToRead(reader('1'), caseId)).toEqual([]);
      expect(await store.documentsToRead(reader('2'), caseId)).toEqual([document.id]);
      expect(await store.documentsToRead(reader('2'))).toContain(document.id);
      expect(await store.documentsToRead(reader('2'), 'nowhere')).toEqual([]);
    });

    test('wait for documents in a language that is read, or whose language is not known', async () => {
      const reader = { name: 'test-reader', version: '1' };
      const ids: string[] = [];
      for (const language of ['en', 'fr', 'und', null]) {
        const report = reportOf(textOf(), { language });
        ids.push(report.document.id);
        await store.addDocument(report, capture, caseId);
      }
      const pending = await store.documentsToRead(reader, caseId, ['en']);
      expect(pending).toEqual([ids[0], ids[3]].toSorted());
      expect(await store.documentsToRead(reader, caseId)).toHaveLength(4);
    });

    test('of a large case come page by page, each document once', async () => {
      const texts = Array.from({ length: 120 }, () => textOf());
      for (const text of texts) await store.addDocument(reportOf(text), capture, caseId);
      const found = await gather(store.documentsWithReadings(caseId));
      expect(found.map(({ document }) => document.text).sort()).toEqual(texts.sort());
      expect(found.every(({ reading }) => reading === null)).toBe(true);
    });
  });

  describe('cases', () => {
    test('are replaced by a changed file, and keep their documents', async () => {
      await store.addDocument(reportOf(textOf()), capture, caseId);
      expect(await store.putCase(caseOf(caseId), 'yaml')).toBe('unchanged');
      const changed = caseOf(caseId, 'Changed');
      expect(await store.putCase(changed, 'title: Changed # why')).toBe('replaced');
      expect(await store.caseById(caseId)).toMatchObject({ file: changed, source: 'title: Changed # why' });
      const counts = { id: caseId, title: 'Changed', signed: '2020-02-29', documents: 1, commitments: 1 };
      expect(await store.cases()).toContainEqual(counts);
    });

    test('that are not there are null', async () => {
      await expect(store.caseById('nowhere')).rejects.toThrow(
        expect.objectContaining({ code: 'PROVISO_CASE_NOT_FOUND' }),
      );
    });
  });

  describe('judgements', () => {
    test('hold as the last that came for each piece of evidence says, whatever the clock said', async () => {
      const at = (second: number) => `2026-01-02T03:04:0${second}.000Z`;
      const first = judgementOf({ caseId, evidenceId: 'ev-1', at: at(1) });
      const newest = judgementOf({ caseId, evidenceId: 'ev-1', at: at(3), verdict: 'rejected' });
      const late = judgementOf({ caseId, evidenceId: 'ev-1', at: at(2) });
      const other = judgementOf({ caseId, evidenceId: 'ev-2', at: at(1), reason: '' });
      for (const judgement of [first, newest, late, other]) await store.addJudgement(judgement);
      expect(await store.judgements(caseId)).toEqual([late, other]);
    });

    test('made in the same instant hold in the order they came', async () => {
      const [first, second] = [judgementOf({ caseId }), judgementOf({ caseId, verdict: 'proposed' })];
      for (const judgement of [first, second, first]) await store.addJudgement(judgement);
      expect(await store.judgements(caseId)).toEqual([second]);
    });

    test('of no known case are refused', async () => {
      await expect(store.addJudgement(judgementOf({ caseId: 'nowhere' }))).rejects.toEqual(noSuchCase);
    });
  });

  describe('decisions', () => {
    test('are a history, the last that came first, kept once, holding as that says', async () => {
      const first = decisionOf({ caseId, at: '2026-01-02T03:04:05.000Z' });
      const undone: Decision = { ...first, id: randomUUID(), value: null, at: '2026-01-03T03:04:05.000Z' };
      const other = decisionOf({ caseId, subject: 'source:gazette', at: '2026-01-01T03:04:05.000Z' });
      for (const decision of [first, other, undone, first]) await store.addDecision(decision);
      expect(await store.decisions(caseId)).toEqual([undone, other, first]);
      expect(await store.decisions(caseId, { subject: other.subject })).toEqual([other]);
      expect(holding(await store.decisions(caseId))).toEqual([other]);
    });

    test('of no known case are refused', async () => {
      await expect(store.addDecision(decisionOf({ caseId: 'nowhere' }))).rejects.toEqual(noSuchCase);
    });
  });

  describe('registries', () => {
    const entry: RegistryEntry = {
      registry: 'r',
      id: '1',
      type: 'person',
      name: 'Ola Berg',
      aliases: ['Берг'],
      weakAliases: [],
      note: '',
      relations: [],
    };

    test('are replaced whole', async () => {
      const many = Array.from({ length: 1001 }, (_, index) => ({ ...entry, id: String(index) }));
      await store.putRegistry('r', many, 'ab');
      await store.putRegistry('r', [entry], 'cd');
      await store.putRegistry('s', [{ ...entry, registry: 's' }], 'ef');
      expect(await store.registryEntries()).toEqual([entry, { ...entry, registry: 's' }]);
      expect(await store.registries()).toEqual([
        { registry: 'r', entries: 1 },
        { registry: 's', entries: 1 },
      ]);
    });
  });

  describe('search', () => {
    beforeEach(async () => {
      const sheltered = textOf('The rebels denied that the commander had been sheltered in Torvik.');
      await store.addDocument(reportOf(sheltered, { title: 'On shelter' }), capture, caseId);
      await store.addDocument(
        reportOf(textOf('Troops left five bases <b>early</b>.'), { title: 'On bases' }),
        capture,
        caseId,
      );
    });

    test.each([
      ['a word in another form', 'shelters', ['On shelter']],
      ['a word of the title', 'bases', ['On bases']],
      ['a phrase', '"five bases"', ['On bases']],
      ['a phrase that is not there', '"bases five"', []],
      ['either of two words', 'torvik or troops', ['On bases', 'On shelter']],
      ['one without the other', 'left -troops', []],
      ['stop words alone', 'the of', []],
      ['nothing', ' ', []],
      ['signs alone', `'";--\\ ):*&|!\0`, []],
    ])('for %s', async (_what, query, titles) => {
      const { hits } = await store.search(caseId, query);
      expect(hits.map(({ document }) => document.title).sort()).toEqual(titles);
    });

    test('shows the words found, without making HTML of them', async () => {
      const [hit] = (await store.search(caseId, 'early', { offset: 0, limit: 1 })).hits;
      expect(hit?.excerpt).toMatch(new RegExp(`five bases +${matchStart}early${matchEnd}`));
    });

    test('stays within the case and the limit', async () => {
      const other = `case-${randomUUID()}`;
      await store.putCase(caseOf(other), 'yaml');
      expect(await store.search(other, 'rebels')).toEqual({ total: 0, hits: [] });
      expect((await store.search(caseId, 'rebels or troops', { offset: 0, limit: 1 })).hits).toHaveLength(1);
    });
  });

  test('a failure is told in one short line, without what was being kept', async () => {
    const report = reportOf(textOf('secret '.repeat(1000)), { kind: 'rumour' as 'digest' });
    const failure = await store.addDocument(report, capture, caseId).catch((thrown) => thrown);
    expect(failure).toMatchObject({ code: 'PROVISO_FAILED' });
    expect(failure).not.toHaveProperty('cause');
    expect(failure.message.length).toBeLessThan(300);
    expect(failure.message).not.toContain('secret');
    expect(await store.document(report.document.id)).toBeNull();
  });

  test.runIf(address)('two processes on one server write one audit log, and each document once', async () => {
    const other = await openStore({ dir, databaseUrl, version: '0.1.0' });
    const texts = Array.from({ length: 10 }, () => textOf());
    const added = await Promise.all(
      texts.flatMap((text) =>
        [store, other].map((each) => each.addDocument(reportOf(text), capture, caseId)),
      ),
    );
    expect(added.filter((result) => result === 'new')).toHaveLength(10);
    expect(await gather(other.verify())).toEqual([]);
    await other.close();
  });

  test('what does not hold is found', async () => {
    const report = reportOf(textOf());
    const feed = reportOf(textOf('A feed.'));
    const heldIn = { sha256: feed.document.sha256, bytes: feed.bytes };
    await store.addDocument({ ...report, heldIn }, capture, caseId);
    expect(await gather(store.verify())).toEqual([]);
    const { sha256, id } = report.document;
    const pathOf = (hash: string) => join(dir, 'originals', hash.slice(0, 2), hash);
    await writeFile(pathOf(sha256), 'changed');
    expect(await gather(store.verify())).toMatchObject([{ kind: 'original', subject: id }]);
    await rm(pathOf(sha256));
    await rm(pathOf(heldIn.sha256));
    expect(await gather(store.verify())).toMatchObject([
      { kind: 'original', subject: id, message: expect.stringMatching(/is missing/) },
      { kind: 'original', subject: heldIn.sha256, message: expect.stringMatching(/is missing/) },
    ]);
  });
});
