import type { DraftWork, WorkedCommitment } from './kept-draft.ts';

/** What a case in the making still lacks before it can be a case. */
export type DraftGap =
  | { what: 'title' | 'signed' | 'party' | 'accepted' }
  | { what: 'debtor' | 'requires' | 'end'; commitment: string };

/** What one commitment lacks: who owes it, what it requires, or an end that lies after its beginning. */
export const gapsOfCommitment = (
  { debtor, requires, window: { from, to } }: WorkedCommitment,
  signed: string | null,
): ('debtor' | 'requires' | 'end')[] => [
  ...(debtor.length ? [] : (['debtor'] as const)),
  ...(requires.trim() ? [] : (['requires'] as const)),
  ...(to !== null && to < (from ?? signed ?? '') ? (['end'] as const) : []),
];

/** What the whole lacks, that of the agreement before that of its commitments; nothing: it can become a case. */
export const gapsOf = ({ title, signed, parties, commitments }: DraftWork): DraftGap[] => {
  const accepted = commitments.filter(({ state }) => state === 'accepted');
  return [
    ...(title.trim() ? [] : [{ what: 'title' as const }]),
    ...(signed ? [] : [{ what: 'signed' as const }]),
    ...(parties.some(({ name }) => name.trim()) ? [] : [{ what: 'party' as const }]),
    ...(accepted.length ? [] : [{ what: 'accepted' as const }]),
    ...accepted.flatMap((commitment) =>
      gapsOfCommitment(commitment, signed).map((what) => ({ what, commitment: commitment.id })),
    ),
  ];
};
