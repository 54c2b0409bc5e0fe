import type { Hono } from 'hono';
import { type Assessment, NewsView, SeenRequest } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { type OpenCase, type OpenCases, today } from '../work/index.ts';
import { operation } from './operation.ts';
import { personOf } from './people.ts';

/** Documents that are named; how many there are is said. */
const namedAtMost = 50;

const standing = ({ commitments }: Assessment) =>
  Object.fromEntries(commitments.map(({ id, status }) => [id, status]));

const named = ({ documents }: OpenCase, ids: readonly string[]) =>
  ids.flatMap((id) => {
    const document = documents.get(id);
    return document ? [{ id, title: document.title, publisher: document.publisher }] : [];
  });

/** What is new in a case for a person. */
const newsFor = async (
  store: Store,
  open: OpenCase,
  assessment: Assessment,
  person: string,
): Promise<NewsView> => {
  const at = new Date().toISOString();
  const { id: caseId, commitments } = open.file;
  const look = await store.look(caseId, person);
  const fresh = look ? named(open, await store.documentsSince(caseId, look.at)) : [];
  const freshIds = new Set(fresh.map(({ id }) => id));
  const bearing = open.matches.evidence.filter(({ documentId }) => freshIds.has(documentId));
  const statuses = look
    ? assessment.commitments.flatMap(({ id, status: now }) => {
        const before = look.statuses[id] ?? null;
        const requires = commitments.find((one) => one.id === id)?.requires ?? id;
        return before === now ? [] : [{ commitment: id, requires, before, now }];
      })
    : [];
  const failures = (await store.watchedAddresses(caseId)).flatMap(
    ({ url, paused, triedAt, failures: all }) => {
      const [first] = all;
      const isNew = triedAt !== null && (!look || triedAt > look.at);
      return first && isNew && !paused ? [{ ...first, url, at: triedAt }] : [];
    },
  );
  const waiting = named(open, await store.waitingDocuments(caseId));
  return {
    since: look?.at ?? null,
    at,
    count: fresh.length + statuses.length + failures.length + waiting.length,
    documents: fresh.slice(0, namedAtMost).map((document) => ({
      ...document,
      evidence: bearing.filter(({ documentId }) => documentId === document.id).length,
    })),
    allDocuments: fresh.length,
    evidence: bearing.filter(({ verdict }) => verdict === 'proposed').length,
    statuses,
    failures,
    waiting,
  };
};

/** Routes of the bell: what is new since a person last looked, and that it was seen. */
export const serveNews = (app: Hono, store: Store, cases: OpenCases): void => {
  const opened = async (caseId: string) => {
    const open = await cases.open(caseId);
    return { open, assessment: await cases.assessment(open, { asOf: today(), knownAt: today() }) };
  };

  const ofNews = operation({ summary: 'Say what is new', answer: NewsView });
  app.get('/api/cases/:case/news', ofNews, async (context) => {
    const { open, assessment } = await opened(context.req.param('case'));
    return context.json(await newsFor(store, open, assessment, personOf(context)));
  });

  const toLook = operation({ summary: 'Say that the news was seen', body: SeenRequest });
  app.put('/api/cases/:case/news', toLook, async (context) => {
    const { at } = context.req.valid('json');
    const { open, assessment } = await opened(context.req.param('case'));
    await store.recordLook(open.file.id, personOf(context), { at, statuses: standing(assessment) });
    return context.body(null, 204);
  });
};
