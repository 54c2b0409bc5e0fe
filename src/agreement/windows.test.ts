import { describe, expect, it } from 'vitest';
import { addDuration, intervalOf, monthsOf } from './interval.ts';
import { dueDay, relationToOpening, windowInterval } from './windows.ts';

describe('addDuration', () => {
  it.each([
    ['2020-02-29', 'P135D', '2020-07-13'],
    ['2020-02-29', 'P14M', '2021-04-29'],
    ['2020-02-29', 'P1Y', '2021-02-28'],
    ['2020-01-31', 'P1M', '2020-02-29'],
    ['2020-12-30', 'P2W', '2021-01-13'],
    ['2020-03-10', 'P1Y2M3D', '2021-05-13'],
  ])('%s and %s is %s', (day, duration, sum) => {
    expect(addDuration(day, duration)).toBe(sum);
  });
});

describe('a window', () => {
  const window = { from: '2020-02-29' };

  it('that never closes has no due day', () => {
    expect(dueDay(window)).toBeNull();
    expect(windowInterval(window).to).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    ['2019-10', 'before'],
    ['2020-02-28', 'before'],
    ['2020-02', 'straddles'],
    ['2020', 'straddles'],
    ['2020-02-29', 'after'],
    ['2020-03/2020-05', 'after'],
  ])('conduct of %s lies %s its opening', (date, relation) => {
    const conduct = intervalOf(date);
    expect(conduct && relationToOpening(conduct, window)).toBe(relation);
  });
});

describe('intervals', () => {
  it('what is no EDTF is no interval', () => {
    expect(intervalOf('last Tuesday')).toBeNull();
  });

  it('touch the months they reach into', () => {
    const interval = intervalOf('2020-11-30/2021-01-01');
    expect(interval && monthsOf(interval)).toEqual(['2020-11', '2020-12', '2021-01']);
  });
});
