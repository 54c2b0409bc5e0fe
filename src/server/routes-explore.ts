import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { type Assessment, Bearing, EntityType, type LearntView, type NameListView } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { candidatesOfName, learntView, type OpenCase, type OpenCases } from '../work/index.ts';
import { answerOf } from './answers.ts';
import { checked } from './checked.ts';
import { claimPage } from './claim-lines.ts';
import { eventsView } from './events.ts';
import { entityList, entityView } from './names.ts';
import { networkView } from './network.ts';
import { Paging } from './paging.ts';
import { queueView } from './queue.ts';
import { sourcesView } from './sources.ts';

/** The case that a request names, weighed on its clocks. */
export type Assessed = (context: Context) => Promise<{ open: OpenCase; assessment: Assessment }>;

const day = z.iso.date().optional();
const Events = z.object({
  commitment: z.string().optional(),
  bearing: Bearing.optional(),
  from: day,
  to: day,
  placed: z.stringbool().optional(),
});
const Entities = Paging.extend({ q: z.string().max(400).optional(), type: EntityType.optional() });
const Part = Paging.extend({ part: z.enum(['acts', 'undergoes', 'speaks']) });
const Edge = Paging.extend({ from: z.string(), to: z.string() });
const Queue = z.object({
  limit: z.coerce.number().int().min(1).max(25).default(10),
  commitment: z.string().optional(),
});

/** More than these nobody looks through on the page of one name. */
const candidatesShown = 12;

/** Routes that only look: the queue, sources, names, events and the network of a case. */
export const addExploreRoutes = (app: Hono, store: Store, cases: OpenCases, assessed: Assessed): void => {
  /** Names and links are kept beside the matches: opening the case matches what is new. */
  const opened = (context: Context) => cases.open(context.req.param('case') ?? '');
  const fileOf = async (context: Context) => (await opened(context)).file;

  app.get('/api/cases/:case/queue', async (context) => {
    const asked = checked(Queue, context.req.query());
    const { open, assessment } = await assessed(context);
    return context.json(queueView(open, assessment, asked));
  });

  app.get('/api/cases/:case/learnt', async (context) =>
    context.json(learntView(await opened(context)) satisfies LearntView),
  );

  app.get('/api/cases/:case/sources', async (context) => {
    const { open, assessment } = await assessed(context);
    return context.json(sourcesView(open, assessment));
  });

  app.get('/api/cases/:case/entities', async (context) => {
    const { offset, limit, ...asked } = checked(Entities, context.req.query());
    const { file, statements } = await opened(context);
    const list = () => entityList(store, file, asked, { offset, limit });
    return context.json(await answerOf(statements, `names ${JSON.stringify([asked, offset, limit])}`, list));
  });

  app.get('/api/cases/:case/entities/:entity', async (context) => {
    return context.json(await entityView(store, await fileOf(context), context.req.param('entity')));
  });

  app.get('/api/cases/:case/entities/:entity/candidates', async (context) => {
    const { id } = await fileOf(context);
    const candidates = await candidatesOfName(store, id, context.req.param('entity'));
    return context.json({ candidates: candidates.slice(0, candidatesShown) } satisfies NameListView);
  });

  app.get('/api/cases/:case/entities/:entity/claims', async (context) => {
    const { part, ...page } = checked(Part, context.req.query());
    const { id } = await fileOf(context);
    const asked = { key: context.req.param('entity'), part };
    return context.json(await claimPage(store, id, asked, page));
  });

  app.get('/api/cases/:case/events', async (context) => {
    const asked = checked(Events, context.req.query());
    const { open, assessment } = await assessed(context);
    return context.json(eventsView(open, assessment, asked));
  });

  app.get('/api/cases/:case/network', async (context) => {
    const { file, statements } = await opened(context);
    return context.json(await answerOf(statements, 'network', () => networkView(store, file)));
  });

  app.get('/api/cases/:case/network/claims', async (context) => {
    const { from, to, ...page } = checked(Edge, context.req.query());
    const { id } = await fileOf(context);
    return context.json(await claimPage(store, id, { from, to }, page));
  });
};
