import { stringify } from 'yaml';
import type { Draft } from '../../model/index.ts';
import { caseFromDraft } from '../case-from-draft.ts';

export interface DraftedCaseOptions {
  readonly id: string;
  /** YYYY-MM-DD: the draft's own day unless given. */
  readonly signed?: string | undefined;
}

/**
 * A draft as a case file in YAML, for a person to edit. What nobody owes cannot stand in a case: it is listed in comments.
 * Without any day of signing, windows count from a day that must be put in.
 */
export const draftedCase = (draft: Draft, { id, signed }: DraftedCaseOptions): string => {
  const day = signed ?? draft.signed ?? '0001-01-01';
  const owed = draft.commitments.filter(({ debtor }) => debtor.length > 0);
  const unowed = draft.commitments.filter(({ debtor }) => debtor.length === 0);
  const { text, ...rest } = draft;
  const commitments = owed.map((one) => ({ ...one, state: 'accepted' as const }));
  const file = caseFromDraft({ ...rest, signed: day, commitments }, text, id);
  const comments = [
    'A draft, proposed from the text: check every line.',
    ...draft.notices.map(({ message, hint }) => `${message} ${hint}`),
    ...unowed.map(
      ({ reference, requires }) =>
        `Nobody is named who owes it: ${reference ? `${reference}: ` : ''}${requires}`,
    ),
  ];
  return `${comments.map((line) => `# ${line}\n`).join('')}${stringify(file, { lineWidth: 110 })}`;
};
