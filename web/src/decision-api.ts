import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision, DecisionKind, DecisionListView, DecisionRequest } from '../../src/model/index.ts';
import { casePath, get, idOf, search, send, triedAgain } from './api.ts';
import { noteDeed } from './deeds.ts';
import { words } from './words.ts';

/** What people decided, the newest first; all on one subject, or all of one kind. */
export const decisionsQuery = (caseId: string, of: { kind?: DecisionKind; subject?: string }) =>
  queryOptions({
    queryKey: ['case', caseId, 'decisions', of],
    queryFn: ({ signal }) => get<DecisionListView>(casePath(caseId, 'decisions') + search({ ...of }), signal),
  });

/** What somebody decided, with the reason. */
export type Held = Pick<Decision, 'id' | 'value' | 'reason'>;

/** What holds of a kind, of a history with the newest first; null when nothing does. Of one subject where it tells of several. */
export const heldOf = (history: readonly Decision[], kind: DecisionKind, subject?: string): Held | null => {
  const newest = history.find(
    (decision) => decision.kind === kind && (subject === undefined || decision.subject === subject),
  );
  return newest && newest.value !== null ? newest : null;
};

/** What was seen as a form was opened: what another window decides later must not pass as seen. */
export const useSeen = <T>(now: T): T => useState(now)[0];

/** A new value of a kind in place of what held; null takes it back. */
interface ValueChange {
  /** Where many are decided on at once: which of them. */
  subject?: string;
  kind: DecisionKind;
  value: Decision['value'];
  before: Held | null;
  /** Id of the decision that was seen standing, null: none; absent where it does not matter. */
  seen?: string | null;
}

/** A new value in place of what a person saw standing; null: nothing. */
export const changeOf = (kind: DecisionKind, value: Decision['value'], before: Held | null): ValueChange => ({
  kind,
  value,
  before,
  seen: before?.id ?? null,
});

export interface Decided {
  subject: string;
  changes: readonly ValueChange[];
  reason: string;
}

/** Keeps what a person decided on one subject, and notes how to take it back; `said` once it is kept, and once it is undone. */
export const useDecide = (
  caseId: string,
  said: Pick<typeof words.decision, 'kept' | 'undone'> = words.decision,
) => {
  const queries = useQueryClient();
  const post = (decision: DecisionRequest) => send(queries, 'POST', casePath(caseId, 'decisions'), decision);
  return useMutation({
    mutationFn: async ({ subject, changes, reason }: Decided) => {
      for (const change of changes)
        await post({
          id: idOf(change),
          kind: change.kind,
          subject: change.subject ?? subject,
          value: change.value,
          reason,
          ...(change.seen === undefined ? {} : { seen: change.seen }),
        });
    },
    retry: triedAgain,
    onSuccess: (_nothing, { subject, changes }) => {
      noteDeed({
        caseId,
        said: said.kept,
        undone: said.undone,
        undo: async () => {
          for (const { kind, before, ...change } of changes) {
            const { value = null, reason = words.decision.undoReason } = before ?? {};
            await post({ kind, subject: change.subject ?? subject, value, reason });
          }
        },
      });
    },
    // Also where it was refused: somebody else has decided meanwhile.
    onSettled: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
};
