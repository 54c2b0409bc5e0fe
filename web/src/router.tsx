import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import type { Bearing, EntityType } from '../../src/model/index.ts';
import {
  boardQuery,
  type Clocks,
  caseListQuery,
  commitmentQuery,
  documentQuery,
  sessionQuery,
} from './api.ts';
import { boardAddress } from './board-address.ts';
import { dayOrNothing } from './dates.ts';
import { newsQuery, watchingQuery } from './day-api.ts';
import { agreementQuery, draftListQuery, draftQuery } from './draft-api.ts';
import {
  caseFileQuery,
  type DocumentFilter,
  documentListQuery,
  type EntityPart,
  type EventFilter,
  edgeClaimsQuery,
  entityClaimsQuery,
  entityListQuery,
  entityQuery,
  eventsQuery,
  networkQuery,
  pairsQuery,
  searchQuery,
  sourcesQuery,
} from './explore-api.ts';
import { type HistoryFilter, historyQuery } from './history-api.ts';
import { Board } from './pages/board.tsx';
import { Cases } from './pages/cases.tsx';
import { CommitmentPage } from './pages/commitment.tsx';
import { Documents } from './pages/documents.tsx';
import { Failure, NotFound } from './pages/failure.tsx';
import { Reader } from './pages/reader.tsx';
import { Layout, Loading } from './parts/layout.tsx';
import { choicesQuery, publicationQuery } from './publish-api.ts';

const textOrNothing = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

const oneOf = <T extends string>(value: unknown, choices: readonly T[]): T | undefined =>
  choices.find((choice) => choice === value);

/** A page of a list, counted from 1; absent for the first. */
const pageOrFirst = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[1-9]\d{0,6}$/.test(value) && value !== '1' ? value : undefined;

const pageNumber = (page: string | undefined): number => Number(page ?? '1');

const bearings: readonly Bearing[] = ['breach', 'performance'];
const entityTypes: readonly EntityType[] = [
  'person',
  'organisation',
  'armed-group',
  'state',
  'place',
  'nationality',
  'other',
];
const entityParts: readonly EntityPart[] = ['acts', 'undergoes', 'speaks'];

type Address = Record<string, unknown>;

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Layout });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: ({ all }: Address): { all?: string | undefined } => ({ all: textOrNothing(all) }),
  loader: ({ context }) =>
    Promise.all([
      context.queries.ensureQueryData(caseListQuery),
      context.queries.ensureQueryData(draftListQuery),
      context.queries.ensureQueryData(sessionQuery),
    ]),
  component: Cases,
});

const newCase = createRoute({
  getParentRoute: () => root,
  path: '/new-case',
  component: lazyRouteComponent(() => import('./pages/new-case.tsx'), 'NewCase'),
});

const newCaseForm = createRoute({
  getParentRoute: () => root,
  path: '/new-case/form',
  component: lazyRouteComponent(() => import('./pages/case-form.tsx'), 'NewCaseForm'),
});

const draft = createRoute({
  getParentRoute: () => root,
  path: '/drafts/$draft',
  loader: ({ context, params }) => context.queries.ensureQueryData(draftQuery(params.draft)),
  component: lazyRouteComponent(() => import('./pages/draft.tsx'), 'Draft'),
});

const origins = createRoute({
  getParentRoute: () => root,
  path: '/origins',
  component: lazyRouteComponent(() => import('./pages/origins.tsx'), 'Origins'),
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$case',
  validateSearch: ({ asOf, knownAt }: Address): Clocks => ({
    asOf: dayOrNothing(asOf),
    knownAt: dayOrNothing(knownAt),
  }),
  search: { middlewares: [retainSearchParams(['asOf', 'knownAt'])] },
});

const board = createRoute({
  getParentRoute: () => oneCase,
  path: '/',
  validateSearch: boardAddress,
  loaderDeps: ({ search: { asOf, knownAt } }) => ({ asOf, knownAt }),
  loader: ({ context, params, deps }) => context.queries.ensureQueryData(boardQuery(params.case, deps)),
  component: Board,
});

