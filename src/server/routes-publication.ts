import type { Hono } from 'hono';
import { z } from 'zod';
import { ReviewView } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { makeEdition, reviewEdition, zipped } from '../work/index.ts';
import { Clocks } from './clocks.ts';
import { operation } from './operation.ts';
import { personOf } from './people.ts';
import type { Assessed } from './routes-explore.ts';
import { fileAnswer } from './routes-files.ts';

const AskedEdition = Clocks.extend({ correction: z.string().trim().max(4000).default('') });

/** Routes by which a case is looked through before it is public, and published. */
export const addPublicationRoutes = (app: Hono, store: Store, assessed: Assessed): void => {
  const ofReview = operation({
    summary: 'Review what would be public',
    query: Clocks,
    answer: ReviewView,
  });
  app.get('/api/cases/:case/publication', ofReview, async (context) => {
    const { open, assessment } = await assessed(context.req.param('case'), context.req.valid('query'));
    return context.json((await reviewEdition(store, open, assessment)) satisfies ReviewView);
  });

  const toEdition = operation({
    summary: 'Make the next edition',
    body: AskedEdition,
    answer: 'application/zip',
  });
  app.post('/api/cases/:case/editions', toEdition, async (context) => {
    const { correction, ...asked } = context.req.valid('json');
    const { open, assessment } = await assessed(context.req.param('case'), asked);
    const made = await makeEdition(store, open, assessment, {
      by: personOf(context),
      correction: correction || null,
    });
    const bytes = await zipped(made.files);
    await store.addDecision(made.decision);
    const name = `${open.file.id}-edition-${made.edition.number}.zip`;
    return fileAnswer(context, { bytes, mediaType: 'application/zip' }, name);
  });
};
