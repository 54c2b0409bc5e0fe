import { idFrom } from '../../src/model/ids.ts';
import type { Actor, CaseFile, Commitment, Party, Sign } from '../../src/model/index.ts';
import { creditorsOf, debtorsOf, isAfterCommitment } from '../../src/model/owing.ts';

/** `a, b, c` as a list and back. */
export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

let made = 0;

/** Stands for the id of what is new, until a name gives it one: others can name it before. No case file has such ids. */
const provisional = (): string => {
  made += 1;
  return `~${made}`;
};

/** Whether something has not been saved yet, and so has no id of its own. */
const isNew = ({ id }: { id: string }): boolean => id === '' || id.startsWith('~');

export const newParty = (): Party => ({ id: provisional(), name: '', aliases: [] });

export const newActor = (): Actor => ({
  ...{ id: provisional(), name: '', aliases: [], memberOf: [], partOf: [], adverseTo: [], relations: [] },
});

export const newSign = (): Sign => ({ says: '', bearing: 'breach', strength: 'direct' });

export const newCommitment = (signed: string): Commitment => ({
  ...{ id: provisional(), debtor: [], creditor: null, kind: 'obligation', effort: 'result', requires: '' },
  ...{ window: { from: signed }, conditionalOn: [], signs: [] },
});

export const newCase = (): CaseFile => ({
  ...{ id: '', title: '', signed: '', parties: [newParty(), newParty()], actors: [], grades: {} },
  ...{ standard: 'un-panel', standards: {}, commitments: [] },
});

const without = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, part]) => part !== undefined && part !== '' && !(Array.isArray(part) && !part.length),
    ),
  ) as T;

/** A final id for everything new, made of its name; what is not there any more has none. */
const finalIds = (
  items: readonly { id: string; name: string }[],
  isTaken: readonly string[] = [],
): Map<string, string> => {
  const ids = new Map<string, string>();
  const taken = [...isTaken, ...items.filter((item) => !isNew(item)).map(({ id }) => id)];
  for (const item of items) {
    const id = isNew(item) ? idFrom(item.name, taken) : item.id;
    if (isNew(item)) taken.push(id);
    ids.set(item.id, id);
  }
  return ids;
};

const known = (ids: readonly string[], final: ReadonlyMap<string, string>): string[] =>
  ids.flatMap((id) => final.get(id) ?? []);

/** As a case file writes bodies: one alone, several as a list. */
export const oneOrMore = (ids: readonly string[]): string | string[] | null =>
  ids.length > 1 ? [...ids] : (ids[0] ?? null);

/** An event in words has a blank, which tells it from the id of a commitment. */
const openingOf = (after: string, final: ReadonlyMap<string, string>): string => {
  const said = after.trim();
  return final.get(said) ?? (/\s/.test(said) || !said ? said : `the ${said}`);
};

/** Gives ids to what has none yet, mends what named them, and leaves out what was left empty: what the server is sent. */
export const finished = (draft: CaseFile): CaseFile => {
  const named = <T extends { name: string }>(items: readonly T[]) => items.filter(({ name }) => name.trim());
  const [parties, actors] = [named(draft.parties), named(draft.actors)];
  const bodies = finalIds([...parties, ...actors]);
  // A trial may have several that are the same, so duties are told apart by their places.
  const duties = draft.commitments.map(({ id, requires }, place) => ({
    id: id || `~at ${place}`,
    name: requires,
  }));
  const ids = finalIds(duties);
  const idOf = (id: string) => bodies.get(id) ?? id;
  return {
    ...draft,
    id: draft.id || idFrom(draft.title),
    parties: parties.map((party) => ({ ...party, id: idOf(party.id) })),
    actors: actors.map((actor) => ({
      ...actor,
      id: idOf(actor.id),
      memberOf: known(actor.memberOf, bodies),
      partOf: known(actor.partOf, bodies),
      adverseTo: known(actor.adverseTo, bodies),
      relations: actor.relations.map((relation) => ({ ...relation, to: idOf(relation.to) })),
    })),
    commitments: draft.commitments.map((commitment, place) => {
      const { window, conditionalOn, signs } = commitment;
      const after = window.after === undefined ? {} : { after: openingOf(window.after, ids) };
      return without({
        ...commitment,
        id: ids.get(duties[place]?.id ?? '') ?? commitment.id,
        debtor: oneOrMore(known(debtorsOf(commitment), bodies)) ?? [],
        creditor: oneOrMore(known(creditorsOf(commitment), bodies)),
        conditionalOn: known(conditionalOn, ids),
        window: without({ ...window, ...after }),
        signs: signs.filter(({ says }) => says.trim()),
      });
    }),
  };
};

/** What a commitment lacks before it can be saved: `end` is one before its beginning. */
export type CommitmentGap = 'requires' | 'debtor' | 'window' | 'end';

/** What the form still lacks before it can be saved; `place` is that of a commitment. */
export type FormGap =
  | { what: 'title' | 'signed' | 'party' | 'commitments' }
  | { what: CommitmentGap; place: number };

/** What is missing or contradicts itself, in the form's order; nothing: it can be saved. */
export const gapsOfForm = ({ title, signed, parties, actors, commitments }: CaseFile): FormGap[] => {
  const there = new Set([...parties, ...actors].flatMap(({ id, name }) => (name.trim() ? [id] : [])));
  const lacks = (commitment: Commitment): CommitmentGap[] => {
    const { requires, window } = commitment;
    const { from, to, after } = window;
    return [
      ...(requires.trim() ? [] : (['requires'] as const)),
      ...(debtorsOf(commitment).some((id) => there.has(id)) ? [] : (['debtor'] as const)),
      ...(from || after?.trim() ? [] : (['window'] as const)),
      ...(from && to && to < from ? (['end'] as const) : []),
    ];
  };
  return [
    ...(title.trim() ? [] : [{ what: 'title' as const }]),
    ...(signed ? [] : [{ what: 'signed' as const }]),
    ...(parties.some(({ name }) => name.trim()) ? [] : [{ what: 'party' as const }]),
    ...(commitments.length ? [] : [{ what: 'commitments' as const }]),
    ...commitments.flatMap((commitment, place) => lacks(commitment).map((what) => ({ what, place }))),
  ];
};

/** Whether a commitment says enough to be matched. */
const isWhole = ({ requires, debtor, window }: Commitment): boolean =>
  requires.trim() !== '' && debtor.length > 0 && (window.from !== '' || window.after !== undefined);

/** A commitment as it is tried: when it falls due, and on what, plays no part in what is found. */
const unbound = (commitment: Commitment): Commitment => {
  const { after: _, ...opened } = commitment.window;
  const window = isAfterCommitment(commitment.window) ? opened : commitment.window;
  return { ...commitment, window, conditionalOn: [] };
};

/**
 * What is sent to try a commitment, or a sign of it: the case with all of its commitments that are whole, since they compete
 * for a sentence; the sign apart.
 */
export const forTrial = (
  draft: CaseFile,
  commitment: Commitment,
  sign: Sign | null,
): { id: string; file: CaseFile; sign?: string } => {
  const tried = draft.commitments.filter((each) => each === commitment || isWhole(each));
  const commitments = tried.map((each) => {
    const signs = each.signs.filter((other) => other !== sign);
    return unbound({ ...each, signs });
  });
  const file = finished({ ...draft, commitments });
  const id = file.commitments[tried.indexOf(commitment)]?.id ?? '';
  return { id, file, ...(sign ? { sign: JSON.stringify(sign) } : {}) };
};
