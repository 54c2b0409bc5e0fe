import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OriginTree } from '../../src/model/index.ts';
import { send } from './api.ts';

/** Pages whose origins somebody asks for; nothing of them is kept by the server. */
export interface Traced {
  files: readonly File[];
  urls: string;
}

const key = ['origins'] as const;

/** The tree that was asked for last in this window; undefined before. */
export const useOriginTree = (): OriginTree | undefined =>
  useQuery<OriginTree>({
    queryKey: key,
    enabled: false,
    queryFn: () => Promise.reject(new Error('never asked')),
  }).data;

/** Sends pages, and waits until their origins are found. */
export const useTracing = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: key,
    mutationFn: async ({ files, urls }: Traced): Promise<OriginTree> => {
      const form = new FormData();
      for (const file of files) form.append('files', file);
      if (urls) form.append('urls', urls);
      return (await send(queries, 'POST', '/api/origins', form)).json();
    },
    onSuccess: (tree) => queries.setQueryData(key, tree),
  });
};
