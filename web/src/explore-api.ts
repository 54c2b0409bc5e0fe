import { infiniteQueryOptions, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type {
  Bearing,
  CaseFileView,
  ClaimPage,
  DocumentListView,
  EntityListView,
  EntityType,
  EntityView,
  EventsView,
  EvidencePage,
  JobView,
  NameListView,
  NetworkView,
  Origin,
  QueueView,
  SearchView,
  SourcesView,
} from '../../src/model/index.ts';
import { type Clocks, casePath, get, search } from './api.ts';

/** Rows of a page of a list. */
export const rowsEach = 50;

/** Hits of a page of a search: each has an excerpt. */
export const hitsEach = 20;

const paged = (page: number, each = rowsEach): { offset: string; limit: string } => ({
  offset: String((page - 1) * each),
  limit: String(each),
});

/** Which documents; the address carries it. */
export interface DocumentFilter {
  publisher?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  tag?: string | undefined;
  /** `true`: only those with comments. */
  commented?: string | undefined;
}

export const documentListQuery = (caseId: string, filter: DocumentFilter, page: number) =>
  queryOptions({
    queryKey: ['case', caseId, 'documents', filter, page],
    queryFn: ({ signal }) =>
      get<DocumentListView>(casePath(caseId, 'documents') + search({ ...filter, ...paged(page) }), signal),
  });

export const searchQuery = (caseId: string, q: string, filter: DocumentFilter, page: number) =>
  queryOptions({
    queryKey: ['case', caseId, 'search', q, filter, page],
    queryFn: ({ signal }) =>
      get<SearchView>(
        casePath(caseId, 'search') + search({ q, ...filter, ...paged(page, hitsEach) }),
        signal,
      ),
  });

/** Whose evidence is asked for: an origin's, or what no origin shows. */
export type EvidenceOf = Pick<Origin, 'id' | 'bearing'> | 'suggested' | 'left out';

const askedFor = (of: EvidenceOf) => {
  if (typeof of === 'string') return { role: of === 'suggested' ? of : undefined };
  return { origin: of.id, bearing: of.bearing };
};

/** What one origin tells, what is suggested or what is left out, beyond what came with the finding. */
export const evidenceQuery = (
  caseId: string,
  commitment: string,
  of: EvidenceOf,
  from: number,
  { asOf, knownAt }: Clocks,
) =>
  infiniteQueryOptions({
    queryKey: ['case', caseId, 'commitment', commitment, 'evidence', askedFor(of), from, asOf, knownAt],
    queryFn: ({ signal, pageParam }) =>
      get<EvidencePage>(
        casePath(caseId, 'commitments', commitment, 'evidence') +
          search({
            asOf,
            knownAt,
            ...askedFor(of),
            offset: String(pageParam),
            limit: '20',
          }),
        signal,
      ),
    initialPageParam: from,
    getNextPageParam: ({ total }, _pages, offset) => (offset + 20 < total ? offset + 20 : undefined),
  });

/** Not below `case`: a verdict given in the queue must not shuffle it under the person's hands. */
export const queueQuery = (caseId: string, { asOf, knownAt }: Clocks, commitment: string | undefined) =>
  queryOptions({
    queryKey: ['queue', caseId, asOf, knownAt, commitment],
    queryFn: ({ signal }) =>
      get<QueueView>(casePath(caseId, 'queue') + search({ asOf, knownAt, commitment, limit: '15' }), signal),
    staleTime: 0,
  });

export const sourcesQuery = (caseId: string, { asOf, knownAt }: Clocks) =>
  queryOptions({
    queryKey: ['case', caseId, 'sources', asOf, knownAt],
    queryFn: ({ signal }) =>
      get<SourcesView>(casePath(caseId, 'sources') + search({ asOf, knownAt }), signal),
  });

export const entityListQuery = (
  caseId: string,
  { q, type }: { q?: string | undefined; type?: EntityType | undefined },
  page: number,
) =>
  queryOptions({
    queryKey: ['case', caseId, 'entities', q, type, page],
    queryFn: ({ signal }) =>
      get<EntityListView>(casePath(caseId, 'entities') + search({ q, type, ...paged(page) }), signal),
  });

export const entityQuery = (caseId: string, entity: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'entity', entity],
    queryFn: ({ signal }) => get<EntityView>(casePath(caseId, 'entities', entity), signal),
  });

/** Names that may name the same as this one, with scores and reasons. */
export const candidatesQuery = (caseId: string, entity: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'entity', entity, 'candidates'],
    queryFn: ({ signal }) => get<NameListView>(casePath(caseId, 'entities', entity, 'candidates'), signal),
  });

/** Pairs of names that may name the same, the likeliest first. */
export const pairsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'pairs'],
    queryFn: ({ signal }) => get<NameListView>(casePath(caseId, 'names'), signal),
  });

/** What a name does, undergoes or says. */
export type EntityPart = 'acts' | 'undergoes' | 'speaks';

export const entityClaimsQuery = (caseId: string, entity: string, part: EntityPart, page: number) =>
  queryOptions({
    queryKey: ['case', caseId, 'entity', entity, part, page],
    queryFn: ({ signal }) =>
      get<ClaimPage>(
        casePath(caseId, 'entities', entity, 'claims') + search({ part, ...paged(page) }),
        signal,
      ),
  });

/** Which events; the address carries it. */
export interface EventFilter {
  commitment?: string | undefined;
  bearing?: Bearing | undefined;
  from?: string | undefined;
  to?: string | undefined;
  placed?: boolean;
}

export const eventsQuery = (caseId: string, { asOf, knownAt }: Clocks, { placed, ...filter }: EventFilter) =>
  queryOptions({
    queryKey: ['case', caseId, 'events', asOf, knownAt, filter, placed],
    queryFn: ({ signal }) =>
      get<EventsView>(
        casePath(caseId, 'events') +
          search({ asOf, knownAt, ...filter, placed: placed ? 'true' : undefined }),
        signal,
      ),
  });

export const networkQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'network'],
    queryFn: ({ signal }) => get<NetworkView>(casePath(caseId, 'network'), signal),
  });

export const edgeClaimsQuery = (caseId: string, from: string, to: string, page: number) =>
  queryOptions({
    queryKey: ['case', caseId, 'network', from, to, page],
    queryFn: ({ signal }) =>
      get<ClaimPage>(casePath(caseId, 'network', 'claims') + search({ from, to, ...paged(page) }), signal),
  });

export const caseFileQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'file'],
    queryFn: ({ signal }) => get<CaseFileView>(casePath(caseId, 'file'), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** How an addition stands, asked for again until it has ended. */
const jobQuery = (job: string) =>
  queryOptions({
    queryKey: ['job', job],
    queryFn: ({ signal }) => get<JobView>(`/api/jobs/${encodeURIComponent(job)}`, signal),
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' || state.error ? false : 400,
  });

/** Follows a job of a case to its end, and then looks at the case anew; null: none was begun. */
export const useJob = (caseId: string, id: string | null) => {
  const queries = useQueryClient();
  const followed = useQuery({ ...jobQuery(id ?? ''), enabled: id !== null });
  const state = followed.data?.state;
  useEffect(() => {
    if (state !== 'done') return;
    queries.invalidateQueries({ queryKey: ['case', caseId] });
    queries.invalidateQueries({ queryKey: ['cases'] });
  }, [state, caseId, queries]);
  return followed;
};
