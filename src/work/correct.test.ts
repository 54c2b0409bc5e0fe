import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseCase } from '../agreement/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { capture, readingFor, reportOf, temporaryStoreFolder } from '../store/testing.ts';
import { correct, documentsOfSamePublisher } from './index.ts';

const yaml =
  'id: road\ntitle: The Toll Road Accord\nsigned: 2031-01-05\nparties: [{id: a, name: Marl}, {id: b, name: Sorrel}]\ncommitments:\n  - {id: open, debtor: a, kind: obligation, requires: Keep the road open., window: {from: 2031-02-01}}\n';
const [first, second, third] = [
  reportOf('The road was shut yesterday.', {
    publisher: 'ridge.example',
    published: '2031-02-04',
    language: 'en',
  }),
  reportOf('The road was open.', { publisher: 'ridge.example' }),
  reportOf('It snowed.', { publisher: 'The Vale' }),
];
const why = { reason: 'Its imprint says so.', by: 'A. Monitor' };

describe('what is known of a document', () => {
  let dir: string;
  let store: Store;
  beforeEach(async () => {
    dir = await temporaryStoreFolder();
    store = await openStore({ dir, version: '0.1.0' });
    await store.putCase(parseCase(yaml), yaml);
    for (const report of [first, second, third]) await store.addDocument(report, capture, 'road');
  });
  afterEach(async () => {
    await store.close();
    await rm(dir, { recursive: true });
  });

  test('is put right by a person, with what stood there before', async () => {
    const { id } = first.document;
    await store.saveReading(id, readingFor(first.document));
    const fields = { title: ' Road  shut ', publisher: 'The Ridge', author: 'Ida Tove', language: 'en' };
    expect(await correct(store, 'road', [id], { fields, ...why })).toHaveLength(3);
    const person = { source: 'person', certainty: 'stated' };
    expect(await store.document(id)).toMatchObject({
      title: 'Road shut',
      titleFrom: person,
      publisher: 'The Ridge',
      publisherFrom: person,
      author: 'Ida Tove',
    });
    expect(await store.readingOf(id)).not.toBeNull();
    await correct(store, 'road', [id], { fields: { published: '' }, ...why });
    expect(await store.document(id)).toMatchObject({ published: null, publishedFrom: null });
    // Relative times counted from the day that it had.
    expect(await store.readingOf(id)).toBeNull();
    expect(
      (await store.corrections(id)).map(({ field, previous, value }) => [field, previous, value]),
    ).toEqual([
      ['published', '2031-02-04', null],
      ['author', null, 'Ida Tove'],
      ['publisher', 'ridge.example', 'The Ridge'],
      ['title', 'A report', 'Road shut'],
    ]);
  });

  test('is put right on all of a publisher', async () => {
    const ids = await documentsOfSamePublisher(store, 'road', first.document.id);
    await correct(store, 'road', ids, { fields: { publisher: 'The Ridge' }, ...why });
    const publishers = (await store.documents('road')).map(({ publisher }) => publisher);
    expect(publishers.sort()).toEqual(['The Ridge', 'The Ridge', 'The Vale']);
  });

  test.each([
    ['no date', { published: '2031-02-30' }],
    ['no language', { language: 'not a language' }],
    ['no title', { title: ' ' }],
    ['nothing', {}],
    ['no text of the same page', { replaces: second.document.id }],
  ])('is not made %s', async (_what, fields) => {
    const ids = [second.document.id, first.document.id];
    await expect(correct(store, 'road', ids, { fields, ...why })).rejects.toMatchObject({
      code: 'PROVISO_CORRECTION_INVALID',
    });
    expect(await store.corrections(first.document.id)).toEqual([]);
  });

  test('is not put right where one of the documents is not there', async () => {
    const ids = [first.document.id, '0123456789abcdef'];
    await expect(correct(store, 'road', ids, { fields: { publisher: 'X' }, ...why })).rejects.toMatchObject({
      code: 'PROVISO_DOCUMENT_NOT_FOUND',
    });
    expect((await store.document(first.document.id))?.publisher).toBe('ridge.example');
  });

  test('comes back from the journal when the database has lost it', async () => {
    const { id } = first.document;
    const [made] = await correct(store, 'road', [id], { fields: { publisher: 'The Ridge' }, ...why });
    await store.close();
    await rm(join(dir, 'database'), { recursive: true });
    store = await openStore({ dir, version: '0.1.0' });
    // The document is gone with the database: what was put right on it waits in the journal.
    expect(await store.corrections(id)).toEqual([]);
    await store.putCase(parseCase(yaml), yaml);
    await store.addDocument(first, capture, 'road');
    await store.close();
    store = await openStore({ dir, version: '0.1.0' });
    expect(await store.corrections(id)).toEqual([made]);
    expect((await store.document(id))?.publisher).toBe('The Ridge');
  });
});
