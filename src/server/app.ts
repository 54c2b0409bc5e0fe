import { type Context, Hono } from 'hono';
import { z } from 'zod';
import {
  Bearing,
  type CaseListView,
  Document,
  type DocumentListView,
  ProvisoError,
  type SearchView,
  type SessionView,
  VerdictRequest,
} from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import { findingOf, judge, lifeOf, OpenCases, sensitivityIn, today, version } from '../work/index.ts';
import { Additions } from './additions.ts';
import { answerOf } from './answers.ts';
import { serveBackup } from './backup.ts';
import { invalid, limitBodies } from './bodies.ts';
import { checked } from './checked.ts';
import { addClaimRoutes } from './claims.ts';
import { serveDecisions } from './decisions.ts';
import { Drafting } from './drafting.ts';
import { evidencePage } from './evidence-pages.ts';
import { createGuard } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { Paging } from './paging.ts';
import { problemResponse } from './problems.ts';
import { addChangeRoutes } from './routes-change.ts';
import { addCodingRoutes } from './routes-coding.ts';
import { addDraftRoutes } from './routes-draft.ts';
import { addExploreRoutes } from './routes-explore.ts';
import { addFileRoutes } from './routes-files.ts';
import { boardView, commitmentView, documentView } from './views.ts';
import { serveWorkbench } from './workbench.ts';

const Clocks = z.object({ asOf: z.iso.date().optional(), knownAt: z.iso.date().optional() });

const DocumentFilter = Paging.extend({
  publisher: z.string().max(400).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  kind: Document.shape.kind.optional(),
});

const Search = DocumentFilter.extend({
  q: z.string().trim().min(1).max(400),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** Evidence of one origin, named by its bearing and id; of neither, what is left out. */
const Told = Paging.extend({
  origin: z.string().optional(),
  bearing: z.union([Bearing, z.literal('context')]).optional(),
  role: z.literal('suggested').optional(),
});

/** The clocks of a request; each stands at today unless asked otherwise. */
const clocksOf = (query: Record<string, string>): { asOf: string; knownAt: string } => {
  const { asOf = today(), knownAt = today() } = checked(Clocks, query);
  return { asOf, knownAt };
};

/** @throws ProvisoError PROVISO_REQUEST_INVALID for a clock that stands outside the case's life. */
const requireWithin = ({ from, to }: { from: string; to: string }, clocks: Record<string, string>): void => {
  for (const [name, day] of Object.entries(clocks))
    if (day < from || day > to)
      throw invalid(`${name} ${day} is not in the life of the case, ${from} to ${to}`);
};

/** What the app is made over. */
export interface AppParts {
  cases: OpenCases;
  additions: Additions;
  drafting: Drafting;
}

const noReader = (): Reader => {
  throw new ProvisoError('PROVISO_FAILED', 'This server has no reader.', 'Start it with: proviso start.');
};

/** Parts for looking only: nothing can be added. */
const partsOf = (store: Store): AppParts => ({
  cases: new OpenCases(store),
  additions: new Additions(store, noReader),
  drafting: new Drafting(store, noReader),
});

/** The HTTP API and the workbench over one store; `hosts` are the names it answers for. */
export const createApp = (
  store: Store,
  hosts: ReadonlySet<string>,
  { cases, additions, drafting }: AppParts = partsOf(store),
): Hono => {
  const app = new Hono();
  const guard = createGuard(hosts);
  app.onError((thrown, context) => problemResponse(context, thrown));
  app.use(securityHeaders, guard.middleware);
  limitBodies(app);

  app.get('/api/session', (context) =>
    context.json({
      csrfToken: guard.csrfToken,
      version,
      notices: [...store.notices],
    } satisfies SessionView),
  );

  app.get('/api/cases', async (context) =>
    context.json({ cases: await store.cases() } satisfies CaseListView),
  );

  const assessed = async (context: Context) => {
    const clocks = clocksOf(context.req.query());
    const open = await cases.open(context.req.param('case') ?? '');
    requireWithin(lifeOf(open.file), clocks);
    return { open, assessment: cases.assessment(open, clocks) };
  };

  app.get('/api/cases/:case', async (context) => {
    const { open, assessment } = await assessed(context);
    return context.json(boardView(open, assessment));
  });

  app.get('/api/cases/:case/commitments/:commitment', async (context) => {
    const { open, assessment } = await assessed(context);
    return context.json(commitmentView(open, assessment, context.req.param('commitment')));
  });

  app.get('/api/cases/:case/commitments/:commitment/sensitivity', async (context) => {
    const { open, assessment } = await assessed(context);
    const { asOf, knownAt } = assessment;
    const id = context.req.param('commitment');
    const sensitivity = async () => sensitivityIn(open, { asOf, knownAt }, id);
    return context.json(await answerOf(open, `sensitivity ${id} ${asOf} ${knownAt}`, sensitivity));
  });

  app.get('/api/cases/:case/commitments/:commitment/evidence', async (context) => {
    const { origin: id, bearing, role, ...page } = checked(Told, context.req.query());
    const { open, assessment } = await assessed(context);
    const { finding } = findingOf(open, assessment, context.req.param('commitment'));
    const asked = id && bearing ? { id, bearing } : (role ?? 'left out');
    return context.json(evidencePage(open, finding, asked, page));
  });

  app.get('/api/cases/:case/documents', async (context) => {
    const { offset, limit, ...filter } = checked(DocumentFilter, context.req.query());
    const { file } = await store.caseById(context.req.param('case'));
    const page = await store.documentPage(file.id, filter, { offset, limit });
    const takenDown = (await store.tombstones()).filter(({ cases }) => cases.includes(file.id));
    return context.json({ ...page, takenDown } satisfies DocumentListView);
  });

  app.get('/api/cases/:case/documents/:document', async (context) => {
    const { open, assessment } = await assessed(context);
    return context.json(await documentView(store, open, assessment, context.req.param('document')));
  });

  app.get('/api/cases/:case/search', async (context) => {
    const { q, offset, limit, ...filter } = checked(Search, context.req.query());
    const { file } = await store.caseById(context.req.param('case'));
    const { total, hits } = await store.search(file.id, q, { offset, limit }, filter);
    return context.json({ query: q, total, results: hits } satisfies SearchView);
  });

  app.put('/api/cases/:case/evidence/:evidence/verdict', async (context) => {
    const decision = checked(VerdictRequest, await context.req.json().catch(() => null));
    const open = await cases.open(context.req.param('case'));
    await judge(store, open, context.req.param('evidence'), {
      ...decision,
      by: 'local user',
    });
    return context.body(null, 204);
  });

  addExploreRoutes(app, store, cases, assessed);
  addFileRoutes(app, store, assessed);
  addCodingRoutes(app, store, assessed);
  addChangeRoutes(app, store, additions);
  addDraftRoutes(app, store, drafting);
  addClaimRoutes(app, store);
  serveDecisions(app, store);
  serveBackup(app, store);

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
