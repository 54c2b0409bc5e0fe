import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { docxOf, pdfOf, wordParagraph, zipOf } from '../collect/testing.ts';
import type { AgreementView, DraftListView, DraftView, DraftWork } from '../model/index.ts';
import { createLocalReader } from '../read/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { temporaryStoreFolder } from '../store/testing.ts';
import { OpenCases } from '../work/index.ts';
import { Additions } from './additions.ts';
import { createApp } from './app.ts';
import { Drafting } from './drafting.ts';
import { localHosts } from './guard.ts';
import { Watching } from './watching.ts';

const accord = `THE SALTMARSH PLEDGE
between the Fen Wardens and the Dyke Board

Signed on 4 March 2031

Article 1
The Fen Wardens shall open the north sluice within 20 days of signing.
The Dyke Board shall not drain the west marsh.`;

let dir: string;
let store: Store;
let app: ReturnType<typeof createApp>;
let token = '';

beforeAll(async () => {
  dir = await temporaryStoreFolder();
  store = await openStore({ dir, version: '0.1.0' });
  const reader = createLocalReader();
  const additions = new Additions(store, () => reader);
  app = createApp(store, localHosts(4747), {
    cases: new OpenCases(store),
    additions,
    drafting: new Drafting(store, () => reader),
    watching: new Watching(store, additions, null),
    reader: () => reader,
  });
  token = (await (await ask('GET', '/api/session')).json()).csrfToken;
});
afterAll(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

const ask = (method: string, path: string, body?: unknown) => {
  const isForm = body instanceof FormData;
  return app.request(`http://localhost:4747${path}`, {
    method,
    headers: {
      host: 'localhost:4747',
      'x-proviso-csrf': token,
      ...(isForm ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
};

const give = (text: string, signed = '') => {
  const form = new FormData();
  form.append('text', text);
  form.append('signed', signed);
  return ask('POST', '/api/drafts', form);
};

const giveFile = (name: string, bytes: Uint8Array | string) => {
  const form = new FormData();
  form.append('file', new File([bytes as BlobPart], name));
  return ask('POST', '/api/drafts', form);
};

const proposed = async (given: Response): Promise<DraftView & { work: DraftWork }> => {
  const { id }: DraftView = await given.json();
  return vi.waitFor(
    async () => {
      const view: DraftView = await (await ask('GET', `/api/drafts/${id}`)).json();
      expect(view.failure).toBeNull();
      if (!view.work) throw new Error('nothing is proposed yet');
      return { ...view, work: view.work };
    },
    { timeout: 240_000 },
  );
};

const acceptedAll = (work: DraftWork): DraftWork => ({
  ...work,
  commitments: work.commitments.map((each) => ({ ...each, state: 'accepted' as const })),
});

describe('an agreement given to the server', () => {
  it.each([
    ['pasted', () => give(accord)],
    ['as Markdown', () => giveFile('pledge.md', accord)],
    ['as a Word file', () => giveFile('pledge.docx', docxOf(accord.split('\n').map(wordParagraph).join('')))],
    ['as a PDF', () => giveFile('pledge.pdf', pdfOf(accord.split('\n\n').map((block) => block.split('\n'))))],
    [
      'as a web page',
      () =>
        giveFile(
          'pledge.html',
          `<html><body><article>${accord.replace(/.+/g, '<p>$&</p>')}</article></body></html>`,
        ),
    ],
  ])('%s is proposed from', async (_how, given) => {
    const { work, text } = await proposed(await given());
    expect(work.parties.map(({ name }) => name)).toEqual(['Fen Wardens', 'Dyke Board']);
    expect(work.signed).toBe('2031-03-04');
    expect(work.commitments).toMatchObject([
      { debtor: ['fen-wardens'], kind: 'obligation', state: 'proposed' },
      { debtor: ['dyke-board'], kind: 'prohibition', window: { from: null, to: null } },
    ]);
    for (const { span } of work.commitments) expect(text.slice(...span)).toMatch(/shall/);
  });

  it('becomes a case that keeps its text, once what is lacking is said', async () => {
    const { id, revision, work, text } = await proposed(await give(accord));
    expect(await (await ask('POST', `/api/drafts/${id}/case`)).json()).toMatchObject({
      ...{ code: 'PROVISO_DRAFT_UNFINISHED', title: 'No commitment is accepted.' },
    });
    const saved = await ask('PUT', `/api/drafts/${id}`, { revision, work: acceptedAll(work) });
    expect(await saved.json()).toEqual({ revision: revision + 1 });
    const again = await ask('PUT', `/api/drafts/${id}`, { revision, work });
    expect([again.status, await again.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'PROVISO_DRAFT_CHANGED' }),
    ]);
    const made = await ask('POST', `/api/drafts/${id}/case`);
    const { id: caseId } = await made.json();
    expect([made.status, caseId]).toEqual([201, 'the-saltmarsh-pledge']);
    const { file } = await store.caseById(caseId);
    expect(file.commitments).toMatchObject([
      { debtor: 'fen-wardens', clause: expect.stringContaining('open the north sluice') },
      { debtor: 'dyke-board', window: { from: '2031-03-04' } },
    ]);
    const { agreement }: AgreementView = await (await ask('GET', `/api/cases/${caseId}/agreement`)).json();
    expect(agreement).toMatchObject({ text, source: { name: null } });
    expect((await ask('GET', `/api/drafts/${id}`)).status).toBe(404);
  });

  it('can be thrown away', async () => {
    const { id } = await proposed(await give(accord));
    expect((await ask('DELETE', `/api/drafts/${id}`)).status).toBe(204);
    const { drafts }: DraftListView = await (await ask('GET', '/api/drafts')).json();
    expect(drafts.map((draft) => draft.id)).not.toContain(id);
  });

  it('may be a table, with a line for each row that is wrong', async () => {
    const csv =
      'Ref;Who;What;Deadline\n1;Fen Wardens;Open the sluice;2031-05-14\n2;;Dig;\n3;Dyke Board;Pay;soon';
    const { work, text } = await proposed(await giveFile('codes.csv', csv));
    expect(work.commitments.map(({ requires }) => requires)).toEqual(['Open the sluice', 'Dig', 'Pay']);
    expect(work.notices.map(({ message }) => message)).toEqual([
      'Row 3: it names nobody who owes it.',
      'Row 4: “soon” under “due” was not understood: it is no day and no number of days.',
    ]);
    expect(text).toContain('Open the sluice');
  });
});

describe('what cannot be an agreement', () => {
  const spanish =
    'Las partes se comprometen a retirar sus fuerzas de la zona del río dentro de los treinta días siguientes a la firma del presente acuerdo, y a no impedir el paso de la ayuda.';

  it.each([
    ['an empty paste', () => give(' \n '), 'PROVISO_INPUT_EMPTY'],
    ['an empty file', () => giveFile('pledge.txt', ''), 'PROVISO_INPUT_EMPTY'],
    ['a scan without text', () => giveFile('scan.pdf', pdfOf([[], []])), 'PROVISO_INPUT_SCANNED'],
    ['a picture', () => giveFile('map.png', '\x89PNG\r\n\x1a\n'), 'PROVISO_INPUT_UNSUPPORTED'],
    [
      'two texts in one file',
      () =>
        giveFile(
          'both.zip',
          zipOf([
            { name: 'a.txt', bytes: accord },
            { name: 'b.txt', bytes: `${accord} More.` },
          ]),
        ),
      'PROVISO_AGREEMENT_SEVERAL',
    ],
    ['a table without a header', () => giveFile('codes.csv', 'a,b\nc,d'), 'PROVISO_TABLE_INVALID'],
    ['a day that is none', () => give(accord, '2031-02-30'), 'PROVISO_REQUEST_INVALID'],
  ])('%s is refused in one clear line, and leaves nothing', async (_what, given, code) => {
    const before = (await store.drafts()).length;
    const refused = await given();
    const problem = await refused.json();
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(problem).toMatchObject({ code });
    expect(problem.title + problem.detail).not.toMatch(/\/tmp|\n/);
    expect(await store.drafts()).toHaveLength(before);
  });

  it.each([
    ['another language', spanish, 'PROVISO_DRAFT_LANGUAGE'],
    [
      'an annex of maps',
      'MAP 3\nGrid 31 U\nScale 1:50 000\nSheet 4\nNorth\nLegend',
      'PROVISO_DRAFT_NO_SENTENCES',
    ],
    [
      'a text without any duty',
      'The river is wide here. Its banks are low, and the town lies on both of them.',
      'PROVISO_DRAFT_NO_DUTY',
    ],
  ])('%s is kept, and the draft says what is so and what to do', async (_what, text, code) => {
    const { work, text: kept } = await proposed(await give(text));
    expect(work.commitments).toEqual([]);
    expect(work.notices.map((notice) => notice.code)).toContain(code);
    expect(kept.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
  });

  it('one party is proposed from all the same', async () => {
    const { work } = await proposed(
      await give(
        accord
          .replace('between', 'of')
          .replace('and the Dyke Board', '')
          .replace(/The Dyke.*/, ''),
      ),
    );
    expect(work.parties).toHaveLength(1);
    expect(work.commitments).toHaveLength(1);
  });
});

it.each([
  [5, 'PROVISO_REQUEST_INVALID'],
  [33, 'PROVISO_INPUT_TOO_LARGE'],
])('what is worked on is looked at up to 32 MB: %i MB, %s', async (size, code) => {
  const saved = await ask('PUT', '/api/drafts/x', { revision: 1, work: 'x'.repeat(size * 1024 * 1024) });
  expect((await saved.json()).code).toBe(code);
});
