import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Correction } from '../model/index.ts';
import { openStore, type Problem } from './index.ts';
import { formatLine } from './journal.ts';
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

const first = reportOf('The dam held.', { publisher: 'ridge.example' });
const second = reportOf('The dam leaked.', { publisher: 'ridge.example' });
const page = { ...capture, source: 'https://ridge.example/a', url: 'https://ridge.example/a' };

describe.each(storeKinds)('corrections, $kind', ({ address }) => {
  let dir: string;
  let databaseUrl: string | undefined;
  beforeEach(async () => {
    dir = await temporaryStoreFolder();
    databaseUrl = address && (await ownSchema(address));
    await using(async (store) => {
      await store.putCase(caseOf('dam'), 'yaml');
      await store.addDocument(first, page, 'dam');
      await store.addDocument(second, page, 'dam', {
        earlier: first.document.id,
        changes: [{ earlier: [0, 13], later: [0, 15] }],
        standing: 'waiting',
      });
    });
  });
  afterEach(() => rm(dir, { recursive: true }));

  async function using<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await openStore({ dir, databaseUrl, version: '0.1.0' });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
  const problemsOf = async (store: Store) => {
    const found: Problem[] = [];
    for await (const problem of store.verify()) found.push(problem);
    return found;
  };
  const documents = (store: Store) =>
    Promise.all([first, second].map(({ document }) => store.document(document.id)));

  test('of several documents come in together, or not at all', async () => {
    const several = [first, second].map(({ document }) =>
      correctionOf(document.id, { field: 'publisher', value: 'The Ridge', previous: 'ridge.example' }),
    );
    const parts = await openParts(dir, databaseUrl);
    const store = new Store(parts);
    const { db } = parts.ledger;
    const before = await documents(store);
    await sql`
      create function refuse() returns trigger language plpgsql as $$
      begin
        if new.document_id = ${sql.lit(second.document.id)} then raise 'no'; end if;
        return new;
      end $$`.execute(db);
    await sql`create trigger refuse before insert on corrections for each row execute function refuse()`.execute(
      db,
    );
    await expect(store.correct(several)).rejects.toMatchObject({ code: 'PROVISO_FAILED' });
    await sql`drop trigger refuse on corrections`.execute(db);
    expect(await documents(store)).toEqual(before);
    await store.close();
    await using(async (reopened) => {
      expect(await documents(reopened)).toEqual(before);
      for (const _ of ['once', 'and again']) await reopened.correct(several);
      for (const { documentId, ...rest } of several)
        expect(await reopened.corrections(documentId)).toEqual([{ documentId, ...rest }]);
      expect((await documents(reopened)).map((document) => document?.publisher)).toEqual([
        'The Ridge',
        'The Ridge',
      ]);
      expect(await problemsOf(reopened)).toEqual([]);
    });
  });

  test('that no database keeps are refused before anything is written', async () => {
    await using(async (store) => {
      const refused = correctionOf(first.document.id, { value: 'NUL \0' });
      await expect(store.correct([correctionOf(second.document.id), refused])).rejects.toMatchObject({
        code: 'PROVISO_DECISION_INVALID',
      });
      expect(await store.corrections(second.document.id)).toEqual([]);
      expect(await problemsOf(store)).toEqual([]);
    });
  });

  /** Each with what the store says of the documents once it is taken back, where another came before. */
  const takenBack: readonly [field: string, earlier: Correction | null, refused: Correction][] = [
    ['a title', null, correctionOf(first.document.id)],
    [
      'a publisher',
      correctionOf(first.document.id, { field: 'publisher', value: 'The Ridge', previous: 'ridge.example' }),
      correctionOf(first.document.id, { field: 'publisher', value: null, previous: 'The Ridge' }),
    ],
    [
      'a date',
      null,
      correctionOf(first.document.id, { field: 'published', value: '2031-02', previous: null }),
    ],
    ['a language', null, correctionOf(first.document.id, { field: 'language', value: 'en', previous: null })],
    [
      'whether a text stands',
      null,
      correctionOf(second.document.id, { field: 'replaces', value: first.document.id, previous: null }),
    ],
    [
      'whether both stand',
      correctionOf(second.document.id, { field: 'replaces', value: first.document.id, previous: null }),
      correctionOf(second.document.id, { field: 'replaces', value: null, previous: null }),
    ],
  ];

  test.runIf(!address).each(takenBack)(
    'of %s, refused and in the database, are taken out',
    async (_, earlier, refused) => {
      const seen = async (store: Store) => [await documents(store), await store.documents('dam')];
      const before = await using(async (store) => {
        if (earlier) await store.correct([earlier]);
        const state = await seen(store);
        await store.correct([refused]);
        if (refused.field !== 'replaces') expect(await documents(store)).not.toEqual(state[0]);
        return state;
      });
      const journal = join(dir, 'journal.jsonl');
      const lines = (await readFile(journal, 'utf8')).split('\n');
      const marked = lines.map((line) => (line.includes(refused.id) ? line.replace('check', 'abort') : line));
      await writeFile(journal, marked.join('\n'));
      await using(async (store) => {
        expect(store.notices).toEqual([expect.stringMatching(/^1 decisions that had been refused/)]);
        expect(await seen(store)).toEqual(before);
        expect(await store.corrections(refused.documentId)).toEqual(earlier ? [earlier] : []);
        expect((await problemsOf(store)).filter(({ kind }) => kind !== 'note')).toEqual([]);
      });
    },
  );

  test.runIf(!address)('that the database lost come back in their order, and only once', async () => {
    const { id } = first.document;
    const corrections = ['One', 'Two', 'Three'].map((value, index, all) =>
      correctionOf(id, { value, previous: all[index - 1] ?? 'A report' }),
    );
    await using(async (store) => {
      for (const correction of corrections) await store.correct([correction]);
    });
    const parts = await openParts(dir, undefined);
    await parts.ledger.db.deleteFrom('corrections').where('value', '=', 'Two').execute();
    await parts.closeAll();
    for (const notices of [[expect.stringMatching(/^1 decisions .* came back/)], []])
      await using(async (store) => {
        expect(store.notices).toEqual(notices);
        expect(await store.corrections(id)).toEqual(corrections.toReversed());
        expect((await store.document(id))?.title).toBe('Three');
        expect((await problemsOf(store)).filter(({ kind }) => kind !== 'note')).toEqual([]);
      });
  });

  test.runIf(!address)('of documents that are gone wait, and cost the others nothing', async () => {
    const [waiting, dated] = [
      correctionOf('0'.repeat(16)),
      correctionOf(first.document.id, { field: 'published', value: '2031-02-01', previous: null }),
    ];
    await using(async (store) => {
      await store.correct([dated]);
      await store.saveReading(first.document.id, readingFor(first.document));
    });
    const journal = join(dir, 'journal.jsonl');
    await writeFile(journal, formatLine({ correction: waiting }) + (await readFile(journal, 'utf8')));
    await using(async (store) => {
      expect(store.notices).toEqual([expect.stringMatching(/^Line 1 .* does not have its document/)]);
      expect(await store.corrections(first.document.id)).toEqual([dated]);
      expect(await store.readingOf(first.document.id)).not.toBeNull();
    });
  });
});
