import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JobView } from '../../src/model/index.ts';
import { casePath, send } from './api.ts';

/** Has a document translated; answers with the job that does it. */
export const useTranslation = (caseId: string, document: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<JobView> =>
      (await send(queries, 'POST', casePath(caseId, 'documents', document, 'translation'), undefined)).json(),
  });
};
