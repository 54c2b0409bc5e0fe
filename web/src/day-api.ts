import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewsView, PeopleView, WatchingView } from '../../src/model/index.ts';
import { casePath, get, send } from './api.ts';

/** Milliseconds between two looks at what is new. */
const newsEvery = 60_000;

/** Milliseconds between two looks while a round is being made. */
const roundEvery = 2000;

export const newsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'news'],
    queryFn: ({ signal }) => get<NewsView>(casePath(caseId, 'news'), signal),
    refetchInterval: newsEvery,
    refetchOnWindowFocus: true,
  });

export const watchingQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'watching'],
    queryFn: ({ signal }) => get<WatchingView>(casePath(caseId, 'watching'), signal),
    refetchInterval: ({ state }) => (state.data?.visiting ? roundEvery : newsEvery),
  });

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => get<PeopleView>('/api/people', signal),
});

/** Says who judges by this browser. */
export const usePerson = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => send(queries, 'PUT', '/api/people/me', { name }),
    onSuccess: () => queries.invalidateQueries(),
  });
};

/** Says that everything up to a moment was seen. */
export const useSeen = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (at: string) => send(queries, 'PUT', casePath(caseId, 'news'), { at }),
    onSuccess: () => queries.invalidateQueries({ queryKey: newsQuery(caseId).queryKey }),
  });
};

/** What a person does with what is watched. */
export type WatchingDeed =
  | { do: 'visit'; url?: string }
  | { do: 'pause'; url: string; paused: boolean }
  | { do: 'remove'; url: string };

export const useWatching = (caseId: string) => {
  const queries = useQueryClient();
  const path = casePath(caseId, 'watching');
  return useMutation({
    mutationFn: ({ do: what, ...said }: WatchingDeed) =>
      what === 'visit'
        ? send(queries, 'POST', `${path}/visit`, said)
        : send(queries, what === 'pause' ? 'PUT' : 'DELETE', path, said),
    onSettled: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
};
