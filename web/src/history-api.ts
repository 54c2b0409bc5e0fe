import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { LogLine, LogView } from '../../src/model/index.ts';
import { casePath, get, search, send } from './api.ts';
import { rowsEach } from './explore-api.ts';

/** Which lines of the history; the address carries it. */
export interface HistoryFilter {
  kind?: string | undefined;
  by?: string | undefined;
  q?: string | undefined;
  standing?: string | undefined;
}

export const historyQuery = (caseId: string, filter: HistoryFilter, page: number) =>
  queryOptions({
    queryKey: ['case', caseId, 'history', filter, page],
    queryFn: ({ signal }) =>
      get<LogView>(
        casePath(caseId, 'history') +
          search({ ...filter, offset: String((page - 1) * rowsEach), limit: String(rowsEach) }),
        signal,
      ),
  });

/** Undoes a line, however long ago it was decided: what was before is decided anew. */
export const useUndoing = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ line, reason }: { line: LogLine; reason: string }) =>
      send(queries, 'POST', casePath(caseId, 'history', line.kind, line.id, 'undo'), { reason }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
};
