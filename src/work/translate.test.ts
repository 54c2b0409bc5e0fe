import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Translator, translatorFrom } from '../language-model/index.ts';
import { byBook, type TranslatingServer, translatingServer } from '../language-model/testing.ts';
import { ClaimEntry, type Document, originalText, quote } from '../model/index.ts';
import { createLocalReader, type Reader } from '../read/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { temporaryStoreFolder } from '../store/testing.ts';
import {
  addReports,
  assessCase,
  catchUp,
  decide,
  enterClaim,
  exportCase,
  importCase,
  judge,
  openCase,
  receiveCase,
  spanOfWords,
  takeDown,
  translateDocuments,
  untranslatedIn,
} from './index.ts';
import { foreignBook, foreignCase, foreignHtml, foreignPages } from './testing.ts';
import { sentencesIn } from './translate.ts';

const caseId = 'lipivka';
const clocks = { asOf: '2031-10-01', knownAt: '2031-10-01' };
let folder: string;
let storeFolder: string;
let store: Store;
let reader: Reader;
let server: TranslatingServer;

const translatorAt = (env: NodeJS.ProcessEnv = {}): Translator => {
  const translator = translatorFrom({ PROVISO_TRANSLATE_URL: server.url, ...env });
  if (!translator) throw new Error('none is set');
  return translator;
};

const documentIn = async (language: string): Promise<Document> => {
  const listed = (await store.documents(caseId)).find((one) => one.language === language);
  const document = listed && (await store.document(listed.id));
  if (!document) throw new Error(`nothing in ${language}`);
  return document;
};

const told = (language: string) => foreignPages.find((page) => page.language === language)?.told.flat() ?? [];

const problemsOf = async (of: Store): Promise<string[]> => {
  const found = [];
  for await (const { message } of of.verify()) found.push(message);
  return found;
};

const translate = async (ids: readonly string[], translator = translatorAt(), again = false) => {
  const outcome = await translateDocuments(store, caseId, ids, translator, { by: 'me', again });
  await catchUp(store, reader, caseId);
  return outcome;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-foreign-'));
  storeFolder = await temporaryStoreFolder();
  store = await openStore({ dir: storeFolder, version: '0.1.0' });
  reader = await createLocalReader();
  server = await translatingServer(byBook(foreignBook));
  await importCase(store, foreignCase);
  const paths = [];
  for (const page of foreignPages) {
    const path = join(folder, `${page.name}.html`);
    await writeFile(path, foreignHtml(page));
    paths.push(path);
  }
  const added = await addReports(store, reader, paths, { caseId });
  expect(added).toMatchObject({ new: 3, unread: 3 });
  expect(added.otherLanguages.map(({ language }) => language).sort()).toEqual(['ar', 'es', 'uk']);
}, 120_000);

afterAll(async () => {
  await server.close();
  await reader.close();
  await store.close();
  for (const path of [folder, storeFolder]) await rm(path, { recursive: true });
});

