import { expect, it } from 'vitest';
import { daysTo, nextDeadline } from './deadlines.ts';

it('counts days over months and years, back too', () => {
  expect(daysTo('2020-02-28', '2020-03-01')).toBe(2);
  expect(daysTo('2020-01-01', '2019-12-31')).toBe(-1);
});

it('finds the first deadline still ahead, today among them', () => {
  const items = [{ due: '2020-05-01' }, { due: null }, { due: '2020-03-01' }, { due: '2020-01-01' }];
  expect(nextDeadline(items, '2020-03-01')?.due).toBe('2020-03-01');
  expect(nextDeadline(items, '2020-05-02')).toBeUndefined();
});
