import type { Hono } from 'hono';
import { UnwatchRequest, VisitRequest, WatchingChange } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import type { OpenCases } from '../work/index.ts';
import { checked } from './checked.ts';
import type { Watching } from './watching.ts';

/** Routes of the feeds and pages that a case asks again and again. */
export const addWatchingRoutes = (app: Hono, store: Store, cases: OpenCases, watching: Watching): void => {
  const path = '/api/cases/:case/watching';

  app.get(path, async (context) => context.json(await watching.view(cases, context.req.param('case'))));

  app.put(path, async (context) => {
    const { url, paused } = checked(WatchingChange, await context.req.json().catch(() => null));
    await store.pause(context.req.param('case'), url, paused);
    return context.body(null, 204);
  });

  app.delete(path, async (context) => {
    const { url } = checked(UnwatchRequest, await context.req.json().catch(() => null));
    await store.unwatch(context.req.param('case'), url);
    return context.body(null, 204);
  });

  app.post(`${path}/visit`, async (context) => {
    const { url } = checked(VisitRequest, await context.req.json().catch(() => ({})));
    await watching.visit(context.req.param('case'), url);
    return context.body(null, 202);
  });
};