describe('without anything that translates', () => {
  it('is each kept, told, searchable and unread', async () => {
    const listed = await store.documents(caseId);
    expect(listed.map(({ language, unread, translated }) => [language, unread, translated]).sort()).toEqual([
      ['ar', true, false],
      ['es', true, false],
      ['uk', true, false],
    ]);
    const { hits } = await store.search(caseId, 'обстріляли');
    expect(hits.map(({ document }) => document.language)).toEqual(['uk']);
    const { matches } = await openCase(store, caseId);
    expect(matches.evidence).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  it('is marked by hand', async () => {
    const { id, text } = await documentIn('uk');
    const span = spanOfWords(text, told('uk')[0]?.[0] ?? '');
    const claim = await enterClaim(
      store,
      caseId,
      id,
      ClaimEntry.parse({
        span,
        ...{ kind: 'event', polarity: 'affirmed', mood: 'asserted', time: '2031-07-21', tense: 'past' },
        predicate: { lemma: 'shell', type: 'ASSAULT' },
        roles: [{ role: 'agent', name: 'kordia', type: 'state' }],
        speaker: null,
        shows: { commitment: 'no-shelling', bearing: 'breach' },
      }),
      'me',
    );
    const { matches } = await openCase(store, caseId);
    expect(matches.evidence).toMatchObject([{ documentId: id, words: claim.words, markedBy: 'me' }]);
    expect(matches.evidence[0]).not.toHaveProperty('translation');
  });
});

describe('translated by a server', () => {
  beforeAll(async () => {
    const outcome = await translate(await untranslatedIn(store, caseId));
    expect(outcome).toMatchObject({ known: [], refused: [], stopped: null });
    expect(outcome.translated).toHaveLength(3);
  }, 120_000);

  it('sends sentences with their language, and nothing else', () => {
    expect(server.asked.map(({ body }) => body.source).sort()).toEqual(['ar', 'es', 'uk']);
    for (const { body } of server.asked)
      expect(body).toEqual({ q: expect.any(Array), source: body.source, target: 'en', format: 'text' });
    expect(server.asked.flatMap(({ body }) => body.q)).toEqual(
      expect.arrayContaining(Object.keys(foreignBook)),
    );
  });

  it.each(foreignPages.map(({ language }) => language))(
    'keeps the original of %s and has each sentence beside it',
    async (language) => {
      const document = await documentIn(language);
      const { text, translation } = document;
      const original = originalText(document);
      expect(text.startsWith(original)).toBe(true);
      expect(translation).toMatchObject({ from: language, into: 'en', tool: 'LibreTranslate', by: 'me' });
      const pairs = translation?.sentences.map((each) => [
        quote(original, each.original),
        quote(text, each.span),
      ]);
      expect(pairs).toEqual(expect.arrayContaining(told(language).map((pair) => [...pair])));
    },
  );

  it('reads the translation, and quotes both', async () => {
    const open = await openCase(store, caseId);
    for (const { documentId, span, words, markedBy, translation } of open.matches.evidence) {
      expect(quote(open.documents.get(documentId)?.text ?? '', span)).toBe(words);
      if (!markedBy) expect(translation?.words).toBeTruthy();
    }
    const { id } = await documentIn('ar');
    const shelled = open.matches.evidence.find(
      (item) => item.documentId === id && item.commitment === 'no-shelling' && item.kind === 'conduct',
    );
    expect(shelled).toMatchObject({
      bearing: 'breach',
      translation: {
        words: told('ar')[0]?.[0],
        language: 'ar',
        tool: 'LibreTranslate',
        model: server.url,
        names: [
          { name: 'Kordia', original: 'كورديا' },
          { name: 'Velmar', original: 'فيلمار' },
          { name: 'Bridge Mission', original: 'بعثة الجسر' },
        ],
      },
    });
    const finding = assessCase(open, clocks).commitments.find((each) => each.id === 'no-shelling');
    expect(finding?.evidence.find((item) => item.document === id)?.translation?.words).toBe(
      told('ar')[0]?.[0],
    );
    expect(finding?.replies.find(({ document }) => document === id)?.translation?.words).toBe(
      told('ar')[2]?.[0],
    );
  });

  it('is found in both languages, and verified', async () => {
    const found = async (query: string) =>
      (await store.search(caseId, query)).hits.map(({ document, excerpt }) => [
        document.language,
        excerpt.length > 0,
      ]);
    expect(await found('granary')).toEqual([['ar', true]]);
    expect(await found('مخزن')).toEqual([['ar', true]]);
    expect(await problemsOf(store)).toEqual([]);
  });

  it('is not asked again by the same server', async () => {
    const asked = server.asked.length;
    const { id } = await documentIn('es');
    expect(await translate([id])).toMatchObject({ known: [id], translated: [] });
    expect(server.asked).toHaveLength(asked);
  });

  it('keeps judgements through another translation', async () => {
    const { id } = await documentIn('uk');
    const open = await openCase(store, caseId);
    const item = open.matches.evidence.find((each) => each.documentId === id && each.translation);
    if (!item) throw new Error('nothing was matched');
    await judge(store, open, item.id, { verdict: 'accepted', reason: '', by: 'me' });
    const other = await translatingServer((asked) => ({
      translated: byBook(foreignBook)(asked).translated?.map((words) => `${words} So it says.`) ?? [],
    }));
    try {
      await translate([id], translatorAt({ PROVISO_TRANSLATE_URL: other.url }));
    } finally {
      await other.close();
    }
    expect((await documentIn('uk')).text).toContain('So it says.');
    const after = await openCase(store, caseId);
    expect(
      after.matches.evidence.filter(
        ({ documentId, verdict, translation }) => documentId === id && translation && verdict === 'accepted',
      ),
    ).toHaveLength(1);
    expect(await problemsOf(store)).toEqual([]);
  });

  it('goes with the case to another store, which asks nobody', async () => {
    const file = join(folder, 'case.zip');
    await exportCase(store, caseId, createWriteStream(file));
    const elsewhereFolder = await temporaryStoreFolder();
    const elsewhere = await openStore({ dir: elsewhereFolder, version: '0.1.0' });
    try {
      await receiveCase(elsewhere, file);
      const [here, there] = [await openCase(store, caseId), await openCase(elsewhere, caseId)];
      expect(assessCase(there, clocks)).toEqual(assessCase(here, clocks));
      const { id } = await documentIn('uk');
      expect(await elsewhere.document(id)).toEqual(await store.document(id));
      expect(await problemsOf(elsewhere)).toEqual([]);
    } finally {
      await elsewhere.close();
      await rm(elsewhereFolder, { recursive: true });
    }
  });

  it('goes with the document that is taken down', async () => {
    const { id } = await documentIn('es');
    await takeDown(store, id, { by: 'me', reason: 'It names a witness.' });
    expect(
      (await store.search(caseId, 'cannon OR guns')).hits.map(({ document }) => document.id),
    ).not.toContain(id);
    expect(await problemsOf(store)).toEqual([]);
  });
});

describe('what may be sent', () => {
  const far = { PROVISO_TRANSLATE_URL: 'https://translate.example' };

  it('goes to another machine only where a person said so', async () => {
    const { id } = await documentIn('ar');
    const refused = await translate([id], translatorAt(far), true);
    expect(refused.stopped).toMatchObject({ code: 'PROVISO_MODEL_NOT_ALLOWED' });
    expect(refused.stopped?.message).toContain('https://translate.example');
  });

  it('goes nowhere from a case that is closed to models', async () => {
    const asked = server.asked.length;
    await decide(
      store,
      caseId,
      { kind: 'language-model', subject: caseId, value: 'never', reason: '' },
      'me',
    );
    const { id } = await documentIn('ar');
    expect((await translate([id], translatorAt(), true)).stopped).toMatchObject({
      code: 'PROVISO_MODEL_NOT_ALLOWED',
    });
    expect(server.asked).toHaveLength(asked);
  });
});

describe('sentences', () => {
  it.each([
    ['of a line', 'es', 'Uno vino. Dos se fueron.', ['Uno vino.', 'Dos se fueron.']],
    ['of Arabic', 'ar', 'جاء واحد. هل ذهب اثنان؟ نعم.', ['جاء واحد.', 'هل ذهب اثنان؟', 'نعم.']],
    ['past figures', 'uk', 'Загинуло 2,5 тис. осіб. Далі тихо.', ['Загинуло 2,5 тис. осіб.', 'Далі тихо.']],
    ['of paragraphs', 'es', 'Uno.\n\nDos.', ['Uno.', 'Dos.']],
  ])('%s', (_name, language, text, expected) => {
    const found = sentencesIn(text, language);
    expect(found.map((each) => each.text)).toEqual(expected);
    for (const { text: words, original } of found) expect(quote(text, original)).toBe(words);
  });
});
