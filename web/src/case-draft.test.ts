import { expect, it } from 'vitest';
import { idFrom } from '../../src/model/ids.ts';
import { CaseFile, type Sign } from '../../src/model/index.ts';
import {
  finished,
  forTrial,
  gapsOfForm,
  listOf,
  newActor,
  newCase,
  newCommitment,
  newParty,
  newSign,
} from './case-draft.ts';

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

it('lets what is new be named before it is saved', () => {
  const [town, mill, guild] = [newParty(), newParty(), newActor()];
  const [first, second] = [newCommitment('2031-03-04'), newCommitment('2031-03-04')];
  const made = finished({
    ...newCase(),
    ...{ title: 'The Locks Pledge', signed: '2031-03-04' },
    parties: [
      { ...town, name: 'Town' },
      { ...mill, name: 'Town' },
    ],
    actors: [{ ...guild, name: 'Guild', memberOf: [town.id], adverseTo: [mill.id, 'gone'] }],
    commitments: [
      { ...first, requires: 'Pay.', debtor: mill.id, creditor: guild.id },
      {
        ...second,
        ...{ requires: 'Dig.', debtor: [town.id, mill.id, 'gone'], conditionalOn: [first.id] },
        window: { after: first.id },
      },
    ],
  });
  expect(CaseFile.safeParse(made)).toMatchObject({ success: true });
  expect(made.actors[0]).toMatchObject({ id: 'guild', memberOf: ['town'], adverseTo: ['town-2'] });
  expect(made.commitments).toMatchObject([
    { id: 'pay', debtor: 'town-2', creditor: 'guild' },
    { id: 'dig', debtor: ['town', 'town-2'], conditionalOn: ['pay'], window: { after: 'pay' } },
  ]);
});

it('says what a form lacks', () => {
  const commitment = { ...newCommitment(''), window: { from: '2031-05-01', to: '2031-04-01' } };
  expect(gapsOfForm(newCase()).map(({ what }) => what)).toEqual(['title', 'signed', 'party', 'commitments']);
  expect(gapsOfForm({ ...newCase(), commitments: [commitment] }).slice(3)).toEqual([
    { what: 'requires', place: 0 },
    { what: 'debtor', place: 0 },
    { what: 'end', place: 0 },
  ]);
});
