import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentListView, DocumentView, type LogLine, LogView } from '../model/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { capture, caseOf, reportOf, temporaryStoreFolder } from '../store/testing.ts';
import { createApp, localHosts } from './index.ts';

/** Two people at work on one case: what one does is seen by the other, and nothing of it is lost. */

const report = reportOf('Lundi, les gardes ont attaqué le bac. Mardi, rien.', {
  language: 'fr',
  published: '2031-06-10',
});
const { id: document } = report.document;
const other = reportOf('Mercredi, le bac est parti.', { language: 'fr', published: '2031-06-11' });

const { username: me } = userInfo();

let dir: string;
let store: Store;
let app: ReturnType<typeof createApp>;
let token: string;

const opened = async () => {
  store = await openStore({ dir, version: '0.1.0' });
  app = createApp(store, localHosts(4747));
  token = (await (await ask('GET', '/api/session')).json()).csrfToken;
};
beforeAll(async () => {
  dir = await temporaryStoreFolder();
  await opened();
  const { id: _, ...file } = caseOf('c');
  await ask('POST', '/api/cases', { file: { ...file, id: 'c' } });
  for (const one of [report, other]) await store.addDocument(one, capture, 'c');
});
afterAll(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  app.request(`http://localhost:4747${path}`, {
    method,
    headers: {
      ...{ host: 'localhost:4747', 'content-type': 'application/json', 'x-proviso-csrf': token ?? '' },
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const told = async (path: string) => (await ask('GET', `/api/cases/c${path}`)).json();
const decide = (kind: string, subject: string, value: unknown, more: object = {}) =>
  ask('POST', '/api/cases/c/decisions', { kind, subject, value, reason: 'Because.', ...more });

describe('an edit of something that another window changed meanwhile', () => {
  it('of the case is refused with what stands, and kept once that was seen', async () => {
    const { file, version } = await told('/file');
    const put = (title: string, seen: string) =>
      ask('PUT', '/api/cases/c/file', { file: { ...file, title }, seen });
    expect((await put('Renamed', version)).status).toBe(204);
    const refused = await put('Named otherwise', version);
    expect(refused.status).toBe(409);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    const problem = await refused.json();
    expect(problem).toMatchObject({ code: 'PROVISO_EDIT_CONFLICT', current: { file: { title: 'Renamed' } } });
    expect(await told('/file')).toMatchObject({ file: { title: 'Renamed' } });
    expect((await put('Named otherwise', problem.current.version)).status).toBe(204);
  });

  it('of a person’s finding is refused with the other one; the same again is not', async () => {
    const first = await (await decide('finding', 'c-1', 'probable breach', { seen: null })).json();
    expect(first).toMatchObject({ value: 'probable breach' });
    const refused = await decide('finding', 'c-1', 'no information', { seen: null });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ current: { id: first.id, value: 'probable breach' } });
    expect((await decide('finding', 'c-1', 'probable breach', { seen: null })).status).toBe(201);
    const [standing] = (await told('/decisions?kind=finding&subject=c-1')).decisions;
    expect((await decide('finding', 'c-1', 'no information', { seen: standing.id })).status).toBe(201);
  });

  it.each([
    ['a source’s grade', 'grade', 'source:publisher:ferry news', 'B', 'D'],
    ['a telling’s credibility', 'credibility', 'evidence:c/1', 2, 5],
    ['two names', 'identity', 'a = b', 'same', 'different'],
  ])(
    'of %s is refused with what the other decided, and kept once that was seen',
    async (_of, kind, subject, first, second) => {
      const kept = await (await decide(kind, subject, first, { seen: null })).json();
      const refused = await decide(kind, subject, second, { seen: null });
      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({ current: { id: kept.id, value: first, by: me } });
      expect((await decide(kind, subject, second, { seen: kept.id })).status).toBe(201);
      const late = await decide(kind, subject, null, { seen: kept.id });
      expect(await late.json()).toMatchObject({ current: { value: second } });
    },
  );

  it('of a document’s publisher is refused with what is known now', async () => {
    const correct = (publisher: string, seen: string | null) =>
      ask('POST', '/api/cases/c/corrections', {
        documents: [document],
        publisher,
        seen: { publisher: seen },
      });
    expect((await correct('La Dépêche', null)).status).toBe(201);
    const refused = await correct('Le Bac', null);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ current: { publisher: 'La Dépêche', by: me } });
    expect((await correct('Le Bac', 'La Dépêche')).status).toBe(201);
  });
});

