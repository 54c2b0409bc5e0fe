import { randomUUID } from 'node:crypto';
import { draftAgreement, draftFromTable } from '../agreement/index.ts';
import { isTable, readTable } from '../collect/index.ts';
import type { AgreementFacts, AgreementSource, Draft, DraftWork } from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import type { NewDraft, Store } from '../store/index.ts';
import { type GivenAgreement, sourceOf, takeAgreement } from './take-agreement.ts';

/** What is proposed, as a person begins to work on it: nothing is accepted yet. */
const workFrom = ({ text: _, commitments, ...same }: Draft): DraftWork => ({
  ...same,
  commitments: commitments.map(({ window, ...commitment }) => ({
    ...commitment,
    state: 'proposed' as const,
    // What counts from the signing goes along when that day is put right.
    window: window.after === null && window.from === same.signed ? { ...window, from: null } : window,
  })),
});

type Begun = Pick<NewDraft, 'source' | 'facts' | 'text' | 'work'>;

/** What a person says of an agreement beside giving it. */
type Said = Pick<AgreementFacts, 'signed'>;

/** What a table of commitments says needs no reading. */
const fromTable = async (given: GivenAgreement, name: string, { signed }: Said): Promise<Begun> => {
  const rows = await readTable(given.bytes, name);
  const title = name.replace(/\.[^.]*$/u, '');
  const draft = draftFromTable(rows, { signed, title });
  const source = sourceOf(given, 'text/csv');
  return { source, facts: { title, signed }, text: draft.text, work: workFrom(draft) };
};

const fromText = async (given: GivenAgreement, { signed }: Said): Promise<Begun> => {
  const { facts, ...taken } = await takeAgreement(given);
  return { ...taken, facts: { ...facts, signed }, work: null };
};

/**
 * Keeps an agreement, text or table, as a case in the making; returns its id. From a text nothing is proposed yet.
 * @throws ProvisoError as `takeAgreement` and `draftFromTable` do; then nothing is kept.
 */
export const beginDraft = async (store: Store, given: GivenAgreement, said: Said): Promise<string> => {
  const { name } = given;
  const begun = await (name !== null && isTable(name) ? fromTable(given, name, said) : fromText(given, said));
  const id = randomUUID();
  await store.addDraft(given.bytes, { id, ...begun, madeAt: new Date().toISOString() });
  return id;
};

/** Reads the text of a draft and keeps what is proposed from it. Throws PROVISO_DRAFT_NOT_FOUND. */
export const proposeDraft = async (store: Store, reader: Reader, id: string): Promise<void> => {
  const { text, facts, work } = await store.draft(id);
  if (work) return;
  const { title, signed } = facts;
  const draft = await draftAgreement(reader, { text, title, signed: signed ?? undefined });
  await store.proposeDraft(id, draft.text, workFrom(draft));
};

/**
 * What an agreement's text proposes; nothing is kept.
 * @throws ProvisoError as `takeAgreement` does.
 */
export const draftOf = async (
  reader: Reader,
  given: GivenAgreement,
  { title, signed }: Partial<AgreementFacts>,
): Promise<Draft & Pick<AgreementSource, 'sha256'>> => {
  const { source, facts, text } = await takeAgreement(given);
  const draft = await draftAgreement(reader, {
    text,
    title: title || facts.title,
    signed: signed ?? undefined,
  });
  return { ...draft, sha256: source.sha256 };
};
