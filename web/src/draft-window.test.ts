import { expect, it } from 'vitest';
import type { DraftWindow } from '../../src/model/index.ts';
import { fieldsOf, windowFrom } from './draft-window.ts';

const open: DraftWindow = { from: null, to: null, within: null, after: null, words: 'as soon as may be' };
const isCommitment = (id: string): boolean => id === 'clear';

it.each<[string, Partial<DraftWindow>, string]>([
  ['the signing', {}, 'signing'],
  ['the signing, within a time', { within: 'P10D' }, 'signing'],
  ['a day to a day', { from: '2031-04-01', to: '2031-05-01' }, 'day'],
  ['an event', { within: 'P3W', after: 'the locks have opened' }, 'event'],
  ['an event whose day is known', { from: '2031-04-01', after: 'the locks have opened' }, 'event'],
  ['a commitment', { within: 'P2M', after: 'clear' }, 'commitment'],
  ['a time of two units', { within: 'P1Y2M' }, 'signing'],
])('a window from %s stays as it is in the form', (_what, part, opening) => {
  const window = { ...open, ...part };
  const fields = fieldsOf(window, isCommitment);
  expect(fields.opening).toBe(opening);
  expect(windowFrom(fields, window)).toEqual(window);
});

it('a window that counts from an event has no last day', () => {
  const fields = fieldsOf({ ...open, to: '2031-05-01' }, isCommitment);
  expect(windowFrom({ ...fields, opening: 'event', after: ' it rains ' }, open)).toEqual({
    ...open,
    after: 'it rains',
  });
});
