import { describe, expect, it } from 'vitest';
import type { Commitment } from '../model/index.ts';
import { addDuration } from '../model/index.ts';
import { intervalOf, monthsOf } from './interval.ts';
import { dueDay, endOf, isDueBy, placed, relationToOpening, windowInterval } from './windows.ts';

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

const duty: Commitment = {
  ...{ id: 'withdraw', debtor: 'norland', creditor: null, kind: 'obligation', effort: 'result' },
  ...{ requires: 'Norland withdraws.', window: { from: '2020-02-29' }, conditionalOn: [], signs: [] },
};

describe('a commitment placed in time', () => {
  const within = (window: Commitment['window'], performed: string | null = null) => {
    const one = placed({ ...duty, window }, '2020-01-10', performed);
    return [one.window.from, dueDay(one.window), isDueBy(one, endOf('2030-01-01'))];
  };

  it.each<[string, Commitment['window'], string | null, unknown[]]>([
    ['opens on its day', { from: '2020-02-29', within: 'P10D' }, null, ['2020-02-29', '2020-03-10', true]],
    ['waits for an event', { within: 'P10D', after: 'they have met' }, null, ['2020-01-10', null, false]],
    [
      'opens on the day of an event, once known',
      { from: '2020-05-01', within: 'P10D', after: 'they have met' },
      null,
      ['2020-05-01', '2020-05-11', true],
    ],
    [
      'opens on the day of a performance, once known',
      { from: '2020-05-01', within: 'P10D', after: 'meet' },
      '2020-06-01',
      ['2020-06-01', '2020-06-11', true],
    ],
    ['waits for a commitment', { within: 'P10D', after: 'meet' }, null, ['2020-01-10', null, false]],
  ])('%s', (_, window, performed, expected) => {
    expect(within(window, performed)).toEqual(expected);
  });
});

describe('a window', () => {
  const window = { from: '2020-02-29', awaits: null };

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
    expect(intervalOf('')).toBeNull();
  });

  it('knows a season that has not ended', () => {
    expect(intervalOf('2030-24/..')).toEqual({
      from: Date.parse('2030-10-01T00:00:00Z'),
      to: Number.POSITIVE_INFINITY,
    });
  });

  it('touch the months they reach into', () => {
    const interval = intervalOf('2020-11-30/2021-01-01');
    expect(interval && monthsOf(interval)).toEqual(['2020-11', '2020-12', '2021-01']);
  });
});
