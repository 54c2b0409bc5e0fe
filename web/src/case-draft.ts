import { idFrom } from '../../src/model/ids.ts';
import type { Actor, CaseFile, Commitment, Party, Sign } from '../../src/model/index.ts';

/** `a, b, c` as a list and back. */
export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

export const newParty = (): Party => ({ id: '', name: '', aliases: [] });

export const newActor = (): Actor => ({
  ...{ id: '', name: '', aliases: [], memberOf: [], partOf: [], adverseTo: [], relations: [] },
});

export const newSign = (): Sign => ({ says: '', bearing: 'breach', strength: 'direct' });

export const newCommitment = (signed: string): Commitment => ({
  ...{ id: '', debtor: [], creditor: null, kind: 'obligation', effort: 'result', requires: '' },
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

/** Gives ids to what has none yet and leaves out what was left empty: what the server is sent. */
export const finished = (draft: CaseFile): CaseFile => {
  const people: string[] = [...draft.parties, ...draft.actors].map(({ id }) => id).filter(Boolean);
  const named = <T extends { id: string; name: string }>(one: T): T => {
    if (one.id) return one;
    const id = idFrom(one.name, people);
    people.push(id);
    return { ...one, id };
  };
  const duties = draft.commitments.map(({ id }) => id).filter(Boolean);
  return {
    ...draft,
    id: draft.id || idFrom(draft.title),
    parties: draft.parties.filter(({ name }) => name.trim()).map(named),
    actors: draft.actors.filter(({ name }) => name.trim()).map(named),
    commitments: draft.commitments.map((commitment) => {
      const id = commitment.id || idFrom(commitment.requires, duties);
      duties.push(id);
      const signs = commitment.signs.filter(({ says }) => says.trim());
      return without({ ...commitment, id, window: without(commitment.window), signs });
    }),
  };
};

/** Whether a commitment says enough to be matched. */
const isWhole = ({ requires, debtor, window }: Commitment): boolean =>
  requires.trim() !== '' && debtor.length > 0 && (window.from !== '' || window.after !== undefined);

/** A commitment as it is tried: when it falls due, and on what, plays no part in what is found. */
const unbound = (commitment: Commitment): Commitment => {
  const { after, ...window } = commitment.window;
  const isAfterCommitment = after !== undefined && !/\s/u.test(after);
  return { ...commitment, window: isAfterCommitment ? window : commitment.window, conditionalOn: [] };
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
