import { stringify } from 'yaml';
import type { Draft, DraftCommitment } from '../../model/index.ts';

export interface DraftedCaseOptions {
  readonly id: string;
  /** YYYY-MM-DD: the draft's own day unless given. */
  readonly signed?: string | undefined;
}

/** One commitment of a case file, with its clause in the agreement's words. */
const commitmentOf = (one: DraftCommitment, text: string, signed: string): object => {
  const { from, to, within, after } = one.window;
  const window = {
    ...(after ? { after } : { from: from ?? signed }),
    ...(to && !after ? { to } : {}),
    ...(within ? { within } : {}),
  };
  return {
    id: one.id,
    ...(one.reference ? { reference: one.reference } : {}),
    clause: text.slice(...one.span),
    debtor: one.debtor.length === 1 ? one.debtor[0] : one.debtor,
    creditor: one.creditor.length === 0 ? null : one.creditor.length === 1 ? one.creditor[0] : one.creditor,
    kind: one.kind,
    ...(one.effort === 'result' ? {} : { effort: one.effort }),
    requires: one.requires,
    ...(one.condition ? { note: `Depends: ${one.condition}.` } : {}),
    window,
    ...(one.conditionalOn.length > 0 ? { conditionalOn: one.conditionalOn } : {}),
    ...(one.quantity ? { quantity: one.quantity } : {}),
    signs: one.signs,
  };
};

/**
 * A draft as a case file in YAML, for a person to edit. What nobody owes cannot stand in a case: it is listed in comments.
 * Without any day of signing, windows count from a day that must be put in.
 */
export const draftedCase = (draft: Draft, { id, signed }: DraftedCaseOptions): string => {
  const day = signed ?? draft.signed ?? '0001-01-01';
  const owed = draft.commitments.filter(({ debtor }) => debtor.length > 0);
  const kept = new Set(owed.map((one) => one.id));
  const unowed = draft.commitments.filter(({ debtor }) => debtor.length === 0);
  const file = {
    id,
    title: draft.title,
    signed: day,
    parties: draft.parties,
    ...(draft.actors.length > 0 ? { actors: draft.actors.map(({ relations: _, ...actor }) => actor) } : {}),
    commitments: owed.map((one) =>
      commitmentOf(
        { ...one, conditionalOn: one.conditionalOn.filter((other) => kept.has(other)) },
        draft.text,
        day,
      ),
    ),
  };
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