const commitment = createRoute({
  getParentRoute: () => oneCase,
  path: '/commitments/$commitment',
  loaderDeps: ({ search: { asOf, knownAt } }) => ({ asOf, knownAt }),
  loader: ({ context, params, deps }) =>
    context.queries.ensureQueryData(commitmentQuery(params.case, params.commitment, deps)),
  component: CommitmentPage,
});

/** What the list of documents is asked for. */
interface DocumentsAddress extends DocumentFilter {
  q?: string | undefined;
  page?: string | undefined;
}

const documents = createRoute({
  getParentRoute: () => oneCase,
  path: '/documents',
  validateSearch: ({ q, page, publisher, from, to, tag, commented }: Address): DocumentsAddress => ({
    q: textOrNothing(q),
    page: pageOrFirst(page),
    publisher: textOrNothing(publisher),
    from: dayOrNothing(from),
    to: dayOrNothing(to),
    tag: textOrNothing(tag),
    commented: oneOf(commented, ['true']),
  }),
  loaderDeps: ({ search: { q, page, publisher, from, to, tag, commented } }) => ({
    q,
    page,
    filter: { publisher, from, to, tag, commented },
  }),
  loader: async ({ context, params, deps: { q, page, filter } }) => {
    if (q) await context.queries.ensureQueryData(searchQuery(params.case, q, filter, pageNumber(page)));
    else await context.queries.ensureQueryData(documentListQuery(params.case, filter, pageNumber(page)));
  },
  component: Documents,
});

const reader = createRoute({
  getParentRoute: () => oneCase,
  path: '/documents/$document',
  validateSearch: ({ at }: Address): { at?: string | undefined } => ({ at: textOrNothing(at) }),
  loaderDeps: ({ search: { asOf, knownAt } }) => ({ asOf, knownAt }),
  loader: ({ context, params, deps }) =>
    context.queries.ensureQueryData(documentQuery(params.case, params.document, deps)),
  component: Reader,
});

const review = createRoute({
  getParentRoute: () => oneCase,
  path: '/review',
  validateSearch: ({ commitment }: Address): { commitment?: string | undefined } => ({
    commitment: textOrNothing(commitment),
  }),
  component: lazyRouteComponent(() => import('./pages/review.tsx'), 'Review'),
});

const eventsAddress = ({ commitment, bearing, from, to, place }: Address): EventsAddress => ({
  commitment: textOrNothing(commitment),
  bearing: oneOf(bearing, bearings),
  from: dayOrNothing(from),
  to: dayOrNothing(to),
  place: textOrNothing(place),
});

/** What the timeline and the map are asked for; `place` is the gazetteer id of the one that is open. */
interface EventsAddress extends Omit<EventFilter, 'placed'> {
  place?: string | undefined;
}

const timeline = createRoute({
  getParentRoute: () => oneCase,
  path: '/timeline',
  validateSearch: eventsAddress,
  loaderDeps: ({ search: { asOf, knownAt, place: _, ...filter } }) => ({ asOf, knownAt, filter }),
  loader: ({ context, params, deps: { filter, ...clocks } }) =>
    context.queries.ensureQueryData(eventsQuery(params.case, clocks, filter)),
  component: lazyRouteComponent(() => import('./pages/timeline.tsx'), 'Timeline'),
});

const map = createRoute({
  getParentRoute: () => oneCase,
  path: '/map',
  validateSearch: eventsAddress,
  loaderDeps: ({ search: { asOf, knownAt, place: _, ...filter } }) => ({ asOf, knownAt, filter }),
  loader: ({ context, params, deps: { filter, ...clocks } }) =>
    context.queries.ensureQueryData(eventsQuery(params.case, clocks, { ...filter, placed: true })),
  component: lazyRouteComponent(() => import('./pages/map.tsx'), 'MapPage'),
});

