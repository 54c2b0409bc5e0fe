import { type DraftWindow, type DraftWork, quote, type WorkedCommitment } from '../model/index.ts';

type Plain = Record<string, unknown>;

/** As a case file writes bodies: one alone, several as a list. */
const oneOrMore = (ids: readonly string[]): string | readonly string[] | undefined =>
  ids.length > 1 ? ids : ids[0];

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What opens a window, as a case file says it: the id of a commitment of the case, or words, which have a blank. */
const openingOf = (after: string, all: readonly WorkedCommitment[]): string => {
  const named = all.find(({ id }) => id === after);
  if (named?.state === 'accepted') return after;
  const said = flat(named ? `this has been done: ${named.requires}` : after);
  return said.includes(' ') ? said : `the ${said}`;
};

const windowOf = (
  { from, to, within, after }: DraftWindow,
  signed: string | null,
  all: readonly WorkedCommitment[],
): Plain => {
  const opens = after === null ? { from: from ?? signed } : { ...(from ? { from } : {}) };
  const closes = to !== null && after === null ? { to } : { ...(within ? { within } : {}) };
  return { ...opens, ...closes, ...(after === null ? {} : { after: openingOf(after, all) }) };
};

const fileOf = (commitment: WorkedCommitment, work: DraftWork, text: string): Plain => {
  const { reference, span, debtor, creditor, condition, quantity, signs } = commitment;
  const clause = flat(quote(text, span));
  const accepted = new Set(work.commitments.filter(({ state }) => state === 'accepted').map(({ id }) => id));
  const conditionalOn = commitment.conditionalOn.filter((id) => accepted.has(id) && id !== commitment.id);
  return {
    id: commitment.id,
    ...(reference ? { reference } : {}),
    ...(clause ? { clause } : {}),
    debtor: oneOrMore(debtor),
    ...(creditor.length ? { creditor: oneOrMore(creditor) } : {}),
    kind: commitment.kind,
    ...(commitment.effort === 'best-efforts' ? { effort: commitment.effort } : {}),
    requires: flat(commitment.requires),
    ...(condition ? { note: `On condition: ${flat(condition)}` } : {}),
    window: windowOf(commitment.window, work.signed, work.commitments),
    ...(conditionalOn.length ? { conditionalOn } : {}),
    ...(quantity ? { quantity } : {}),
    ...(signs.length ? { signs: signs.filter(({ says }) => says.trim()) } : {}),
  };
};

/** Bodies that have a name, without what is not said of them. */
const named = (bodies: readonly { name: string }[]): Plain[] =>
  bodies
    .filter(({ name }) => name.trim())
    .map((body) =>
      Object.fromEntries(Object.entries(body).filter(([, part]) => !Array.isArray(part) || part.length)),
    );

/**
 * The case that a draft’s accepted commitments make, as a case file’s content. Bodies without a name are left out.
 * What it lacks (see `gapsOf`) it lacks here too.
 */
export const caseFromDraft = (work: DraftWork, text: string, id: string): Plain => {
  const { title, signed, commitments } = work;
  const actors = named(work.actors);
  return {
    id,
    title: flat(title),
    signed,
    parties: named(work.parties),
    ...(actors.length ? { actors } : {}),
    commitments: commitments
      .filter(({ state }) => state === 'accepted')
      .map((commitment) => fileOf(commitment, work, text)),
  };
};
