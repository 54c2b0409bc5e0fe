import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import net from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parseCase } from '../agreement/index.ts';
import { modelSettings } from '../language-model/index.ts';
import { givenTo, goodAnswer, type ModelServer, modelAt, modelServer } from '../language-model/testing.ts';
import type { Assessment, Claim, Evidence, Reading, Span, Statement } from '../model/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { capture, readingFor, reportOf, temporaryStoreFolder } from '../store/testing.ts';
import { assess } from '../weigh/index.ts';
import {
  assessCase,
  decide,
  deleteCase,
  exportCase,
  modelConsent,
  openCase,
  planSecondReading,
  receiveCase,
  requireAllowed,
  secondReading,
} from './index.ts';
import { withSecondOpinions } from './second-opinions.ts';

const loaded = vi.hoisted(() => vi.fn());
vi.mock('openai', async (original) => {
  loaded();
  return original();
});

/** How sure the matcher is of each sentence: of one it is, of one it thinks nothing. */
const sureness = [0.62, 0.3, 0.95, 0.5, 0.2];
const isOnLamps = (place: number): boolean => place === 2 || place === 3;

/** A matcher that makes evidence of every sentence, so that what is tested hangs on no weights. */
const matched = vi.hoisted(() => ({ evidenceOf: (_: Statement, __: number): unknown => null }));
vi.mock('./matcher.ts', () => ({
  matcher: {
    match: async (_: unknown, documents: { statements: Statement[] }[]) => ({
      evidence: documents.flatMap(({ statements }) =>
        statements.map((one, at) => matched.evidenceOf(one, at)),
      ),
      replies: [],
      read: new Map(),
    }),
  },
}));

const caseId = 'ferry';
const yaml = `
id: ferry
title: The Ferry Pledge
signed: 2031-05-01
parties: [{id: town, name: Larkham}, {id: island, name: Odvik}]
actors: [{id: guards, name: Larkham Guards, partOf: [town]}]
commitments:
  - id: no-attack
    debtor: town
    creditor: island
    kind: prohibition
    requires: Larkham does not attack the ferry of Odvik.
    window: {from: 2031-06-01}
  - id: lamps
    debtor: town
    creditor: island
    kind: obligation
    requires: Larkham lights the lamps on the landing every night.
    window: {from: 2031-06-01}
`;
const sentences = [
  'On Monday the Larkham Guards attacked the ferry of Odvik, the mayor said.',
  'The guards opened fire near the landing.',
  'Larkham lit the lamps on the landing every night in June, the harbour master said.',
  'Some of the lamps were dark at times.',
  'A boat from Odvik was stopped by men in grey coats.',
];
const text = sentences.join(' ');
const report = reportOf(text, { published: '2031-07-02', publisher: 'The Landing' });
const spans = sentences.map((sentence): Span => {
  const start = text.indexOf(sentence);
  return [start, start + sentence.length];
});
const reading: Reading = {
  ...readingFor(report.document),
  sentences: spans.map((span) => ({ span })),
  claims: spans.map(
    (span, at): Claim => ({
      id: `c${at}`,
      span,
      attribution: null,
      kind: 'event',
      predicate: { span: [span[0], span[0] + 2], lemma: 'do', type: null },
      polarity: 'affirmed',
      mood: 'asserted',
      factuality: 3,
      band: null,
      roles: [],
      time: null,
      tense: 'past',
      place: null,
      confidence: 1,
    }),
  ),
} as Reading;
matched.evidenceOf = (statement, at): Evidence => {
  const probability = sureness[at] as number;
  const before = spans[at - 1];
  return {
    id: `evidence-${at}`,
    statementId: statement.id,
    documentId: statement.documentId,
    commitment: isOnLamps(at) ? 'lamps' : 'no-attack',
    kind: 'conduct',
    bearing: isOnLamps(at) ? 'performance' : 'breach',
    factuality: 3,
    strength: 'direct',
    probability,
    tier: probability >= 0.63 ? 'counted' : 'suggested',
    span: statement.claim.span,
    words: statement.text,
    sentence: spans[at] as Span,
    ...(before ? { before } : {}),
    verdict: 'proposed',
    elements: [],
    through: [],
    features: { breach: 0.5, performance: -2 },
  };
};
const clocks = { asOf: '2031-08-01', knownAt: '2031-08-01' };