const network = createRoute({
  getParentRoute: () => oneCase,
  path: '/network',
  validateSearch: ({ from, to, page }: Address): EdgeAddress => ({
    from: textOrNothing(from),
    to: textOrNothing(to),
    page: pageOrFirst(page),
  }),
  loaderDeps: ({ search: { from, to, page } }) => ({ from, to, page }),
  loader: async ({ context, params, deps: { from, to, page } }) => {
    await context.queries.ensureQueryData(networkQuery(params.case));
    if (from && to)
      await context.queries.ensureQueryData(edgeClaimsQuery(params.case, from, to, pageNumber(page)));
  },
  component: lazyRouteComponent(() => import('./pages/network.tsx'), 'Network'),
});

/** The link of the network that is open. */
interface EdgeAddress {
  from?: string | undefined;
  to?: string | undefined;
  page?: string | undefined;
}

const names = createRoute({
  getParentRoute: () => oneCase,
  path: '/names',
  validateSearch: ({ q, type, page }: Address): NamesAddress => ({
    q: textOrNothing(q),
    type: oneOf(type, entityTypes),
    page: pageOrFirst(page),
  }),
  loaderDeps: ({ search: { q, type, page } }) => ({ q, type, page }),
  loader: ({ context, params, deps: { page, ...asked } }) =>
    context.queries.ensureQueryData(entityListQuery(params.case, asked, pageNumber(page))),
  component: lazyRouteComponent(() => import('./pages/names.tsx'), 'Names'),
});

/** Which names are listed. */
interface NamesAddress {
  q?: string | undefined;
  type?: EntityType | undefined;
  page?: string | undefined;
}

const name = createRoute({
  getParentRoute: () => oneCase,
  path: '/names/$name',
  validateSearch: ({
    part,
    page,
  }: Address): { part?: EntityPart | undefined; page?: string | undefined } => ({
    part: oneOf(part, entityParts),
    page: pageOrFirst(page),
  }),
  loaderDeps: ({ search: { part = 'acts', page } }) => ({ part, page }),
  loader: ({ context, params, deps: { part, page } }) =>
    Promise.all([
      context.queries.ensureQueryData(entityQuery(params.case, params.name)),
      context.queries.ensureQueryData(entityClaimsQuery(params.case, params.name, part, pageNumber(page))),
    ]),
  component: lazyRouteComponent(() => import('./pages/name.tsx'), 'Name'),
});

const sources = createRoute({
  getParentRoute: () => oneCase,
  path: '/sources',
  loaderDeps: ({ search: { asOf, knownAt } }) => ({ asOf, knownAt }),
  loader: ({ context, params, deps }) => context.queries.ensureQueryData(sourcesQuery(params.case, deps)),
  component: lazyRouteComponent(() => import('./pages/sources.tsx'), 'Sources'),
});

const watching = createRoute({
  getParentRoute: () => oneCase,
  path: '/watching',
  loader: ({ context, params }) => context.queries.ensureQueryData(watchingQuery(params.case)),
  component: lazyRouteComponent(() => import('./pages/watching.tsx'), 'Watching'),
});

const news = createRoute({
  getParentRoute: () => oneCase,
  path: '/news',
  loader: ({ context, params }) => context.queries.ensureQueryData(newsQuery(params.case)),
  component: lazyRouteComponent(() => import('./pages/news.tsx'), 'News'),
});

const history = createRoute({
  getParentRoute: () => oneCase,
  path: '/history',
  validateSearch: ({
    kind,
    by,
    q,
    standing,
    page,
  }: Address): HistoryFilter & { page?: string | undefined } => ({
    kind: oneOf(kind, ['verdict', 'decision', 'claim', 'withdrawal', 'correction']),
    by: textOrNothing(by),
    q: textOrNothing(q),
    standing: oneOf(standing, ['true']),
    page: pageOrFirst(page),
  }),
  loaderDeps: ({ search: { kind, by, q, standing, page } }) => ({ filter: { kind, by, q, standing }, page }),
  loader: ({ context, params, deps: { filter, page } }) =>
    Promise.all([
      context.queries.ensureQueryData(historyQuery(params.case, filter, pageNumber(page))),
      context.queries.ensureQueryData(boardQuery(params.case, {})),
    ]),
  component: lazyRouteComponent(() => import('./pages/history.tsx'), 'History'),
});

