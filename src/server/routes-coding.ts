import type { Hono } from 'hono';
import { z } from 'zod';
import { ComparisonView } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { compareCoders, compareSheet } from '../work/index.ts';
import { limitBody } from './bodies.ts';
import { Clocks } from './clocks.ts';
import { operation } from './operation.ts';
import type { Assessed } from './routes-explore.ts';

/** The largest coding sheet, in bytes. */
const limit = 10 * 1024 * 1024;

const limited = limitBody(
  limit,
  (megabytes) => `This is more than ${megabytes} MB.`,
  'Give the sheet with the codes alone.',
);

const SheetGiven = z.object({ file: z.file() });
const Coders = Clocks.extend({ first: z.string().min(1).optional(), second: z.string().min(1) });

/** Routes that hold one coding beside another; nothing is kept by them. */
export const addCodingRoutes = (app: Hono, store: Store, assessed: Assessed): void => {
  const ofCoders = operation({
    summary: 'Compare two people’s findings',
    query: Coders,
    answer: ComparisonView,
  });
  app.get('/api/cases/:case/comparison', ofCoders, async (context) => {
    const { first = null, second, ...asked } = context.req.valid('query');
    const { open, assessment } = await assessed(context.req.param('case'), asked);
    const view = await compareCoders(store, open, assessment, { first, second });
    return context.json(view satisfies ComparisonView);
  });

  app.use('/api/cases/:case/comparison', limited);
  const toSheet = operation({
    summary: 'Compare a coding sheet with the board',
    query: Clocks,
    form: SheetGiven,
    answer: ComparisonView,
  });
  app.post('/api/cases/:case/comparison', toSheet, async (context) => {
    const { file } = context.req.valid('form');
    const { open, assessment } = await assessed(context.req.param('case'), context.req.valid('query'));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const view = await compareSheet(store, open, assessment, { name: file.name, bytes });
    return context.json(view satisfies ComparisonView);
  });
};