describe('tags and comments', () => {
  const comment = `comment:${randomUUID()}`;
  const words = 'Ask the mayor for the log of the ferry.';

  it('stand on a document or a sentence, with who and when, and find it again', async () => {
    await decide('tag', 'tag', { document, span: null, tag: 'Ferry' });
    await decide('comment', comment, { document, span: [0, 37], text: words });
    const view = DocumentView.parse(await told(`/documents/${document}`));
    expect(view.annotations).toMatchObject([
      { kind: 'tag', text: 'Ferry', span: null, by: me },
      { kind: 'comment', text: words, span: [0, 37], edited: false },
    ]);
    const found = async (query: string) =>
      DocumentListView.parse(await told(`/documents?${query}`)).documents.map(({ id }) => id);
    expect(await found('tag=Ferry')).toEqual([document]);
    expect(await found('commented=true')).toEqual([document]);
    expect(await found('tag=Boat')).toEqual([]);
    const file = async (query: string) =>
      (await (await ask('GET', `/api/cases/c/tables/documents?${query}`)).text())
        .trim()
        .split('\r\n')
        .slice(1);
    expect(await file('tag=Ferry')).toMatchObject([expect.stringContaining(document)]);
    expect(await file('tag=Boat')).toEqual([]);
    const all = DocumentListView.parse(await told('/documents'));
    expect(all.tags).toEqual([{ tag: 'Ferry', documents: 1 }]);
    expect(all.annotations.map(({ kind }) => kind)).toEqual(['tag', 'comment']);
  });

  it('keep what they said before when they are changed or taken away', async () => {
    await decide('comment', comment, { document, span: [0, 37], text: 'Asked.' });
    const [one] = DocumentView.parse(await told(`/documents/${document}`)).annotations.slice(1);
    expect(one).toMatchObject({ text: 'Asked.', edited: true });
    await decide('comment', comment, null);
    expect(DocumentView.parse(await told(`/documents/${document}`)).annotations).toHaveLength(1);
    const { decisions } = await told(`/decisions?kind=comment&subject=${comment}`);
    expect(decisions.map(({ value }: { value: { text: string } | null }) => value?.text ?? null)).toEqual([
      null,
      'Asked.',
      words,
    ]);
  });

  it.each([
    ['a document that is not there', { document: '0'.repeat(16), span: null, tag: 'x' }, 404],
    ['words that are not there', { document, span: [0, 999], tag: 'x' }, 422],
    ['nothing', { document, span: null, tag: ' ' }, 422],
  ])('on %s are refused', async (_what, value, status) => {
    expect((await decide('tag', 'tag', value)).status).toBe(status);
  });

  it('go with their document when it is taken down, from the journal too', async () => {
    const on = { document: other.document.id, span: null };
    await decide('comment', `comment:${randomUUID()}`, { ...on, text: 'A secret remark.' });
    await store.takeDown(other.document.id, 'A. Editor', 'A court asked for it.');
    const journal = await readFile(join(dir, 'journal.jsonl'), 'utf8');
    expect(journal).not.toContain('A secret remark.');
    const problems = [];
    for await (const problem of store.verify()) problems.push(problem);
    expect(problems).toEqual([]);
  });
});

