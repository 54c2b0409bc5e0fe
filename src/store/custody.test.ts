import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EnteredClaim } from '../model/index.ts';
import { connectEmbedded } from './connection.ts';
import type { NewCapture } from './documents.ts';
import { openStore, type Problem, type Store } from './index.ts';
import {
  capture,
  caseOf,
  correctionOf,
  draftOf,
  judgementOf,
  ownSchema,
  readingFor,
  reportOf,
  storeKinds,
  temporaryStoreFolder,
} from './testing.ts';

const fetchedFrom = (source: string, parts: Partial<NewCapture> = {}): NewCapture => ({
  ...capture,
  source,
  url: source,
  headers: [['etag', '"1"']],
  fetched: { status: 200, hops: [] },
  ...parts,
});

describe.each(storeKinds)('custody, $kind', ({ address }) => {
  let dir: string;
  let store: Store;
  let databaseUrl: string | undefined;
  let caseId: string;
  const open = () => openStore({ dir, databaseUrl, version: '0.1.0' });
  beforeAll(async () => {
    dir = await temporaryStoreFolder();
    databaseUrl = address && (await ownSchema(address));
    store = await open();
  });
  afterAll(async () => {
    await store.close();
    await rm(dir, { recursive: true });
  });
  beforeEach(async () => {
    caseId = `case-${randomUUID()}`;
    await store.putCase(caseOf(caseId), 'yaml');
  });

  const textOf = (words: string) => `${words} ${randomUUID()}`;
  const webPage = () => `https://example.org/${randomUUID()}`;

  async function problems(): Promise<Problem[]> {
    const found: Problem[] = [];
    for await (const problem of store.verify()) if (problem.kind !== 'note') found.push(problem);
    return found;
  }

  /** Changes the database behind the store's back. */
  async function tampered(query: string, values: unknown[] = []): Promise<void> {
    await store.close();
    if (databaseUrl) {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      await client.query(query, values);
      await client.end();
    } else {
      const { db, close } = await connectEmbedded(dir);
      await db.executeQuery({ sql: query, parameters: values } as never);
      await close();
    }
    store = await open();
  }

  describe('a page fetched again', () => {
    test('is a capture each time, of the document last taken from there', async () => {
      const source = webPage();
      const report = reportOf(textOf('A page.'));
      const { id, sha256 } = report.document;
      expect(await store.documentFrom(source)).toBeNull();
      await store.addDocument(report, fetchedFrom(source), caseId);
      expect(await store.documentFrom(source)).toEqual(report.document);
      const unchanged = fetchedFrom(source, {
        collectedAt: '2026-01-03T00:00:00.000Z',
        fetched: { status: 304, hops: [{ url: source, status: 301 }] },
      });
      expect(await store.addUnchanged(unchanged, caseId)).toBe(id);
      const other = reportOf(textOf('Other bytes.'));
      const later = fetchedFrom(source, { collectedAt: '2026-01-04T00:00:00.000Z' });
      await store.addCapture(id, other.bytes, later, caseId);
      expect(await store.captures(id)).toMatchObject([
        { sha256, fetched: { status: 200 } },
        { sha256, fetched: unchanged.fetched },
        { sha256: other.document.sha256 },
      ]);
      expect(await problems()).toEqual([]);
      await rm(join(dir, 'originals', other.document.sha256.slice(0, 2), other.document.sha256));
      expect(await problems()).toMatchObject([{ kind: 'original', subject: id }]);
      await store.addCapture(id, other.bytes, later, caseId);
    });

    test('that was never taken has no capture', async () => {
      expect(await store.addUnchanged(fetchedFrom(webPage()), caseId)).toBeNull();
    });

    test('with another text replaces the document, until the first one comes back', async () => {
      const source = webPage();
      const [first, second] = [reportOf(textOf('First.')), reportOf(textOf('Second.'))];
      const whole = (from: typeof first, to: typeof first) => ({
        earlier: from.document.id,
        changes: [
          {
            earlier: [0, from.document.text.length] as [number, number],
            later: [0, to.document.text.length] as [number, number],
          },
        ],
        standing: 'replaces' as const,
      });
      const standing = async () =>
        (await store.documents(caseId)).map(({ id, replacedBy }) => [id, replacedBy] as const);
      const read = async () => {
        const ids: string[] = [];
        for await (const { document } of store.documentsWithReadings(caseId)) ids.push(document.id);
        return ids;
      };
      await store.addDocument(first, fetchedFrom(source), caseId);
      await store.addDocument(second, fetchedFrom(source), caseId, whole(first, second));
      expect(Object.fromEntries(await standing())).toEqual({
        [first.document.id]: second.document.id,
        [second.document.id]: null,
      });
      expect(await read()).toEqual([second.document.id]);
      expect(await store.revisions(second.document.id)).toMatchObject([
        { source, earlier: first.document.id, later: second.document.id },
      ]);
      expect(await problems()).toEqual([]);

      await store.addDocument(first, fetchedFrom(source), caseId, whole(second, first));
      expect(await read()).toEqual([first.document.id]);
      expect(await store.revisions(first.document.id)).toHaveLength(2);

      // Another case has what stands now, whoever fetched it.
      const other = `case-${randomUUID()}`;
      await store.putCase(caseOf(other), 'yaml');
      const third = reportOf(textOf('Third.'));
      await store.addDocument(first, fetchedFrom(source), other);
      await store.addDocument(third, fetchedFrom(source), other, whole(first, third));
      expect(await read()).toEqual([third.document.id]);
      await store.addDocument(first, fetchedFrom(source), caseId, whole(third, first));

      // A file that somebody gave stands by itself, whatever a page does.
      await store.addDocument(second, capture, caseId);
      expect((await read()).sort()).toEqual([first.document.id, second.document.id].sort());
    });

    test('is remembered with what to ask for changes with, and watched if somebody asked for it', async () => {
      const visit = {
        url: webPage(),
        etag: '"1"',
        lastModified: null,
        checkedAt: '2026-01-02T03:04:05.678Z',
        watched: true,
        mark: null,
      };
      const passing = { ...visit, url: webPage(), watched: false };
      expect(await store.visit(caseId, visit.url)).toBeNull();
      for (const each of [visit, passing]) await store.recordVisit(caseId, each);
      const again = { ...visit, etag: null, lastModified: 'Sun, 01 Jun 2031 10:00:00 GMT', watched: false };
      await store.recordVisit(caseId, again);
      expect(await store.visit(caseId, visit.url)).toEqual({
        ...again,
        watched: true,
        firstAt: visit.checkedAt,
        triedAt: visit.checkedAt,
      });
      expect((await store.watched(caseId)).map(({ url }) => url)).toEqual([visit.url]);
    });
  });

  const claimOn = (documentId: string, words: string, parts: Partial<EnteredClaim> = {}): EnteredClaim => ({
    id: randomUUID(),
    caseId,
    documentId,
    words,
    entry: {
      span: [0, words.length],
      kind: 'event',
      predicate: { lemma: 'attack', type: 'ASSAULT' },
      polarity: 'affirmed',
      mood: 'asserted',
      roles: [],
      speaker: null,
      time: null,
      tense: 'past',
    },
    by: 'A. Monitor',
    at: '2026-01-02T03:04:05.678Z',
    ...parts,
  });

  describe('claims entered by hand', () => {
    test('come back in order, without those that were withdrawn', async () => {
      const { bytes, document } = reportOf(textOf('They attacked.'));
      await store.addDocument({ bytes, document }, capture, caseId);
      const [first, second] = [claimOn(document.id, 'They attacked.'), claimOn(document.id, 'They')];
      for (const claim of [first, second, first]) await store.addClaim(claim);
      expect(await store.enteredClaims(caseId)).toEqual([first, second]);
      const withdrawal = { claimId: first.id, reason: 'Misread.', by: 'B', at: '2026-01-03T00:00:00.000Z' };
      await store.withdrawClaim(withdrawal);
      expect(await store.enteredClaims(caseId)).toEqual([second]);
      await expect(store.addClaim(claimOn(document.id, 'x', { caseId: 'nowhere' }))).rejects.toMatchObject({
        code: 'PROVISO_CASE_NOT_FOUND',
      });
    });
  });

  describe('a takedown', () => {
    const secret = 'nowhereelse';

    /** Every file of the store that holds the words. */
    async function filesWith(words: string): Promise<string[]> {
      const entries = await readdir(dir, { recursive: true, withFileTypes: true });
      const found: string[] = [];
      for (const entry of entries.filter((each) => each.isFile())) {
        const path = join(entry.parentPath, entry.name);
        if ((await readFile(path)).includes(words)) found.push(path);
      }
      return found;
    }

    test('leaves the hash, who, when and why, and nothing of the words', async () => {
      const source = webPage();
      const text = `${secret} ${randomUUID()}`;
      const report = reportOf(text, { title: 'A title' });
      const { id, sha256 } = report.document;
      const feed = reportOf(`A feed with ${text}`);
      const heldIn = { sha256: feed.document.sha256, bytes: feed.bytes };
      const taken = fetchedFrom(source, { container: heldIn.sha256 });
      await store.addDocument({ ...report, heldIn }, taken, caseId);
      const other = reportOf(`<b>${text}</b>`);
      await store.addCapture(id, other.bytes, taken, caseId);
      await store.saveReading(id, readingFor(report.document));
      await store.addClaim(claimOn(id, secret));
      await store.correct([correctionOf(id, { value: `About ${secret}` })]);
      const [kept, thrown] = [draftOf(report), draftOf(other)];
      for (const draft of [kept, thrown]) await store.addDraft(draft.bytes, draft);
      await store.settleDraft(kept.id, caseOf(`of-${kept.id}`), 'yaml');
      const judgement = judgementOf({ caseId });
      const anchor = { ...judgement.anchor, documentSha256: sha256, span: [0, 11] as [number, number] };
      await store.addJudgement({ ...judgement, anchor: { ...anchor, words: secret } });
      const visit = {
        url: source,
        etag: null,
        lastModified: null,
        checkedAt: taken.collectedAt,
        watched: true,
        mark: null,
      };
      await store.recordVisit(caseId, visit);
      expect(await problems()).toEqual([]);

      const tombstone = await store.takeDown(id, 'A. Editor', 'A court asked for it.');
      expect(tombstone).toMatchObject({ documentId: id, sha256, by: 'A. Editor', cases: [caseId] });
      expect(tombstone.removed.toSorted()).toEqual([sha256, heldIn.sha256, other.document.sha256].toSorted());
      expect(await store.tombstone(id)).toEqual(tombstone);
      expect(await store.document(id)).toBeNull();
      expect(await store.documents(caseId)).toEqual([]);
      expect(await store.enteredClaims(caseId)).toEqual([]);
      expect(await store.corrections(id)).toEqual([]);
      expect(await store.agreement(`of-${kept.id}`)).toBeNull();
      await expect(store.draft(thrown.id)).rejects.toMatchObject({ code: 'PROVISO_DRAFT_NOT_FOUND' });
      expect(await store.watched(caseId)).toEqual([]);
      expect(await store.judgements(caseId)).toMatchObject([{ anchor: { words: '' } }]);
      expect(await problems()).toEqual([]);

      // Not the same bytes, nor the same text in other bytes.
      for (const back of [report, { ...other, document: { ...other.document, text } }]) {
        await expect(store.addDocument(back, capture, caseId)).rejects.toMatchObject({
          code: 'PROVISO_TAKEN_DOWN',
          message: expect.stringMatching(/by A\. Editor: A court asked for it\./),
        });
      }
      await expect(store.addDraft(report.bytes, draftOf(report))).rejects.toMatchObject({
        code: 'PROVISO_TAKEN_DOWN',
      });
      expect(await store.takeDown(id, 'B', 'Again.')).toEqual(tombstone);

      await store.close();
      const left = (await filesWith(secret)).filter((path) => !path.includes('pg_wal'));
      store = await open();
      expect(left).toEqual([]);
      expect(await problems()).toEqual([]);
    });

    test('of what is not there is refused', async () => {
      await expect(store.takeDown('0'.repeat(16), 'A', 'B')).rejects.toMatchObject({
        code: 'PROVISO_DOCUMENT_NOT_FOUND',
      });
    });

    test('that left bytes behind is found, and finished when run again', async () => {
      const report = reportOf(textOf('Left behind.'));
      const { id, sha256 } = report.document;
      await store.addDocument(report, capture, caseId);
      await store.takeDown(id, 'A', 'B');
      const { Originals } = await import('./originals.ts');
      const { openFolder } = await import('./object-store/folder.ts');
      await new Originals(openFolder(join(dir, 'originals'))).keep(report.bytes);
      expect(await problems()).toMatchObject([{ kind: 'takedown', subject: id }]);
      await store.takeDown(id, 'A', 'B');
      expect(await readdir(join(dir, 'originals', sha256.slice(0, 2)))).not.toContain(sha256);
      expect(await problems()).toEqual([]);
    });
  });

  describe('verifying quotations', () => {
    test.each([
      [
        'a reading of another text',
        `update readings set reading = jsonb_set(reading, '{text}', '"x"') where document_id = $1`,
        /made of another text/,
      ],
      [
        'a span beyond the text',
        `update readings set reading = jsonb_set(reading, '{sentences,0,span,1}', '9999') where document_id = $1`,
        /a sentence at 0–9999/,
      ],
      [
        'a claim that quotes other words',
        `update entered_claims set words = 'They fled' where document_id = $1`,
        /“They fled”, which is not in its document/,
      ],
      [
        'a shared passage that differs',
        `update copy_links set passages = jsonb_set(passages, '{0,here,1}', '5') where document_id = $1`,
        /differs between them/,
      ],
      [
        'a change that is not all that changed',
        `update revisions set changes = '[]' where later_id = $1`,
        /is not what is kept of it/,
      ],
    ])('finds %s', async (_what, query, message) => {
      const source = webPage();
      const text = textOf('They attacked.');
      const [earlier, report] = [reportOf(textOf('Before.')), reportOf(text)];
      const { id } = report.document;
      await store.addDocument(earlier, fetchedFrom(source), caseId);
      const changes = [
        {
          earlier: [0, earlier.document.text.length] as [number, number],
          later: [0, text.length] as [number, number],
        },
      ];
      await store.addDocument(report, fetchedFrom(source), caseId, {
        earlier: earlier.document.id,
        changes,
        standing: 'replaces',
      });
      await store.saveReading(id, readingFor(report.document));
      await store.addClaim(claimOn(id, 'They attacked.'));
      const other = reportOf(`THEY ATTACKED! ${randomUUID()}`);
      await store.addDocument(other, capture, caseId);
      await store.compareDocument(id, {
        keys: [],
        maxPostings: 1,
        choose: () => [other.document.id],
        judge: async () => [
          {
            document: other.document.id,
            kind: 'passages',
            resemblance: 0.1,
            passages: [{ here: [0, 13], there: [0, 13] }],
          },
        ],
      });
      expect(await problems()).toEqual([]);
      await tampered(query, [id]);
      const quotes = (await problems()).filter(({ kind }) => kind === 'quote');
      expect(quotes).toMatchObject([{ message: expect.stringMatching(message) }]);
      await store.takeDown(id, 'A', 'Clears the way for the next case.');
    });
  });

  test.runIf(!address)(
    'what the database lost of claims and takedowns comes back from the journal',
    async () => {
      const [kept, gone] = [reportOf(textOf('Kept.')), reportOf(textOf('Gone.'))];
      for (const report of [kept, gone]) await store.addDocument(report, capture, caseId);
      const [claim, withdrawn] = [claimOn(kept.document.id, 'Kept.'), claimOn(kept.document.id, 'Kept')];
      for (const each of [claim, withdrawn]) await store.addClaim(each);
      const at = '2026-01-03T00:00:00.000Z';
      await store.withdrawClaim({ claimId: withdrawn.id, reason: '', by: 'B', at });
      const tombstone = await store.takeDown(gone.document.id, 'A', 'B');
      await tampered('delete from entered_claims');
      await tampered('delete from withdrawals');
      await tampered('delete from tombstones');
      expect(await store.enteredClaims(caseId)).toEqual([claim]);
      expect(await store.tombstone(gone.document.id)).toEqual(tombstone);
      expect(await problems()).toEqual([]);
    },
  );
});
