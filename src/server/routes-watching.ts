import type { Hono } from 'hono';
import { UnwatchRequest, VisitRequest, WatchingChange, WatchingView } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import type { OpenCases } from '../work/index.ts';
import { operation } from './operation.ts';
import type { Watching } from './watching.ts';

/** Routes of the feeds and pages that a case asks again and again. */
export const addWatchingRoutes = (app: Hono, store: Store, cases: OpenCases, watching: Watching): void => {
  const path = '/api/cases/:case/watching';

  const ofWatching = operation({ summary: 'List what is watched', answer: WatchingView });
  app.get(path, ofWatching, async (context) =>
    context.json(await watching.view(cases, context.req.param('case'))),
  );

  const toPause = operation({ summary: 'Pause or go on with an address', body: WatchingChange });
  app.put(path, toPause, async (context) => {
    const { url, paused } = context.req.valid('json');
    await store.pause(context.req.param('case'), url, paused);
    return context.body(null, 204);
  });

  const toUnwatch = operation({ summary: 'Watch an address no longer', body: UnwatchRequest });
  app.delete(path, toUnwatch, async (context) => {
    const { url } = context.req.valid('json');
    await store.unwatch(context.req.param('case'), url);
    return context.body(null, 204);
  });

  const toVisit = operation({
    summary: 'Visit what is watched now',
    body: VisitRequest.prefault({}),
    status: 202,
  });
  app.post(`${path}/visit`, toVisit, async (context) => {
    const { url } = context.req.valid('json');
    await watching.visit(context.req.param('case'), url);
    return context.body(null, 202);
  });
};
