import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  retainSearchParams,
} from '@tanstack/react-router';
import {
  boardQuery,
  type Clocks,
  caseListQuery,
  commitmentQuery,
  documentListQuery,
  documentQuery,
  searchQuery,
} from './api.ts';
import { dayOrNothing } from './dates.ts';
import { Board } from './pages/board.tsx';
import { Cases } from './pages/cases.tsx';
import { CommitmentPage } from './pages/commitment.tsx';
import { Documents } from './pages/documents.tsx';
import { Failure, NotFound } from './pages/failure.tsx';
import { Reader } from './pages/reader.tsx';
import { Layout, Loading } from './parts/layout.tsx';

const textOrNothing = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Layout });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context }) => context.queries.ensureQueryData(caseListQuery),
  component: Cases,
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$case',
  validateSearch: ({ asOf, knownAt }: Record<string, unknown>): Clocks => ({
    asOf: dayOrNothing(asOf),
    knownAt: dayOrNothing(knownAt),
  }),
  search: { middlewares: [retainSearchParams(['asOf', 'knownAt'])] },
});

const board = createRoute({
  getParentRoute: () => oneCase,
  path: '/',
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

const documents = createRoute({
  getParentRoute: () => oneCase,
  path: '/documents',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string | undefined } => ({ q: textOrNothing(q) }),
  loaderDeps: ({ search: { q } }) => ({ q }),
  loader: async ({ context, params, deps: { q } }) => {
    if (q) await context.queries.ensureQueryData(searchQuery(params.case, q));
    else await context.queries.ensureQueryData(documentListQuery(params.case));
  },
  component: Documents,
});

const reader = createRoute({
  getParentRoute: () => oneCase,
  path: '/documents/$document',
  validateSearch: ({ at }: Record<string, unknown>): { at?: string | undefined } => ({
    at: textOrNothing(at),
  }),
  loaderDeps: ({ search: { asOf, knownAt } }) => ({ asOf, knownAt }),
  loader: ({ context, params, deps }) =>
    context.queries.ensureQueryData(documentQuery(params.case, params.document, deps)),
  component: Reader,
});

const routeTree = root.addChildren([home, oneCase.addChildren([board, commitment, documents, reader])]);

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
