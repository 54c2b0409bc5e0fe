import type { Hono } from 'hono';
import { JobsView, RetryRequest } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { jobsView, takeUpJobs } from '../work/index.ts';
import type { Additions } from './additions.ts';
import { operation } from './operation.ts';

/** What is to be read and matched, whichever process does it, and what was set aside. */
export const serveJobs = (app: Hono, store: Store, additions: Additions): void => {
  app.get('/api/jobs', operation({ summary: 'List what is to be done', answer: JobsView }), async (context) =>
    context.json((await jobsView(store)) satisfies JobsView),
  );

  const toRetry = operation({ summary: 'Try again what was set aside', body: RetryRequest, status: 202 });
  app.post('/api/jobs/retry', toRetry, async (context) => {
    // It is done in the background, as an addition of nothing.
    for (const caseId of await takeUpJobs(store, context.req.valid('json').ids))
      await additions.add(caseId, { files: [], urls: [] });
    return context.body(null, 202);
  });
};
