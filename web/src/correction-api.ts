import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CorrectedField, Correction, CorrectionsView } from '../../src/model/index.ts';
import { casePath, send } from './api.ts';
import { noteDeed } from './deeds.ts';
import { words } from './words.ts';

/** What is put right on documents; what is left out stays. */
export interface SentCorrection {
  documents: readonly string[];
  title?: string;
  author?: string | null;
  publisher?: string | null;
  published?: string | null;
  language?: string | null;
  replaces?: string | null;
  alike?: boolean;
  /** What was seen in the fields that are put right, of one document. */
  seen?: Partial<Record<CorrectedField, string | null>>;
  reason: string;
}

/** Puts documents right; taking that back puts what stood there before in its place again. */
export const useCorrection = (caseId: string) => {
  const queries = useQueryClient();
  const sent = async (correction: SentCorrection): Promise<CorrectionsView> =>
    (await send(queries, 'POST', casePath(caseId, 'corrections'), correction)).json();
  const undo = async (corrections: readonly Correction[]) => {
    for (const { documentId, field, previous } of corrections)
      await sent({
        documents: [documentId],
        [field]: previous ?? (field === 'title' ? '' : null),
        reason: words.correction.takenBack,
      });
  };
  return useMutation({
    mutationFn: sent,
    onSuccess: ({ corrections }) => {
      const isUndone = corrections.every(({ field }) => field !== 'replaces');
      if (corrections.length > 0 && isUndone)
        noteDeed({
          caseId,
          said: words.correction.kept(corrections.length),
          undone: words.correction.takenBack,
          undo: () => undo(corrections),
        });
      return queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};
