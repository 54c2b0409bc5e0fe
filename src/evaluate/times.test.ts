import { describe, expect, it } from 'vitest';
import type { TimeMention } from '../model/index.ts';
import type { Timex } from './corpora/timeml.ts';
import { readingOf, spanOf } from './testing.ts';
import { scoreTimes } from './times.ts';

const text = 'The ferry ran early this week and stopped on Friday for two days.';
const timex = (words: string, value: string, kind: Timex['kind'] = 'date'): Timex => ({
  span: spanOf(text, words),
  value,
  kind,
});
const gold = [
  timex('this week', '2022-W33'),
  timex('Friday', '2022-08-19'),
  timex('two days', 'P2D', 'duration'),
];
const score = (...times: Timex[]) =>
  scoreTimes(gold, readingOf(text, { times: times.map((time): TimeMention => ({ ...time, edtf: null })) }));
const right = (...times: Timex[]) => {
  const { strict, relaxed, value, type } = score(...times);
  return [strict, relaxed, value, type].map((tally) => tally.right);
};

describe('times', () => {
  it('are all right where all is the same', () => {
    expect(right(...gold)).toEqual([3, 3, 3, 3]);
    expect(score(...gold).value).toEqual({ gold: 3, predicted: 3, right: 3 });
  });

  it('that only overlap are right in the relaxed way, with value and type', () => {
    expect(right(timex('early this week', '2022-W33'))).toEqual([0, 1, 1, 1]);
  });

  it('of another value or type are found all the same', () => {
    expect(right(timex('Friday', '2022-08-12'))).toEqual([1, 1, 0, 1]);
    expect(right(timex('Friday', '2022-08-19', 'time'))).toEqual([1, 1, 1, 0]);
  });

  it('elsewhere are wrong, and none counts twice', () => {
    expect(right(timex('ferry', '2022-08-19'))).toEqual([0, 0, 0, 0]);
    expect(right(timex('two', 'P2D', 'duration'), timex('days', 'P2D', 'duration'))).toEqual([0, 1, 1, 1]);
    expect(right(timex('this week and stopped on Friday', '2022-W33'))).toEqual([0, 1, 1, 1]);
  });
});
