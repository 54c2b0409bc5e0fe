import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentMatches } from '../model/index.ts';
import { MatchedDocuments } from './matches.ts';
import type { StoreParts } from './parts.ts';
import { Store } from './store.ts';
import {
  capture,
  caseOf,
  correctionOf,
  openParts,
  ownSchema,
  readingFor,
  reportOf,
  storeKinds,
  temporaryStoreFolder,
} from './testing.ts';

const caseId = 'weir-pact';
const key = 'matcher.1';
const [first, second, third] = ['The weir was shut.', 'The weir was opened.', 'The weir was shut again.'].map(
  (text) => reportOf(text, { url: 'https://example.org/weir' }),
);
const matched: DocumentMatches = { statements: [], evidence: [], replies: [], pairs: { a: [1] } };
const found = (of: DocumentMatches, ...reports: (typeof first)[]) =>
  new Map(
    reports.flatMap((report) =>
      report ? [[report.document.id, { matched: of, cast: { names: [], links: [] } }]] : [],
    ),
  );

/** What is done to a store, in turn. */
const changes: Record<string, (store: Store) => Promise<unknown>> = {
  'a document is added': (store) => store.addDocument(first as never, capture, caseId),
  'it is read': (store) => store.saveReading(first?.document.id ?? '', readingFor(first?.document as never)),
  'it is matched': (store) => store.saveMatches(caseId, key, found(matched, first)),
  'another is added': (store) => store.addDocument(second as never, capture, caseId),
  'it is matched otherwise': (store) =>
    store.saveMatches(caseId, key, found({ ...matched, pairs: { b: [2] } }, first, second)),
  'it is matched by another key': (store) => store.saveMatches(caseId, 'matcher.2', found(matched, second)),
  'it is corrected': (store) => store.correct([correctionOf(first?.document.id ?? '')]),
  'it is read anew': (store) =>
    store.saveReading(first?.document.id ?? '', readingFor(first?.document as never, '2.0.0')),
  'another text takes its place': (store) =>
    store.addDocument(third as never, capture, caseId, {
      ...{ earlier: second?.document.id ?? '', standing: 'replaces' },
      changes: [{ earlier: [13, 19], later: [13, 23] }],
    }),
  'it is taken down': (store) => store.takeDown(first?.document.id ?? '', 'A. Monitor', 'Asked for.'),
};

describe.each(storeKinds)('what was matched, kept between questions, $kind', ({ address }) => {
  let folder: string;
  let parts: StoreParts;
  let store: Store;
  let kept: MatchedDocuments;

  beforeAll(async () => {
    folder = await temporaryStoreFolder();
    parts = await openParts(folder, address && (await ownSchema(address)));
    store = new Store(parts);
    await store.putCase(caseOf(caseId), 'yaml');
    kept = new MatchedDocuments(parts.ledger.db);
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  test.each(Object.entries(changes))('is as it is read anew after %s', async (_what, make) => {
    await make(store);
    const after = await kept.of(caseId, key);
    expect(after).toEqual(await new MatchedDocuments(parts.ledger.db).of(caseId, key));
  });

  test('is not read again where nothing has changed', async () => {
    const [before, again] = [await kept.of(caseId, key), await kept.of(caseId, key)];
    expect(again.length).toBeGreaterThan(0);
    for (const [index, row] of again.entries()) expect(row).toBe(before[index]);
  });
});
