import { afterAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../model/index.ts';
import { createLocalReader } from '../../read/index.ts';
import { draftAgreement } from './index.ts';
import { oddForms } from './odd-forms.ts';
import { agreements, type TriedAgreement } from './testing.ts';

const reader = createLocalReader();
const drafts = new Map<string, Promise<Draft>>();
const draftOf = ({ name, text, signed }: TriedAgreement): Promise<Draft> => {
  const known = drafts.get(name) ?? draftAgreement(reader, { text, signed });
  drafts.set(name, known);
  return known;
};
afterAll(() => reader.close());

const nameOf = ({ parties, actors }: Draft, id: string): string =>
  [...parties, ...actors].find((one) => one.id === id)?.name ?? id;

describe.each([...agreements, ...oddForms])('a draft of $name', (agreement) => {
  it('has the parties', async () => {
    const { parties } = await draftOf(agreement);
    expect(parties.map(({ name }) => name)).toEqual(expect.arrayContaining([...agreement.parties]));
    if (agreement.parties.length > 0) expect(parties).toHaveLength(agreement.parties.length);
  });

  it.each(agreement.duties)('$words', async ({ words, debtor, ...expected }) => {
    const draft = await draftOf(agreement);
    const found = draft.commitments.filter(({ span }) => draft.text.slice(...span).includes(words));
    expect(found, words).toHaveLength(1);
    const [one] = found;
    const { from, to, within, after, quantity, condition, ...rest } = expected;
    expect(one?.debtor.map((id) => nameOf(draft, id))).toEqual(debtor);
    expect(one).toMatchObject(rest);
    const window = Object.fromEntries(
      Object.entries({ from, to, within, after }).filter(([, value]) => value !== undefined),
    );
    expect(one?.window).toMatchObject(window);
    if (condition === null) expect(one?.condition).toBeNull();
    else if (condition) expect(one?.condition).toContain(condition);
    if (quantity) expect(one?.quantity).toMatchObject(quantity);
  });

  it('has no commitment more', async () => {
    const { commitments } = await draftOf(agreement);
    expect(commitments.length).toBeGreaterThanOrEqual(agreement.duties.length);
    if (agreement.count !== undefined) expect(commitments).toHaveLength(agreement.count);
  });

  it('leaves out what binds nobody', async () => {
    const draft = await draftOf(agreement);
    for (const words of agreement.leftOut ?? []) {
      expect(
        draft.leftOut.some(({ span }) => draft.text.slice(...span).includes(words)),
        words,
      ).toBe(true);
    }
  });
});
