import type { Actor, CaseFile, Commitment, Indicator, Party } from '../../src/model/index.ts';

/** An id made of a name: lower-case letters, digits and hyphens, and none that is taken. */
export const idFrom = (name: string, taken: readonly string[] = []): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .split('-')
    .slice(0, 6)
    .join('-')
    .slice(0, 40)
    .replace(/-+$/, '');
  const base = plain || 'x';
  for (let place = 1; ; place += 1) {
    const id = place === 1 ? base : `${base}-${place}`;
    if (!taken.includes(id)) return id;
  }
};

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

export const newIndicator = (): Indicator => ({
  ...{ id: '', says: '', bearing: 'breach', strength: 'direct', does: [] },
});

export const newCommitment = (signed: string): Commitment => ({
  ...{ id: '', debtor: '', creditor: '', kind: 'obligation', effort: 'result', requires: '' },
  ...{ window: { from: signed }, conditionalOn: [], indicators: [] },
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
      const signs = commitment.indicators.map((indicator) => indicator.id).filter(Boolean);
      const indicators = commitment.indicators.map((indicator) => {
        const sign = indicator.id || idFrom(indicator.says, signs);
        signs.push(sign);
        return without({ ...indicator, id: sign });
      });
      return without({ ...commitment, id, window: without(commitment.window), indicators });
    }),
  };
};

/** Whether an indicator says enough to be tried. */
const isWhole = ({ says, does }: Indicator): boolean => says.trim() !== '' && does.length > 0;

/** What is sent to try an indicator: the case with its commitment alone, whose other indicators tell what is new. */
export const forTrial = (
  draft: CaseFile,
  commitment: Commitment,
  indicator: Indicator,
): { id: string; file: CaseFile; indicator: string } => {
  const others = commitment.indicators.filter((other) => other !== indicator && isWhole(other));
  const { anchor: _, ...window } = commitment.window;
  const alone = { ...commitment, window, conditionalOn: [], indicators: [...others, indicator] };
  const file = finished({ ...draft, commitments: [alone] });
  const [finishedAlone] = file.commitments;
  const tried = finishedAlone?.indicators.at(-1);
  return {
    id: finishedAlone?.id ?? '',
    file: {
      ...file,
      commitments: [{ ...alone, ...finishedAlone, indicators: finishedAlone?.indicators.slice(0, -1) ?? [] }],
    },
    indicator: JSON.stringify(tried),
  };
};
