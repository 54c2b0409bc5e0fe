import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  CodedMeasure,
  CodingDecision,
  ComparisonView,
  DifferingCell,
  Status,
} from '../../src/model/index.ts';
import { type Clocks, casePath, get, search, send } from './api.ts';
import { reasonInWords } from './phrases.ts';

/** What is held against what: a sheet against the board, or one person's findings against another's or the board. */
export type Asked = { sheet: File } | { first: string | undefined; second: string };

const askedKey = (asked: Asked): unknown =>
  'sheet' in asked ? [asked.sheet.name, asked.sheet.size, asked.sheet.lastModified] : asked;

const compare = async (
  queries: QueryClient,
  path: string,
  asked: Asked,
  signal: AbortSignal,
): Promise<ComparisonView> => {
  if (!('sheet' in asked)) return get<ComparisonView>(path, signal);
  const form = new FormData();
  form.append('file', asked.sheet);
  return (await send(queries, 'POST', path, form)).json();
};

/** The comparison; decisions of the case have it made anew. */
export const comparisonQuery = (
  queries: QueryClient,
  caseId: string,
  { asOf, knownAt }: Clocks,
  asked: Asked,
) =>
  queryOptions({
    queryKey: ['case', caseId, 'comparison', asOf, knownAt, askedKey(asked)],
    retry: false,
    queryFn: ({ signal }) => {
      const coders = 'sheet' in asked ? {} : asked;
      return compare(
        queries,
        casePath(caseId, 'comparison') + search({ asOf, knownAt, ...coders }),
        asked,
        signal,
      );
    },
  });

const sheetKey = (caseId: string) => ['sheet', caseId] as const;

/** The comparison that was asked for last in this window; it outlives a look at another page. */
export const lastAsked = (queries: QueryClient, caseId: string): Asked | null =>
  queries.getQueryData<Asked>(sheetKey(caseId)) ?? null;

export const rememberAsked = (queries: QueryClient, caseId: string, asked: Asked): void => {
  queries.setQueryData(sheetKey(caseId), asked);
};

interface Settled {
  cell: DifferingCell;
  stands: CodingDecision['stands'];
  coder: string;
  measure: CodedMeasure;
  reason: string;
}

/** The finding that follows where the second coder’s status of the whole time stands: it is a person’s finding. */
const findingOf = ({ cell, stands, measure }: Settled): Status | null =>
  stands === 'second' && measure === 'status' && cell.period === null ? (cell.second as Status) : null;

/** Keeps which of two codings stands, with the reason; where a status stands, also as a person’s finding. */
export const useSettle = (caseId: string) => {
  const queries = useQueryClient();
  const post = (decision: object) => send(queries, 'POST', casePath(caseId, 'decisions'), decision);
  return useMutation({
    mutationFn: async (settled: Settled) => {
      const { cell, stands, coder } = settled;
      const subject = `${cell.commitment} / ${cell.period ?? 'whole'}`;
      const reason = settled.reason.trim() || reasonInWords(coder, stands);
      const value: CodingDecision = { stands, first: cell.first, second: cell.second, coder };
      await post({ kind: 'coding', subject, value, reason });
      const finding = findingOf(settled);
      if (finding) await post({ kind: 'finding', subject: cell.commitment, value: finding, reason });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
};
