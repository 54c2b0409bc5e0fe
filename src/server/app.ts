import { Hono } from 'hono';
import { z } from 'zod';
import {
  Bearing,
  BoardView,
  CaseListView,
  CommitmentView,
  DocumentListView,
  DocumentView,
  EvidencePage,
  ProvisoError,
  SearchView,
  Sensitivity,
  SessionView,
  VerdictRequest,
  VerdictsRequest,
  VerdictsView,
} from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import {
  exampleIds,
  findingOf,
  judge,
  judgeAll,
  OpenCases,
  type Translator,
  version,
} from '../work/index.ts';
import { Additions } from './additions.ts';
import { AskedDocuments, annotatedBy, annotationsOn } from './annotated.ts';
import { serveArchives } from './archives.ts';
import { serveAssistants } from './assistants.ts';
import { serveBackup } from './backup.ts';
import { limitBodies } from './bodies.ts';
import { serveChanges } from './changes.ts';
import { addClaimRoutes } from './claims.ts';
import { Clocks } from './clocks.ts';
import { serveDecisions } from './decisions.ts';
import { Drafting } from './drafting.ts';
import { evidencePage } from './evidence-pages.ts';
import { createGuard } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { serveJobs } from './jobs.ts';
import { serveNews } from './news.ts';
import { type OpenApi, openApiOf } from './openapi.ts';
import { operation } from './operation.ts';
import { Paging } from './paging.ts';
import { personOf, servePeople } from './people.ts';
import { problemResponse } from './problems.ts';
import { emitRequests } from './requests.ts';
import { addChangeRoutes } from './routes-change.ts';
import { addCodingRoutes } from './routes-coding.ts';
import { addDraftRoutes } from './routes-draft.ts';
import { type Assessed, addExploreRoutes } from './routes-explore.ts';
import { addFileRoutes } from './routes-files.ts';
import { addHistoryRoutes } from './routes-history.ts';
import { addPublicationRoutes } from './routes-publication.ts';
import { addTranslationRoutes } from './routes-translation.ts';
import { addWatchingRoutes } from './routes-watching.ts';
import { boardView, commitmentView, documentView } from './views.ts';
import { Watching } from './watching.ts';
import { serveWorkbench } from './workbench.ts';

const Documents = Paging.extend(AskedDocuments.shape);

