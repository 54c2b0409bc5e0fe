import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { type ComparisonView, ProvisoError } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { compareCoders, compareSheet } from '../work/index.ts';
import { checked } from './checked.ts';
import type { Assessed } from './routes-explore.ts';

/** The largest coding sheet, in bytes. */
const limit = 10 * 1024 * 1024;

const limited = bodyLimit({
  maxSize: limit,
  onError: () => {
    throw new ProvisoError(
      'PROVISO_INPUT_TOO_LARGE',
      `This is more than ${limit / 1024 / 1024} MB.`,
      'Give the sheet with the codes alone.',
    );
  },
});

const SheetGiven = z.object({ file: z.file() });
const Coders = z.object({ first: z.string().min(1).optional(), second: z.string().min(1) });

/** Routes that hold one coding beside another; nothing is kept by them. */
export const addCodingRoutes = (app: Hono, store: Store, assessed: Assessed): void => {
  app.get('/api/cases/:case/comparison', async (context) => {
    const { first = null, second } = checked(Coders, context.req.query());
    const { open, assessment } = await assessed(context);
    const view = await compareCoders(store, open, assessment, { first, second });
    return context.json(view satisfies ComparisonView);
  });

  app.use('/api/cases/:case/comparison', limited);
  app.post('/api/cases/:case/comparison', async (context) => {
    const { file } = checked(SheetGiven, await context.req.parseBody().catch(() => ({})));
    const { open, assessment } = await assessed(context);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const view = await compareSheet(store, open, assessment, { name: file.name, bytes });
    return context.json(view satisfies ComparisonView);
  });
};
