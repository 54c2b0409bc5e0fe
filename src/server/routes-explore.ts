import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { type Assessment, Bearing, EntityType } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import type { OpenCase, OpenCases } from '../work/index.ts';
import { checked } from './checked.ts';
import { claimPage } from './claim-lines.ts';
import { eventsView } from './events.ts';
import { entityList, entityView, statementsOfEntity } from './names.ts';
import { networkView, statementsBetween } from './network.ts';
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

/** Routes that only look: the queue, sources, names, events and the network of a case. */
export const addExploreRoutes = (app: Hono, store: Store, cases: OpenCases, assessed: Assessed): void => {
  const whole = async (context: Context) => cases.whole(await cases.open(context.req.param('case') ?? ''));

  app.get('/api/cases/:case/queue', async (context) => {
    const asked = checked(Queue, context.req.query());
    const { open, assessment } = await assessed(context);
    return context.json(queueView(open, assessment, asked));
  });

  app.get('/api/cases/:case/sources', async (context) => {
    const { open, assessment } = await assessed(context);
    return context.json(sourcesView(open, assessment));
  });

  app.get('/api/cases/:case/entities', async (context) => {
    const { offset, limit, ...asked } = checked(Entities, context.req.query());
    return context.json(entityList(await whole(context), asked, { offset, limit }));
  });

  app.get('/api/cases/:case/entities/:entity', async (context) => {
    return context.json(entityView(await whole(context), context.req.param('entity')));
  });

  app.get('/api/cases/:case/entities/:entity/claims', async (context) => {
    const { part, ...page } = checked(Part, context.req.query());
    const statements = statementsOfEntity(await whole(context), context.req.param('entity'), part);
    return context.json(await claimPage(store, statements, page));
  });

  app.get('/api/cases/:case/events', async (context) => {
    const asked = checked(Events, context.req.query());
    const { open, assessment } = await assessed(context);
    return context.json(eventsView(open, assessment, asked));
  });

  app.get('/api/cases/:case/network', async (context) => {
    return context.json(networkView(await whole(context)));
  });

  app.get('/api/cases/:case/network/claims', async (context) => {
    const { from, to, ...page } = checked(Edge, context.req.query());
    return context.json(await claimPage(store, statementsBetween(await whole(context), from, to), page));
  });
};