describe('the history', () => {
  const claim = {
    span: [7, 36],
    predicate: { lemma: 'attack' },
    shows: { commitment: 'c-1', bearing: 'breach', note: 'Seen by the mayor.' },
  };
  const lines = async (query = ''): Promise<LogLine[]> =>
    LogView.parse(await told(`/history?limit=200${query}`)).lines;
  const undo = (line: LogLine | undefined) =>
    ask('POST', `/api/cases/c/history/${line?.kind}/${line?.id}/undo`, { reason: 'A slip.' });

  it('has everything that was decided, by whom, when and why, and can be asked for a part', async () => {
    const entered = await ask('POST', `/api/cases/c/documents/${document}/claims`, claim);
    expect(entered.status).toBe(201);
    const { finding } = await told('/commitments/c-1?asOf=2031-07-01&knownAt=2031-07-01');
    expect(finding.evidence).toMatchObject([{ markedBy: me, verdict: 'accepted' }]);
    const [{ id }] = finding.evidence;
    const judgement = randomUUID();
    const judged = await ask('POST', '/api/cases/c/verdicts', {
      evidence: [{ id, judgement, seen: 'accepted' }],
      verdict: 'rejected',
      reason: 'Another ferry.',
    });
    expect(await judged.json()).toEqual({ judged: [id] });
    const all = await lines();
    expect(all.slice(0, 2)).toMatchObject([
      { kind: 'verdict', id: judgement, reason: 'Another ferry.', stands: true, document: { id: document } },
      { kind: 'claim', reason: 'Seen by the mayor.', stands: true },
    ]);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(
      new Set(['verdict', 'claim', 'decision', 'correction']),
    );
    expect((await lines('&kind=correction')).map(({ stands }) => stands)).toEqual([true, false]);
    expect(await lines('&by=nobody')).toEqual([]);
    expect(await lines('&q=another+ferry')).toHaveLength(1);
  });

  it('undoes a line after a restart by a new decision, and only what stands', async () => {
    await store.close();
    await opened();
    const [verdict] = await lines('&kind=verdict');
    expect((await undo(verdict)).status).toBe(204);
    expect(await lines('&kind=verdict')).toMatchObject([
      { stands: true, reason: 'A slip.', judgement: { verdict: 'proposed' } },
      { id: verdict?.id, stands: false },
    ]);
    const refused = await undo(verdict);
    expect(await refused.json()).toMatchObject({ code: 'PROVISO_EDIT_CONFLICT', status: 409 });

    const [corrected] = await lines('&kind=correction');
    expect((await undo(corrected)).status).toBe(204);
    expect(DocumentView.parse(await told(`/documents/${document}`)).document.publisher).toBe('La Dépêche');

    const [entered] = await lines('&kind=claim');
    expect((await undo(entered)).status).toBe(204);
    const [withdrawn] = await lines('&kind=withdrawal');
    expect((await undo(withdrawn)).status).toBe(204);
    expect((await told('/claims')).claims).toMatchObject([{ entry: { shows: claim.shows } }]);

    const finding = (await lines('&kind=decision')).find(
      (line) => line.kind === 'decision' && line.decision.kind === 'finding' && line.stands,
    );
    expect((await undo(finding)).status).toBe(204);
    const [now] = (await told('/decisions?kind=finding&subject=c-1')).decisions;
    expect(now.value).toBe('probable breach');
    expect((await undo({ kind: 'claim', id: randomUUID() } as LogLine)).status).toBe(404);
  });

  it('refuses a verdict on what another one has judged meanwhile, and then judges none', async () => {
    const { finding } = await told('/commitments/c-1?asOf=2031-07-01&knownAt=2031-07-01');
    const [{ id }] = finding.evidence;
    const evidence = [{ id, seen: 'rejected' }];
    const refused = await ask('POST', '/api/cases/c/verdicts', { evidence, verdict: 'proposed', reason: '' });
    expect(await refused.json()).toMatchObject({
      status: 409,
      current: { evidence: id, verdict: 'accepted' },
    });
  });
});

it('tells other windows of a change as it is made, and says which window made it', async () => {
  const { body } = await ask('GET', '/api/changes');
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const hear = async (words: string) => {
    while (!heard.includes(words)) heard += (await reader?.read())?.value ?? '';
  };
  await hear('event: standing');
  // The first look at the store says what is new from then on.
  await store.state();
  await decide('tag', 'tag', { document, span: null, tag: 'Heard' });
  await ask('PUT', '/api/cases/c/file', { file: (await told('/file')).file }, { 'x-proviso-window': 'w1' });
  const answer = await ask(
    'POST',
    '/api/cases/c/decisions',
    { kind: 'tag', subject: 'tag', value: { document, span: null, tag: 'Again' }, reason: '' },
    { 'x-proviso-window': 'w1' },
  );
  expect(answer.status).toBe(201);
  await hear('event: changed\ndata: w1');
  await reader?.cancel();
});
