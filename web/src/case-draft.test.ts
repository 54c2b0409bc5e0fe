import { expect, it } from 'vitest';
import { CaseFile } from '../../src/model/index.ts';
import { finished, idFrom, listOf, newCase, newCommitment, newIndicator } from './case-draft.ts';

it.each([
  ['The Río Accord, 2030', [], 'the-rio-accord-2030'],
  ['  – ', [], 'x'],
  ['Norland', ['norland', 'norland-2'], 'norland-3'],
])('makes an id of %j beside %j', (name, taken, id) => {
  expect(idFrom(name, taken)).toBe(id);
});

it('reads a list written with commas', () => {
  expect(listOf(' a b,, c ,')).toEqual(['a b', 'c']);
});

it('finishes a draft into a case file that holds', () => {
  const draft = newCase();
  const [one, other] = draft.parties;
  const made = finished({
    ...draft,
    title: 'The Pass Accord',
    signed: '2030-01-01',
    parties: [
      { ...one, id: 'norland', name: 'Norland', aliases: [] },
      { ...other, id: 'sudland', name: 'Sudland', aliases: [] },
    ],
    commitments: ['Leave the pass.', 'Leave the pass.'].map((requires) => ({
      ...newCommitment('2030-01-01'),
      debtor: 'norland',
      creditor: 'sudland',
      requires,
      window: { from: '2030-01-01', to: '' },
      indicators: [{ ...newIndicator(), says: 'Norland leaves.', does: ['RETREAT'] as const, who: [] }].map(
        (indicator) => ({ ...indicator, does: [...indicator.does] }),
      ),
    })),
  });
  expect(CaseFile.safeParse(made)).toMatchObject({ success: true });
  expect(made.commitments.map(({ id }) => id)).toEqual(['leave-the-pass', 'leave-the-pass-2']);
  expect(made.commitments[0]?.indicators[0]).not.toHaveProperty('who');
});
