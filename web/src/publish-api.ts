import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { PublicationChoice, ReviewLine, ReviewView } from '../../src/model/index.ts';
import { type Clocks, casePath, get, idOf, search, send, triedAgain } from './api.ts';
import { noteDeed } from './deeds.ts';
import { words } from './words.ts';

/** All that the next edition would make public. */
export const publicationQuery = (caseId: string, { asOf, knownAt }: Clocks) =>
  queryOptions({
    queryKey: ['case', caseId, 'publication', asOf, knownAt],
    queryFn: ({ signal }) =>
      get<ReviewView>(casePath(caseId, 'publication') + search({ asOf, knownAt }), signal),
  });

interface Chosen {
  line: ReviewLine;
  choice: PublicationChoice;
  reason: string;
}

/** Keeps what a person chose on one line, and notes how to take it back. */
export const useChoose = (caseId: string) => {
  const queries = useQueryClient();
  const post = (decision: object) => send(queries, 'POST', casePath(caseId, 'decisions'), decision);
  return useMutation({
    mutationFn: (chosen: Chosen) =>
      post({
        id: idOf(chosen),
        kind: 'publication',
        subject: chosen.line.subject,
        value: { choice: chosen.choice },
        reason: chosen.reason.trim(),
      }),
    retry: triedAgain,
    onSuccess: (_nothing, { line: { subject, by, choice: before, reason } }) => {
      noteDeed({
        caseId,
        said: words.publish.kept,
        undone: words.publish.undone,
        undo: () =>
          post({
            kind: 'publication',
            subject,
            value: by === null ? null : { choice: before },
            reason: by === null ? words.publish.undoReason : reason,
          }),
      });
      return queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};

/** Consents to the content as it is. */
export const useConsent = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (content: string) =>
      send(queries, 'POST', casePath(caseId, 'decisions'), {
        kind: 'consent',
        subject: content,
        value: 'given',
        reason: '',
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
};

/** The name that the server gives a file. */
const nameIn = (response: Response): string =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'edition.zip';

/** Makes the next edition and hands it over as a file. */
export const useMakeEdition = (caseId: string, { asOf, knownAt }: Clocks) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (correction: string) => {
      const response = await send(queries, 'POST', casePath(caseId, 'editions'), {
        correction,
        asOf,
        knownAt,
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = nameIn(response);
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
};