const pairs = createRoute({
  getParentRoute: () => oneCase,
  path: '/pairs',
  loader: ({ context, params }) => context.queries.ensureQueryData(pairsQuery(params.case)),
  component: lazyRouteComponent(() => import('./pages/pairs.tsx'), 'Pairs'),
});

const caseFile = createRoute({
  getParentRoute: () => oneCase,
  path: '/file',
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.ensureQueryData(caseFileQuery(params.case)),
      context.queries.ensureQueryData(caseListQuery),
    ]),
  component: lazyRouteComponent(() => import('./pages/case-file.tsx'), 'CaseFilePage'),
});

const report = createRoute({
  getParentRoute: () => oneCase,
  path: '/report',
  loaderDeps: ({ search: { asOf, knownAt } }) => ({ asOf, knownAt }),
  loader: ({ context, params, deps }) => context.queries.ensureQueryData(boardQuery(params.case, deps)),
  component: lazyRouteComponent(() => import('./pages/report.tsx'), 'ReportPage'),
});

const publish = createRoute({
  getParentRoute: () => oneCase,
  path: '/publish',
  loaderDeps: ({ search: { asOf, knownAt } }) => ({ asOf, knownAt }),
  loader: ({ context, params, deps }) =>
    Promise.all([
      context.queries.ensureQueryData(boardQuery(params.case, deps)),
      context.queries.ensureQueryData(publicationQuery(params.case, deps)),
      context.queries.ensureQueryData(choicesQuery(params.case)),
    ]),
  component: lazyRouteComponent(() => import('./pages/publish.tsx'), 'PublishPage'),
});

const secondCoder = createRoute({
  getParentRoute: () => oneCase,
  path: '/second-coder',
  component: lazyRouteComponent(() => import('./pages/second-coder.tsx'), 'SecondCoder'),
});

const add = createRoute({
  getParentRoute: () => oneCase,
  path: '/add',
  validateSearch: ({ job, made }: Address): { job?: string | undefined; made?: string | undefined } => ({
    job: textOrNothing(job),
    made: textOrNothing(made),
  }),
  component: lazyRouteComponent(() => import('./pages/add.tsx'), 'Add'),
});

const edit = createRoute({
  getParentRoute: () => oneCase,
  path: '/edit',
  loader: ({ context, params }) => context.queries.ensureQueryData(caseFileQuery(params.case)),
  component: lazyRouteComponent(() => import('./pages/case-form.tsx'), 'EditCase'),
});

const agreement = createRoute({
  getParentRoute: () => oneCase,
  path: '/agreement',
  validateSearch: ({ commitment }: Address): { commitment?: string | undefined } => ({
    commitment: textOrNothing(commitment),
  }),
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.ensureQueryData(agreementQuery(params.case)),
      context.queries.ensureQueryData(caseFileQuery(params.case)),
    ]),
  component: lazyRouteComponent(() => import('./pages/agreement.tsx'), 'AgreementPage'),
});

const routeTree = root.addChildren([
  home,
  newCase,
  newCaseForm,
  draft,
  origins,
  oneCase.addChildren([
    board,
    commitment,
    documents,
    reader,
    review,
    timeline,
    map,
    network,
    names,
    name,
    sources,
    pairs,
    watching,
    news,
    history,
    caseFile,
    report,
    publish,
    secondCoder,
    add,
    edit,
    agreement,
  ]),
]);

/** The address carries plain text: no value is read as anything but a string. */
const stringifySearch = (search: Record<string, unknown>): string => {
  const given = Object.entries(search).flatMap(([key, value]) =>
    typeof value === 'string' && value ? [[key, value]] : [],
  );
  return given.length ? `?${new URLSearchParams(given)}` : '';
};

export const createWorkbenchRouter = (queries: QueryClient) =>
  createRouter({
    routeTree,
    context: { queries },
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch,
    defaultErrorComponent: Failure,
    defaultNotFoundComponent: NotFound,
    defaultPendingComponent: Loading,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createWorkbenchRouter>;
  }
}
