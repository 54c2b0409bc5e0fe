import { expect, it } from 'vitest';
import { clockStops, stopAt } from './clock-stops.ts';

const stops = clockStops('2020-01-29', '2020-04-10');

it('stops at the end of each month and today', () => {
  expect(stops).toEqual(['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-10']);
  expect(clockStops('2031-05-01', '2030-01-01')).toEqual(['2030-01-01']);
});

it.each([
  ['2020-02-29', 1],
  ['2020-03-15', 1],
  ['2020-12-01', 3],
  ['2019-01-01', 0],
])('%s stands at stop %i', (day, stop) => {
  expect(stopAt(stops, day)).toBe(stop);
});
