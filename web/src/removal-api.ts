import { useMutation, useQueryClient } from '@tanstack/react-query';
import { casePath, send } from './api.ts';

/** A case file as written, which makes a case or, where `replace` says so, takes the place of one. */
export const useCaseImport = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (given: { file: File; replace?: boolean }): Promise<{ id: string }> => {
      const { file, replace = false } = given;
      return (await send(queries, 'POST', '/api/case-files', { source: await file.text(), replace })).json();
    },
    onSuccess: ({ id }) => {
      queries.invalidateQueries({ queryKey: ['cases'] });
      queries.invalidateQueries({ queryKey: ['case', id] });
    },
  });
};

/** Deletes a case; its title is said once more. */
export const useCaseRemoval = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (title: string) => send(queries, 'DELETE', casePath(caseId), { title }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  });
};

/** Takes a document down for good. */
export const useTakedown = (caseId: string, document: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      send(queries, 'POST', casePath(caseId, 'documents', document, 'takedown'), { reason }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', caseId], refetchType: 'none' }),
  });
};
