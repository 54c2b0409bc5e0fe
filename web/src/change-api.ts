import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseFile, JobView } from '../../src/model/index.ts';
import { casePath, send } from './api.ts';

/** What a person adds to a case. */
export interface Addition {
  files: readonly File[];
  urls?: string;
  published?: string;
  publisher?: string;
}

/** Sends files and addresses; answers with the job that takes them in. */
export const useAddition = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ files, ...said }: Addition): Promise<JobView> => {
      const form = new FormData();
      for (const file of files) form.append('files', file);
      for (const [key, value] of Object.entries(said)) if (value) form.append(key, value);
      return (await send(queries, 'POST', casePath(caseId, 'documents'), form)).json();
    },
  });
};

/** Keeps a case, new or edited; everything shown of it is fetched anew. */
export const useCaseChange = (caseId: string | null) => {
  const queries = useQueryClient();
  return useMutation({
    /** `seen`: the version of the case that was edited. */
    mutationFn: ({ file, seen }: { file: CaseFile; seen?: string | undefined }) =>
      caseId === null
        ? send(queries, 'POST', '/api/cases', { file })
        : send(queries, 'PUT', casePath(caseId, 'file'), { file, seen }),
    // Not waited for: the form, drawn anew from the file that it has just changed, would not hear that it is kept.
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ['cases'] });
      if (caseId !== null) queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};
