import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgreementView, DraftListView, DraftSave, DraftView, DraftWork } from '../../src/model/index.ts';
import { casePath, get, send } from './api.ts';

const draftPath = (id: string, ...rest: string[]): string =>
  ['/api/drafts', ...[id, ...rest].map(encodeURIComponent)].join('/');

export const draftListQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: ({ signal }) => get<DraftListView>('/api/drafts', signal),
});

/** Asked again while nothing is proposed yet. Milliseconds. */
const pause = 700;

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['draft', id],
    queryFn: ({ signal }) => get<DraftView>(draftPath(id), signal),
    refetchInterval: ({ state: { data } }) => (data && !data.work && !data.failure ? pause : false),
    refetchOnWindowFocus: false,
  });

/** The text that a case was made from, where it was. */
export const agreementQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'agreement'],
    queryFn: ({ signal }) => get<AgreementView>(casePath(caseId, 'agreement'), signal),
  });

/** What a person gives to begin a case with. */
export interface GivenText {
  file?: File | undefined;
  text?: string;
  signed?: string;
}

/** Gives an agreement; answers with the draft, from whose text nothing may be proposed yet. */
export const useBeginDraft = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, text, signed }: GivenText): Promise<DraftView> => {
      const form = new FormData();
      if (file) form.append('file', file);
      if (text) form.append('text', text);
      if (signed) form.append('signed', signed);
      return (await send(queries, 'POST', '/api/drafts', form)).json();
    },
    onSuccess: (draft) => {
      queries.setQueryData(draftQuery(draft.id).queryKey, draft);
      queries.invalidateQueries({ queryKey: draftListQuery.queryKey });
    },
  });
};

export const useThrowAway = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send(queries, 'DELETE', draftPath(id), null),
    onSuccess: () => queries.invalidateQueries({ queryKey: draftListQuery.queryKey }),
  });
};

/** Tries once more where nothing could be proposed. */
export const useProposeAgain = (id: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<DraftView> =>
      (await send(queries, 'POST', draftPath(id, 'proposal'), null)).json(),
    onSuccess: (draft) => queries.setQueryData(draftQuery(id).queryKey, draft),
  });
};

/** Keeps what a person made of a revision; answers with the new one. */
export const useSaveDraft = (id: string) => {
  const queries = useQueryClient();
  return async (revision: number, work: DraftWork): Promise<number> => {
    const body = { revision, work } satisfies DraftSave;
    const saved: { revision: number } = await (await send(queries, 'PUT', draftPath(id), body)).json();
    queries.setQueryData(draftQuery(id).queryKey, (before) => before && { ...before, work, ...saved });
    queries.invalidateQueries({ queryKey: draftListQuery.queryKey });
    return saved.revision;
  };
};

/** Makes the case of a draft; answers with the case's id. */
export const useMakeCase = (id: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<string> => {
      const made: { id: string } = await (await send(queries, 'POST', draftPath(id, 'case'), null)).json();
      return made.id;
    },
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: draftListQuery.queryKey });
      queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
};
