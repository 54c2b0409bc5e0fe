import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReviewView } from '../../src/model/index.ts';
import { type Clocks, casePath, get, search, send } from './api.ts';
import { decisionsQuery } from './decision-api.ts';
import { save } from './save.ts';

/** All that the next edition would make public. */
export const publicationQuery = (caseId: string, { asOf, knownAt }: Clocks) =>
  queryOptions({
    queryKey: ['case', caseId, 'publication', asOf, knownAt],
    queryFn: ({ signal }) =>
      get<ReviewView>(casePath(caseId, 'publication') + search({ asOf, knownAt }), signal),
  });

/** What people chose on it, the newest first. */
export const choicesQuery = (caseId: string) => decisionsQuery(caseId, { kind: 'publication' });

/** Consents to the content as it is. */
export const useConsent = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (content: string) =>
      send(queries, 'POST', casePath(caseId, 'decisions'), {
        kind: 'consent',
        subject: content,
        value: 'given',
        reason: '',
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
};

/** The name that the server gives a file. */
const nameIn = (response: Response): string =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'edition.zip';

/** Makes the next edition and hands it over as a file. */
export const useMakeEdition = (caseId: string, { asOf, knownAt }: Clocks) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (correction: string) => {
      const response = await send(queries, 'POST', casePath(caseId, 'editions'), {
        correction,
        asOf,
        knownAt,
      });
      save(nameIn(response), await response.blob());
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
};
