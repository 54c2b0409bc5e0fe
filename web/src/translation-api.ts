import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JobView, SessionView } from '../../src/model/index.ts';
import { casePath, idOf, send } from './api.ts';

/** Has a document translated; answers with the job that does it. */
export const useTranslation = (caseId: string, document: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<JobView> =>
      (await send(queries, 'POST', casePath(caseId, 'documents', document, 'translation'), undefined)).json(),
  });
};

/** Lets the translating server be sent documents of a case. */
export const useTranslatorConsent = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Pick<NonNullable<SessionView['translator']>, 'origin'>) =>
      send(queries, 'POST', casePath(caseId, 'decisions'), {
        id: idOf(given),
        kind: 'language-model',
        subject: 'translation',
        value: given.origin,
      }),
  });
};