const folders: string[] = [];
const stores: Store[] = [];
const newStore = async (): Promise<Store> => {
  const dir = await temporaryStoreFolder();
  const store = await openStore({ dir, version: '0.1.0' });
  folders.push(dir);
  stores.push(store);
  return store;
};

let store: Store;
let server: ModelServer;
let before: Assessment;
beforeAll(async () => {
  store = await newStore();
  await store.putCase(parseCase(yaml), yaml);
  await store.addDocument(report, capture, caseId);
  await store.saveReading(report.document.id, reading);
});
afterAll(async () => {
  await server?.close();
  for (const each of stores) await each.close();
  for (const dir of folders) await rm(dir, { recursive: true, force: true });
});

const assessed = async (of: Store): Promise<Assessment> => assessCase(await openCase(of, caseId), clocks);

/** A board without what a second reader says. */
const without = (assessment: Assessment) => ({
  ...assessment,
  commitments: assessment.commitments.map(({ evidence, ...finding }) => ({
    ...finding,
    evidence: evidence.map(({ secondOpinion: _, ...item }) => item),
  })),
});

const opinions = ({ commitments }: Assessment) =>
  commitments.flatMap(({ evidence }) => evidence.flatMap(({ secondOpinion }) => secondOpinion ?? []));

const planned = async (model = 'small', budget = 50) =>
  planSecondReading(await openCase(store, caseId), await store.modelAnswers(caseId), model, budget);

const requireSound = async (of: Store): Promise<void> => {
  for await (const problem of of.verify()) if (problem.kind !== 'note') throw new Error(problem.message);
};

test('without a setting nothing of it runs, and no connection is opened', async () => {
  const connect = vi.spyOn(net.Socket.prototype, 'connect');
  const fetched = vi.spyOn(globalThis, 'fetch');
  expect(modelSettings({})).toBeNull();
  before = await assessed(store);
  expect(before.commitments.flatMap(({ evidence }) => evidence).length).toBeGreaterThan(1);
  expect(loaded).not.toHaveBeenCalled();
  expect(connect).not.toHaveBeenCalled();
  expect(fetched).not.toHaveBeenCalled();
  connect.mockRestore();
  fetched.mockRestore();
});

test('what stops in the middle goes on from there, and no question is asked twice', async () => {
  let isBusy = false;
  server = await modelServer((asked) => (isBusy ? { status: 429 } : goodAnswer(asked)));
  const model = modelAt(server.url, { patience: { timeout: 10_000, retries: 0 } });
  const plan = await planned();
  expect(plan).toMatchObject({ answered: 0, inDoubt: plan.questions.length });
  // The surest is not asked about; those nearest to counting come first.
  expect(plan.questions.map(({ pair }) => sentences.indexOf(pair.sentence))).toEqual([0, 3, 1, 4]);
  const first = await secondReading(store, caseId, plan, model, 'A. Monitor', {
    progress: (done) => {
      isBusy = done === 1;
    },
  });
  expect(first).toMatchObject({ asked: 1, stopped: { code: 'PROVISO_MODEL_BUSY' }, tokens: { given: 100 } });
  isBusy = false;
  const rest = await planned();
  expect(rest).toMatchObject({ answered: 1, inDoubt: plan.inDoubt });
  const second = await secondReading(store, caseId, rest, model, 'A. Monitor');
  expect(second).toMatchObject({ asked: plan.inDoubt - 1, stopped: null });
  expect((await planned()).questions).toEqual([]);
  const questions = server.asked.map((asked) => JSON.stringify(givenTo(asked)));
  expect(new Set(questions).size).toBe(plan.inDoubt);
  // Another model is another reader: it is asked only when somebody has it asked.
  expect(await planned('large', 1)).toMatchObject({ answered: 0, questions: { length: 1 } });
});

