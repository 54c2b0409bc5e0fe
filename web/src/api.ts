import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  BoardView,
  CaseListView,
  CommitmentView,
  DocumentView,
  Problem,
  Sensitivity,
  SessionView,
  Verdict,
  VerdictsRequest,
  VerdictsView,
} from '../../src/model/index.ts';
import { noteDeed, type VerdictChange } from './deeds.ts';
import { words } from './words.ts';

/** The two clocks: the state on a day, with what was known by a day. Absent: the server's default. */
export interface Clocks {
  asOf?: string | undefined;
  knownAt?: string | undefined;
}

/** A refusal by the server, or its silence (status 0). */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.title} ${problem.detail}`);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** Anything thrown, as a problem that can be shown. */
export const asProblem = (thrown: unknown): Problem =>
  thrown instanceof ApiProblem
    ? thrown.problem
    : {
        type: 'about:blank',
        title: words.failure.fault,
        status: 0,
        detail: thrown instanceof Error ? thrown.message : String(thrown),
        code: 'PROVISO_WORKBENCH_FAILED',
      };

/** What stands now, where somebody else changed meanwhile what was edited; null for any other failure. */
export const conflictOf = <T>(thrown: unknown): T | null => {
  const { code, current } = asProblem(thrown);
  return code === 'PROVISO_EDIT_CONFLICT' ? (current as T) : null;
};

const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' &&
  answer !== null &&
  'title' in answer &&
  'detail' in answer &&
  'code' in answer;

const request = async (path: string, init?: RequestInit): Promise<Response> => {
  const response = await fetch(path, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem({
      type: 'about:blank',
      status: 0,
      ...words.failure.unreachable,
      code: 'PROVISO_UNREACHABLE',
    });
  });
  if (response.ok) return response;
  const answer: unknown = await response.json().catch(() => null);
  throw new ApiProblem(
    isProblem(answer)
      ? answer
      : {
          type: 'about:blank',
          status: response.status,
          ...words.failure.unexpected,
          detail: words.failure.unexpected.detail(response.status),
          code: 'PROVISO_ANSWER_UNKNOWN',
        },
  );
};

export const get = async <T>(path: string, signal: AbortSignal): Promise<T> =>
  (await request(path, { signal, headers: { accept: 'application/json' } })).json();

export const casePath = (caseId: string, ...rest: string[]): string =>
  ['/api/cases', ...[caseId, ...rest].map(encodeURIComponent)].join('/');

/** The parameters that are given, as the end of an address. */
export const search = (parameters: Record<string, string | undefined>): string => {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length ? `?${new URLSearchParams(given)}` : '';
};

/** While examples are loaded it is asked so often how far they have come, in ms. */
const loadingPause = 1500;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => get<SessionView>('/api/session', signal),
  staleTime: Number.POSITIVE_INFINITY,
  refetchInterval: ({ state }) => (state.data?.loading ? loadingPause : false),
});

export const caseListQuery = queryOptions({
  queryKey: ['cases'],
  queryFn: ({ signal }) => get<CaseListView>('/api/cases', signal),
});

export const boardQuery = (caseId: string, { asOf, knownAt }: Clocks) =>
  queryOptions({
    queryKey: ['case', caseId, 'board', asOf, knownAt],
    queryFn: ({ signal }) => get<BoardView>(casePath(caseId) + search({ asOf, knownAt }), signal),
  });

export const commitmentQuery = (caseId: string, commitment: string, { asOf, knownAt }: Clocks) =>
  queryOptions({
    queryKey: ['case', caseId, 'commitment', commitment, asOf, knownAt],
    queryFn: ({ signal }) =>
      get<CommitmentView>(casePath(caseId, 'commitments', commitment) + search({ asOf, knownAt }), signal),
  });

/** What a finding hangs on: slower to work out than the finding, and so asked for after it. */
export const sensitivityQuery = (caseId: string, commitment: string, { asOf, knownAt }: Clocks) =>
  queryOptions({
    queryKey: ['case', caseId, 'commitment', commitment, 'sensitivity', asOf, knownAt],
    queryFn: ({ signal }) =>
      get<Sensitivity>(
        casePath(caseId, 'commitments', commitment, 'sensitivity') + search({ asOf, knownAt }),
        signal,
      ),
  });

export const documentQuery = (caseId: string, document: string, { asOf, knownAt }: Clocks) =>
  queryOptions({
    queryKey: ['case', caseId, 'document', document, asOf, knownAt],
    queryFn: ({ signal }) =>
      get<DocumentView>(casePath(caseId, 'documents', document) + search({ asOf, knownAt }), signal),
  });

/** This window, as long as it is open: what it changed itself it need not hear of from the server. */
export const windowId = crypto.randomUUID();

/** Sends a change with the session's token. */
export const send = async (
  queries: QueryClient,
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: unknown,
): Promise<Response> => {
  const { csrfToken } = await queries.fetchQuery(sessionQuery);
  const isForm = body instanceof FormData;
  try {
    return await request(path, {
      method,
      headers: {
        'X-Proviso-CSRF': csrfToken,
        'X-Proviso-Window': windowId,
        ...(isForm ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? body : JSON.stringify(body),
    });
  } catch (thrown) {
    // A server that was started anew has another token.
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    throw thrown;
  }
};

const ids = new WeakMap<object, string>();

/** The id under which a change is sent: the same however often it is tried, so that it counts once. */
export const idOf = (change: object): string => {
  const id = ids.get(change) ?? crypto.randomUUID();
  ids.set(change, id);
  return id;
};

/** Trying again is worth it where the server was not reached, or could not tell whether it kept what was sent. */
export const triedAgain = (failures: number, thrown: Error): boolean => {
  const { status, code } = asProblem(thrown);
  return failures < 3 && (status === 0 || code === 'PROVISO_DECISION_UNSURE') && thrown instanceof ApiProblem;
};

/** Of verdicts that are being sent, so that a page can wait for them. */
export const verdictKey = (caseId: string) => ['verdict', caseId];

/** Records a person's verdict, on one piece of evidence or on many; the case is weighed again, so all of it is fetched anew. */
export const useVerdict = (caseId: string) => {
  const queries = useQueryClient();
  const give = async (
    { evidence, documents }: Pick<VerdictChange, 'evidence' | 'documents'>,
    verdict: Verdict,
    seen: Verdict,
    judgements = new Map<string, string>(),
  ): Promise<VerdictsView> => {
    const answer = await send(queries, 'POST', casePath(caseId, 'verdicts'), {
      evidence: evidence.map((id) => ({ id, seen, judgement: judgements.get(id) })),
      ...(documents ? { documents: [...documents] } : {}),
      verdict,
      reason: '',
    } satisfies VerdictsRequest);
    return answer.json();
  };
  return useMutation({
    mutationKey: verdictKey(caseId),
    // One after another: the last one given is the last one kept.
    scope: { id: `verdicts of ${caseId}` },
    mutationFn: (change: VerdictChange) => give(change, change.verdict, change.before, judgementsOf(change)),
    retry: triedAgain,
    onSuccess: ({ judged }, { verdict, before }) => {
      const change = { evidence: judged, verdict, before };
      if (judged.length > 0)
        noteDeed({
          caseId,
          said: words.toast.judged[verdict](judged.length),
          undone: words.toast.judged.proposed(judged.length),
          undo: () => give(change, before, verdict),
          verdict: change,
        });
      // Not waited for: the next judgement may be given while this one is weighed.
      queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};

const sentJudgements = new WeakMap<VerdictChange, Map<string, string>>();

/** The ids of a change's judgements: the same however often it is sent. */
const judgementsOf = (change: VerdictChange): Map<string, string> => {
  const ids =
    sentJudgements.get(change) ?? new Map(change.evidence.map((id) => [id, crypto.randomUUID() as string]));
  sentJudgements.set(change, ids);
  return ids;
};
