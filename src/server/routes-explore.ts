import type { Hono } from 'hono';
import { z } from 'zod';
import {
  type Assessment,
  Bearing,
  ClaimPage,
  EntityListView,
  EntityType,
  EntityView,
  EventsView,
  LearntView,
  NameListView,
  NetworkView,
  QueueView,
  SourcesView,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { answerOf, candidatesOfName, learntView, type OpenCase, type OpenCases } from '../work/index.ts';
import { claimPage } from './claim-lines.ts';
import { Clocks } from './clocks.ts';
import { eventsView } from './events.ts';
import { entityList, entityView } from './names.ts';
import { networkView } from './network.ts';
import { operation } from './operation.ts';
import { Paging } from './paging.ts';
import { queueView } from './queue.ts';
import { sourcesView } from './sources.ts';

/** A case weighed on the clocks that a request asks for. */
export type Assessed = (
  caseId: string,
  asked: Clocks,
) => Promise<{ open: OpenCase; clocks: { asOf: string; knownAt: string }; assessment: Assessment }>;

const day = z.iso.date().optional();
const Events = Clocks.extend({
  commitment: z.string().optional(),
  bearing: Bearing.optional(),
  from: day,
  to: day,
  placed: z.stringbool().optional(),
});
const Entities = Paging.extend({ q: z.string().max(400).optional(), type: EntityType.optional() });
const Part = Paging.extend({ part: z.enum(['acts', 'undergoes', 'speaks']) });
const Edge = Paging.extend({ from: z.string(), to: z.string() });
const Queue = Clocks.extend({
  limit: z.coerce.number().int().min(1).max(25).default(10),
  commitment: z.string().optional(),
});

/** More than these nobody looks through on the page of one name. */
const candidatesShown = 12;

/** Routes that only look: the queue, sources, names, events and the network of a case. */
export const addExploreRoutes = (app: Hono, store: Store, cases: OpenCases, assessed: Assessed): void => {
  /** Names and links are kept beside the matches: opening the case matches what is new. */
  const fileOf = async (caseId: string) => (await cases.open(caseId)).file;

  const ofQueue = operation({ summary: 'Suggest what to judge next', query: Queue, answer: QueueView });
  app.get('/api/cases/:case/queue', ofQueue, async (context) => {
    const asked = context.req.valid('query');
    const { open, clocks } = await assessed(context.req.param('case'), asked);
    const suggested = await cases.suggestions(open, clocks, asked);
    return context.json(queueView(open, suggested, asked.commitment));
  });

  const ofLearnt = operation({ summary: 'Say what decisions taught the case', answer: LearntView });
  app.get('/api/cases/:case/learnt', ofLearnt, async (context) =>
    context.json(learntView(await cases.open(context.req.param('case'))) satisfies LearntView),
  );

  const ofSources = operation({
    summary: 'List the origins and publishers',
    query: Clocks,
    answer: SourcesView,
  });
  app.get('/api/cases/:case/sources', ofSources, async (context) => {
    const { open, assessment } = await assessed(context.req.param('case'), context.req.valid('query'));
    return context.json(sourcesView(open, assessment));
  });

  const ofEntities = operation({ summary: 'List the names', query: Entities, answer: EntityListView });
  app.get('/api/cases/:case/entities', ofEntities, async (context) => {
    const { offset, limit, ...asked } = context.req.valid('query');
    const { file, statements } = await cases.open(context.req.param('case'));
    const list = () => entityList(store, file, asked, { offset, limit });
    return context.json(await answerOf(statements, `names ${JSON.stringify([asked, offset, limit])}`, list));
  });

  const ofEntity = operation({ summary: 'Show a name', answer: EntityView });
  app.get('/api/cases/:case/entities/:entity', ofEntity, async (context) => {
    const { case: caseId, entity } = context.req.param();
    return context.json(await entityView(store, await fileOf(caseId), entity));
  });

  const ofCandidates = operation({ summary: 'List what a name may be one with', answer: NameListView });
  app.get('/api/cases/:case/entities/:entity/candidates', ofCandidates, async (context) => {
    const { id } = await fileOf(context.req.param('case'));
    const candidates = await candidatesOfName(store, id, context.req.param('entity'));
    return context.json({ candidates: candidates.slice(0, candidatesShown) } satisfies NameListView);
  });

  const ofNameClaims = operation({ summary: 'List the claims of a name', query: Part, answer: ClaimPage });
  app.get('/api/cases/:case/entities/:entity/claims', ofNameClaims, async (context) => {
    const { part, ...page } = context.req.valid('query');
    const { id } = await fileOf(context.req.param('case'));
    const asked = { key: context.req.param('entity'), part };
    return context.json(await claimPage(store, id, asked, page));
  });

  const ofEvents = operation({ summary: 'List the events', query: Events, answer: EventsView });
  app.get('/api/cases/:case/events', ofEvents, async (context) => {
    const asked = context.req.valid('query');
    const { open, assessment } = await assessed(context.req.param('case'), asked);
    return context.json(eventsView(open, assessment, asked));
  });

  const ofNetwork = operation({ summary: 'Show who did what to whom', answer: NetworkView });
  app.get('/api/cases/:case/network', ofNetwork, async (context) => {
    const { file, statements } = await cases.open(context.req.param('case'));
    return context.json(await answerOf(statements, 'network', () => networkView(store, file)));
  });

  const ofLink = operation({ summary: 'List the claims behind a link', query: Edge, answer: ClaimPage });
  app.get('/api/cases/:case/network/claims', ofLink, async (context) => {
    const { from, to, ...page } = context.req.valid('query');
    const { id } = await fileOf(context.req.param('case'));
    return context.json(await claimPage(store, id, { from, to }, page));
  });
};