test('what it says stands beside the evidence with its words, and nothing counts by it', async () => {
  const after = await assessed(store);
  const said = after.commitments.flatMap(({ evidence }) =>
    evidence.filter(({ secondOpinion }) => secondOpinion),
  );
  expect(said.length).toBeGreaterThan(1);
  for (const { secondOpinion: opinion } of said)
    if (opinion?.span) expect(text.slice(...opinion.span)).toMatch(/^(attacked|opened fire)$/);
  expect(opinions(after).some(({ says }) => says === 'breach')).toBe(true);
  expect(opinions(after)[0]).toMatchObject({ model: 'small' });
  expect(without(after)).toEqual(before);
});

test('what it says is shown though the same was weighed before it said so', async () => {
  const open = await openCase(store, caseId);
  const evidence = open.matches.evidence.map(({ secondOpinion: _, ...item }) => item);
  const memo = new Map();
  assess({ ...open, matches: { ...open.matches, evidence } }, clocks, memo);
  const after = opinions(assess(open, clocks, memo));
  expect(after.length).toBeGreaterThan(1);
  expect(after).toEqual(opinions(await assessed(store)));
});

test('a case that is handed over brings its answers: same board, without the model', async () => {
  const file = join(folders[0] as string, 'ferry.zip');
  await exportCase(store, caseId, createWriteStream(file));
  const calls = server.asked.length;
  const other = await newStore();
  await receiveCase(other, file);
  expect(await assessed(other)).toEqual(await assessed(store));
  expect(await other.modelAnswers(caseId)).toEqual(await store.modelAnswers(caseId));
  for (const each of [store, other]) await requireSound(each);
  await deleteCase(other, caseId, { title: 'The Ferry Pledge', by: 'A. Monitor' });
  await requireSound(other);
  expect(server.asked).toHaveLength(calls);
});

test('a case goes to another machine only where a person allowed its address', async () => {
  const own = { origin: 'http://127.0.0.1:1', isOwnMachine: true };
  const other = { origin: 'https://models.example', isOwnMachine: false };
  const isAllowed = async (settings: typeof own): Promise<string> => {
    const consent = await modelConsent(store, caseId);
    try {
      requireAllowed(settings, caseId, consent);
      return 'allowed';
    } catch (refused) {
      return (refused as { line: string }).line;
    }
  };
  const said = (value: string | null) =>
    decide(store, caseId, { kind: 'language-model', subject: caseId, value, reason: '' }, 'A. Monitor');
  expect(await isAllowed(own)).toBe('allowed');
  expect(await isAllowed(other)).toMatch(
    /^PROVISO_MODEL_NOT_ALLOWED: .+https:\/\/models\.example.+sentence before it/,
  );
  await said(other.origin);
  expect(await isAllowed(other)).toBe('allowed');
  expect(await isAllowed({ ...other, origin: 'https://models.example:8443' })).toContain('NOT_ALLOWED');
  await said('never');
  expect(await isAllowed(own)).toMatch(/A\. Monitor said so/);
  await said(null);
  expect(await isAllowed(own)).toBe('allowed');
  expect(await isAllowed(other)).toContain('NOT_ALLOWED');
  await expect(said('sometimes')).rejects.toMatchObject({ code: 'PROVISO_DECISION_INVALID' });
});

test('an answer to other words than stand there now is not shown', async () => {
  const answers = await store.modelAnswers(caseId);
  const open = await openCase(store, caseId);
  const bare = open.matches.evidence.map(({ secondOpinion: _, ...item }) => item as Evidence);
  const shown = (file: typeof open.file) =>
    withSecondOpinions(bare, answers, file, open.documents).filter((item) => item.secondOpinion).length;
  expect(shown(open.file)).toBeGreaterThan(1);
  const reworded = open.file.commitments.map((one) => ({ ...one, requires: `${one.requires} At all.` }));
  expect(shown({ ...open.file, commitments: reworded })).toBe(0);
});
