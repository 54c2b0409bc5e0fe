import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EnteredClaim } from '../../src/model/index.ts';
import { casePath, send } from './api.ts';
import type { SentClaim } from './claim-entry.ts';
import { noteDeed } from './deeds.ts';
import { words } from './words.ts';

interface Entered {
  document: string;
  /** All of them are kept, or none. */
  claims: readonly SentClaim[];
  said: string;
}

const useRequests = (caseId: string) => {
  const queries = useQueryClient();
  return {
    enter: async (document: string, claims: readonly SentClaim[]): Promise<EnteredClaim[]> =>
      (await send(queries, 'POST', casePath(caseId, 'documents', document, 'claims'), claims)).json(),
    withdraw: (claim: string) => send(queries, 'DELETE', casePath(caseId, 'claims', claim), {}),
    refresh: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  };
};

/** Enters claims; taking that back brings again what was read in their place. */
export const useEnterClaims = (caseId: string) => {
  const { enter, withdraw, refresh } = useRequests(caseId);
  return useMutation({
    mutationFn: ({ document, claims }: Entered) => enter(document, claims),
    onSuccess: (entered, { said }) => {
      const undo = async () => {
        for (const { id } of entered) await withdraw(id);
      };
      noteDeed({ caseId, said, undone: words.claimForm.undone, undo });
      return refresh();
    },
  });
};

/** Takes an entered claim back; taking that back enters it again. */
export const useWithdrawClaim = (caseId: string) => {
  const { enter, withdraw, refresh } = useRequests(caseId);
  return useMutation({
    mutationFn: ({ id }: EnteredClaim) => withdraw(id),
    onSuccess: (_answer, { documentId, entry }) => {
      noteDeed({
        caseId,
        said: words.decision.undone,
        undone: words.claimForm.again,
        undo: () => enter(documentId, [entry]),
      });
      return refresh();
    },
  });
};
