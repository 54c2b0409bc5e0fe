import { rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentListView, DocumentView, EnteredClaimsView, SearchView } from '../model/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { capture, caseOf, reportOf, temporaryStoreFolder } from '../store/testing.ts';
import { createApp, localHosts } from './index.ts';

const text = 'Le bac a été attaqué lundi, a dit la maire.';
const { bytes, document } = reportOf(text, { language: 'fr', published: '2031-06-10' });

let dir: string;
let store: Store;
let app: ReturnType<typeof createApp>;
let token: string;
beforeAll(async () => {
  dir = await temporaryStoreFolder();
  store = await openStore({ dir, version: '0.1.0' });
  await store.putCase(caseOf('c'), 'yaml');
  await store.addDocument({ bytes, document }, capture, 'c');
  app = createApp(store, localHosts(4747));
  token = (await (await ask('GET', '/api/session')).json()).csrfToken;
});
afterAll(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

const ask = async (method: string, path: string, body?: unknown) =>
  app.request(`http://localhost:4747${path}`, {
    method,
    headers: { host: 'localhost:4747', 'content-type': 'application/json', 'x-proviso-csrf': token ?? '' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const path = `/api/cases/c/documents/${document.id}`;

describe('a document in a language that is not read', () => {
  it('is listed, found and shown as unread', async () => {
    const list = DocumentListView.parse(await (await ask('GET', '/api/cases/c/documents')).json());
    expect(list).toMatchObject({
      documents: [{ language: 'fr', unread: true, replacedBy: null }],
      takenDown: [],
    });
    const found = SearchView.parse(await (await ask('GET', '/api/cases/c/search?q=maire')).json());
    expect(found.results).toMatchObject([{ document: { id: document.id, unread: true } }]);
    const view = DocumentView.parse(await (await ask('GET', path)).json());
    expect(view).toMatchObject({
      unread: true,
      reading: { text, claims: [] },
      captures: [{ source: 'report.txt' }],
    });
  });

  it('is translated by nothing that is not set', async () => {
    const { translator } = await (await ask('GET', '/api/session')).json();
    expect(translator).toBeNull();
    const refused = await ask('POST', `${path}/translation`);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'PROVISO_TRANSLATOR_NOT_SET' });
  });

  it('takes a claim by hand, shows it with its author, and gives it back', async () => {
    const body = {
      span: [0, 20],
      predicate: { lemma: 'attack', type: 'ASSAULT' },
      roles: [{ role: 'patient', name: 'B' }],
      by: 'A. Monitor',
    };
    const answer = await ask('POST', `${path}/claims`, body);
    expect(answer.status).toBe(201);
    const claim = await answer.json();
    expect(claim).toMatchObject({ words: 'Le bac a été attaqué', by: 'A. Monitor' });
    const view = DocumentView.parse(await (await ask('GET', path)).json());
    expect(view).toMatchObject({
      unread: true,
      reading: { claims: [{ id: claim.id, enteredBy: 'A. Monitor' }] },
      entered: [{ id: claim.id }],
    });
    expect((await ask('DELETE', `/api/cases/c/claims/${claim.id}`, { reason: 'Misread.' })).status).toBe(204);
    const left = EnteredClaimsView.parse(await (await ask('GET', '/api/cases/c/claims')).json());
    expect(left.claims).toEqual([]);
  });

  it.each([
    [{}, 'PROVISO_REQUEST_INVALID'],
    [{ span: [0, 9999], predicate: { lemma: 'attack', type: 'ASSAULT' } }, 'PROVISO_CLAIM_INVALID'],
    [{ span: [0, 5], predicate: { lemma: 'attack', type: 'MAYHEM' } }, 'PROVISO_REQUEST_INVALID'],
  ])('refuses the claim %j', async (body, code) => {
    const answer = await ask('POST', `${path}/claims`, body);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code });
  });
});

it('a document that was taken down is gone, and says so', async () => {
  await store.takeDown(document.id, 'A. Editor', 'A court asked for it.');
  const answer = await ask('GET', path);
  expect(answer.status).toBe(410);
  expect(await answer.json()).toMatchObject({ code: 'PROVISO_TAKEN_DOWN' });
  const list = DocumentListView.parse(await (await ask('GET', '/api/cases/c/documents')).json());
  expect(list).toMatchObject({ documents: [], takenDown: [{ documentId: document.id, by: 'A. Editor' }] });
});

describe('what is known of a document', () => {
  const other = reportOf('La barque a coulé mardi.', { language: 'fr' });
  const { id } = other.document;
  beforeAll(async () => {
    await store.addDocument(other, capture, 'c');
  });

  it('is put right, and the document says by whom and what stood there before', async () => {
    const sent = { documents: [id], publisher: 'La Dépêche', reason: 'Its imprint.' };
    const answer = await ask('POST', '/api/cases/c/corrections', sent);
    expect(answer.status).toBe(201);
    const view = DocumentView.parse(await (await ask('GET', `/api/cases/c/documents/${id}`)).json());
    expect(view.document).toMatchObject({ publisher: 'La Dépêche', publisherFrom: { source: 'person' } });
    expect(view.corrections).toMatchObject([
      {
        field: 'publisher',
        previous: null,
        value: 'La Dépêche',
        reason: 'Its imprint.',
        by: userInfo().username,
      },
    ]);
    const list = DocumentListView.parse(await (await ask('GET', '/api/cases/c/documents')).json());
    expect(list.documents.find((one) => one.id === id)).toMatchObject({ publisher: 'La Dépêche' });
    expect(list.publishers).toContainEqual({ publisher: 'La Dépêche', documents: 1 });
  });

  it.each([
    ['dépêche', 1],
    ['LA D', 1],
    ['La %', 0],
    ['_a Dépêche', 0],
    ['\\', 0],
  ])('is found by a part of its publisher’s name, in capitals or not: %s', async (publisher, total) => {
    const path = `/api/cases/c/documents?publisher=${encodeURIComponent(publisher)}`;
    expect(DocumentListView.parse(await (await ask('GET', path)).json()).total).toBe(total);
  });

  it('is not put right by what is no date', async () => {
    const sent = { documents: [id], published: 'yesterday' };
    const answer = await ask('POST', '/api/cases/c/corrections', sent);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'PROVISO_CORRECTION_INVALID' });
  });
});
