import { type Context, Hono } from 'hono';
import { z } from 'zod';
import {
  type CaseListView,
  type DocumentListView,
  ProvisoError,
  type SearchView,
  type SessionView,
  VerdictRequest,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { assessCase, judge, openCase, today, version } from '../work/index.ts';
import { checked } from './checked.ts';
import { addClaimRoutes } from './claims.ts';
import { serveDecisions } from './decisions.ts';
import { createGuard } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { problemResponse } from './problems.ts';
import { boardView, commitmentView, documentView } from './views.ts';
import { serveWorkbench } from './workbench.ts';

const Clocks = z.object({ asOf: z.iso.date().optional(), knownAt: z.iso.date().optional() });

/** The clocks of a request; each stands at today unless asked otherwise. */
const clocksOf = (query: Record<string, string>): { asOf: string; knownAt: string } => {
  const { asOf = today(), knownAt = today() } = checked(Clocks, query);
  return { asOf, knownAt };
};

/** The HTTP API and the workbench over one store; `hosts` are the names it answers for. */
export const createApp = (store: Store, hosts: ReadonlySet<string>): Hono => {
  const app = new Hono();
  const guard = createGuard(hosts);
  app.onError((thrown, context) => problemResponse(context, thrown));
  app.use(securityHeaders, guard.middleware);

  app.get('/api/session', (context) =>
    context.json({ csrfToken: guard.csrfToken, version } satisfies SessionView),
  );

  app.get('/api/cases', async (context) =>
    context.json({ cases: await store.cases() } satisfies CaseListView),
  );

  const assessed = async (context: Context) => {
    const clocks = clocksOf(context.req.query());
    const open = await openCase(store, context.req.param('case') ?? '');
    return { open, assessment: assessCase(open, clocks) };
  };

  app.get('/api/cases/:case', async (context) => {
    const { open, assessment } = await assessed(context);
    return context.json(boardView(open, assessment));
  });

  app.get('/api/cases/:case/commitments/:commitment', async (context) => {
    const { open, assessment } = await assessed(context);
    return context.json(commitmentView(open, assessment, context.req.param('commitment')));
  });

  app.get('/api/cases/:case/documents', async (context) => {
    const { file } = await store.caseById(context.req.param('case'));
    const documents = await store.documents(file.id);
    const takenDown = (await store.tombstones()).filter(({ cases }) => cases.includes(file.id));
    return context.json({ documents, takenDown } satisfies DocumentListView);
  });

  app.get('/api/cases/:case/documents/:document', async (context) => {
    const { open, assessment } = await assessed(context);
    return context.json(await documentView(store, open, assessment, context.req.param('document')));
  });

  app.get('/api/cases/:case/search', async (context) => {
    const { q } = checked(z.object({ q: z.string().trim().min(1).max(400) }), context.req.query());
    const { file } = await store.caseById(context.req.param('case'));
    const results = await store.search(file.id, q);
    return context.json({ query: q, results } satisfies SearchView);
  });

  app.put('/api/cases/:case/evidence/:evidence/verdict', async (context) => {
    const decision = checked(VerdictRequest, await context.req.json().catch(() => null));
    await judge(store, context.req.param('case'), context.req.param('evidence'), {
      ...decision,
      by: 'local user',
    });
    return context.body(null, 204);
  });

  addClaimRoutes(app, store);
  serveDecisions(app, store);

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
