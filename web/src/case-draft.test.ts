import { expect, it } from 'vitest';
import { idFrom } from '../../src/model/ids.ts';
import { CaseFile, type Sign } from '../../src/model/index.ts';
import { finished, forTrial, listOf, newCase, newCommitment, newSign } from './case-draft.ts';

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
      signs: [{ ...newSign(), says: 'Norland leaves.' }, newSign()],
    })),
  });
  expect(CaseFile.safeParse(made)).toMatchObject({ success: true });
  expect(made.commitments.map(({ id }) => id)).toEqual(['leave-the-pass', 'leave-the-pass-2']);
  expect(made.commitments[0]?.signs.map(({ says }) => says)).toEqual(['Norland leaves.']);
});

it('tries a commitment or a sign beside the others that are whole, without what it waits for', () => {
  const duty = { ...newCommitment('2030-01-01'), debtor: 'norland', requires: 'Norland leaves the pass.' };
  const [old, fresh] = ['Norland leaves.', 'Norland stays.'].map((says) => ({ ...newSign(), says }));
  const commitment = { ...duty, id: 'leave', conditionalOn: ['pay'], signs: [old, fresh] as Sign[] };
  const draft = {
    ...newCase(),
    commitments: [newCommitment('2030-01-01'), { ...duty, requires: 'Norland pays.' }, commitment],
  };
  const alone = forTrial(draft, commitment, null);
  expect(alone).toMatchObject({
    id: 'leave',
    file: { commitments: [{ id: 'norland-pays' }, { id: 'leave' }] },
  });
  expect(alone.file.commitments[1]?.conditionalOn ?? []).toEqual([]);
  expect(alone).not.toHaveProperty('sign');
  const withSign = forTrial(draft, commitment, fresh ?? null);
  expect(withSign.file.commitments[1]?.signs).toEqual([old]);
  expect(JSON.parse(withSign.sign ?? '')).toEqual(fresh);
});
