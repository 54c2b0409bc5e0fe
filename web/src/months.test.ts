import { expect, test } from 'vitest';
import type { Month } from '../../src/model/index.ts';
import { monthRuns } from '../../src/model/month-runs.ts';
import { calendar, monthsBetween } from './months.ts';

const months: Month[] = [
  { month: '2020-11', status: 'no information' },
  { month: '2020-12', status: 'no information' },
  { month: '2021-01', status: 'probable breach' },
  { month: '2021-02', status: 'no information' },
];

test('months with one status make one run', () => {
  expect(monthRuns(months)).toEqual([
    { from: '2020-11', to: '2020-12', status: 'no information' },
    { from: '2021-01', to: '2021-01', status: 'probable breach' },
    { from: '2021-02', to: '2021-02', status: 'no information' },
  ]);
  expect(monthRuns([])).toEqual([]);
});

test('each month stands in its place of its year', () => {
  const years = calendar(months);
  expect(years.map(({ year }) => year)).toEqual([2020, 2021]);
  expect(years[0]?.months[10]).toBe(months[0]);
  expect(years[0]?.months[9]).toBeNull();
  expect(years[1]?.months[0]?.status).toBe('probable breach');
  expect(years.map(({ months }) => months.length)).toEqual([12, 2]);
});

test('months are counted over the turn of a year', () => {
  expect(monthsBetween('2020-11', '2021-02-28')).toBe(3);
  expect(monthsBetween('2021-01', '2020-12')).toBe(-1);
  expect(monthsBetween('2021-01', '2021-01')).toBe(0);
});