const Search = Documents.extend({
  q: z.string().trim().min(1).max(400),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** Evidence of one origin, named by its bearing and id; of neither, what is left out. */
const Told = Paging.extend({
  ...Clocks.shape,
  origin: z.string().optional(),
  bearing: z.union([Bearing, z.literal('context')]).optional(),
  role: z.literal('suggested').optional(),
});

/** What the app is made over. */
export interface AppParts {
  cases: OpenCases;
  additions: Additions;
  drafting: Drafting;
  watching: Watching;
  /** The reader, made when it is first asked for. */
  reader: () => Reader;
  /** What documents are translated by when somebody asks for it; null: nothing is set. */
  translator?: Translator | null;
}

const noReader = (): Reader => {
  throw new ProvisoError('PROVISO_FAILED', 'This server has no reader.', 'Start it with: proviso start.');
};

const placeOf = ({ tool, model, origin, isOwnMachine }: Translator): SessionView['translator'] => ({
  ...{ tool, model, origin, isOwnMachine },
});

/** Parts for looking only: nothing can be added. */
const partsOf = (store: Store): AppParts => {
  const additions = new Additions(store, noReader);
  return {
    cases: new OpenCases(store),
    additions,
    drafting: new Drafting(store, noReader),
    watching: new Watching(store, additions, null),
    reader: noReader,
  };
};

/** The HTTP API and the workbench over one store; `hosts` are the names it answers for. */
export const createApp = (
  store: Store,
  hosts: ReadonlySet<string>,
  { cases, additions, drafting, watching, reader, translator = null }: AppParts = partsOf(store),
): Hono => {
  const app = new Hono();
  const guard = createGuard(hosts);
  app.onError((thrown, context) => problemResponse(context, thrown));
  app.use(emitRequests, securityHeaders, guard.middleware);
  limitBodies(app);
  serveChanges(app, store);

  let described: OpenApi | undefined;
  const description = (): OpenApi => {
    described ??= openApiOf(app, version);
    return described;
  };
  app.get(
    '/api/openapi.json',
    operation({ summary: 'Describe this API', answer: z.looseObject({}) }),
    (context) => context.json(description()),
  );

  app.get('/api/session', operation({ summary: 'Begin a session', answer: SessionView }), async (context) =>
    context.json({
      csrfToken: guard.csrfToken,
      version,
      notices: [...store.notices],
      examples: await exampleIds(),
      loading: cases.loading,
      translator: translator && placeOf(translator),
    } satisfies SessionView),
  );

  app.get('/api/cases', operation({ summary: 'List the cases', answer: CaseListView }), async (context) =>
    context.json({ cases: await store.cases() } satisfies CaseListView),
  );

  const assessed: Assessed = (caseId, asked) => cases.assessed(caseId, asked);

  const ofBoard = operation({ summary: 'Show the board', query: Clocks, answer: BoardView });
  app.get('/api/cases/:case', ofBoard, async (context) => {
    const { open, assessment } = await assessed(context.req.param('case'), context.req.valid('query'));
    return context.json(await boardView(store, open, assessment));
  });

  const ofFinding = operation({ summary: 'Show a finding', query: Clocks, answer: CommitmentView });
  app.get('/api/cases/:case/commitments/:commitment', ofFinding, async (context) => {
    const { open, assessment } = await assessed(context.req.param('case'), context.req.valid('query'));
    return context.json(commitmentView(open, assessment, context.req.param('commitment')));
  });

  const ofSensitivity = operation({
    summary: 'Say what a finding hangs on',
    query: Clocks,
    answer: Sensitivity,
  });
  app.get('/api/cases/:case/commitments/:commitment/sensitivity', ofSensitivity, async (context) => {
    const { open, clocks } = await assessed(context.req.param('case'), context.req.valid('query'));
    return context.json(await cases.sensitivity(open, clocks, context.req.param('commitment')));
  });

  const ofEvidence = operation({
    summary: 'List the evidence behind a finding',
    query: Told,
    answer: EvidencePage,
  });
  app.get('/api/cases/:case/commitments/:commitment/evidence', ofEvidence, async (context) => {
    const { origin: id, bearing, role, offset, limit, ...clocks } = context.req.valid('query');
    const { open, assessment } = await assessed(context.req.param('case'), clocks);
    const { finding } = findingOf(open, assessment, context.req.param('commitment'));
    const asked = id && bearing ? { id, bearing } : (role ?? 'left out');
    return context.json(evidencePage(open, finding, asked, { offset, limit }));
  });

  const ofDocuments = operation({
    summary: 'List the documents',
    query: Documents,
    answer: DocumentListView,
  });
  app.get('/api/cases/:case/documents', ofDocuments, async (context) => {
    const { offset, limit, ...asked } = context.req.valid('query');
    const { file } = await store.caseById(context.req.param('case'));
    const { filter, ...annotated } = await annotatedBy(store, file.id, asked);
    const page = await store.documentPage(file.id, filter, { offset, limit });
    const takenDown = (await store.tombstones()).filter(({ cases }) => cases.includes(file.id));
    const publishers = await store.publishers(file.id);
    const listed = { ...page, ...annotationsOn(page, annotated), publishers, takenDown };
    return context.json(listed satisfies DocumentListView);
  });

  const ofDocument = operation({ summary: 'Show a document', query: Clocks, answer: DocumentView });
  app.get('/api/cases/:case/documents/:document', ofDocument, async (context) => {
    const { open, assessment } = await assessed(context.req.param('case'), context.req.valid('query'));
    return context.json(await documentView(store, open, assessment, context.req.param('document')));
  });

  const ofSearch = operation({ summary: 'Search the documents', query: Search, answer: SearchView });
  app.get('/api/cases/:case/search', ofSearch, async (context) => {
    const { q, offset, limit, ...asked } = context.req.valid('query');
    const { file } = await store.caseById(context.req.param('case'));
    const { filter } = await annotatedBy(store, file.id, asked);
    const { total, hits } = await store.search(file.id, q, { offset, limit }, filter);
    return context.json({ query: q, total, results: hits } satisfies SearchView);
  });

  const ofVerdict = operation({ summary: 'Judge a piece of evidence', body: VerdictRequest });
  app.put('/api/cases/:case/evidence/:evidence/verdict', ofVerdict, async (context) => {
    const decision = context.req.valid('json');
    const open = await cases.open(context.req.param('case'));
    await judge(store, open, context.req.param('evidence'), {
      ...decision,
      by: personOf(context),
    });
    return context.body(null, 204);
  });

  const toVerdicts = operation({
    summary: 'Judge many at once',
    body: VerdictsRequest,
    answer: VerdictsView,
  });
  app.post('/api/cases/:case/verdicts', toVerdicts, async (context) => {
    const { evidence, documents, ...decision } = context.req.valid('json');
    const open = await cases.open(context.req.param('case'));
    const inThem = open.matches.evidence.filter(
      ({ documentId, verdict }) => verdict === 'proposed' && documents.includes(documentId),
    );
    const judged = [
      ...evidence.map(({ id, judgement, seen }) => ({ evidence: id, id: judgement, seen })),
      ...inThem.map(({ id }) => ({ evidence: id })),
    ];
    if (judged.length > 0) await judgeAll(store, open, judged, { ...decision, by: personOf(context) });
    return context.json({ judged: judged.map((one) => one.evidence) } satisfies VerdictsView);
  });

  addExploreRoutes(app, store, cases, assessed);
  addFileRoutes(app, store, assessed);
  addPublicationRoutes(app, store, assessed);
  addCodingRoutes(app, store, assessed);
  addChangeRoutes(app, store, additions);
  addTranslationRoutes(app, additions, translator);
  serveJobs(app, store, additions);
  addDraftRoutes(app, store, drafting);
  addClaimRoutes(app, store);
  serveDecisions(app, store);
  addHistoryRoutes(app, store, additions);
  serveBackup(app, store);
  serveArchives(app, store);
  addWatchingRoutes(app, store, cases, watching);
  serveNews(app, store, cases);
  servePeople(app, store);
  serveAssistants(app, store, cases, reader);

  app.all('/api/*', (context) => {
    throw new ProvisoError(
      'PROVISO_ROUTE_NOT_FOUND',
      `There is no ${context.req.method} ${context.req.path}.`,
      'docs/api.md lists the routes.',
    );
  });

  serveWorkbench(app);
  return app;
};
