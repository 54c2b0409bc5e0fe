import { describe, expect, it } from 'vitest';
import { factualityFigures, rateEvents } from './factuality.ts';
import { readingOf, spanOf } from './testing.ts';

const text = 'The ferry ran, but the co-operation of the town did not last.';
const rate = (word: string, events: [words: string, factuality: number][]) =>
  rateEvents(
    { id: 'a', text, events: [{ span: spanOf(text, word), factuality: 2 }] },
    readingOf(text, {
      events: events.map(([words, factuality]) => ({ span: spanOf(text, words), factuality })),
    }),
  );

describe('ratings of events', () => {
  it.each([
    [
      'at the same word',
      'ran',
      [
        ['ran', 3],
        ['last', -3],
      ],
      3,
    ],
    ['that covers the word', 'last', [['did not last', -2]], -2],
    ['that covers a part of it', 'co-operation', [['operation', 1]], 1],
    [
      'that is the shortest of two',
      'last',
      [
        ['did not last', -2],
        ['last', -3],
      ],
      -3,
    ],
    [
      'that covers the most of it',
      'co-operation',
      [
        ['co', 1],
        ['operation of the town', 2],
      ],
      2,
    ],
    ['elsewhere', 'ran', [['last', -3]], null],
  ] as const)('take the event %s', (_, word, events, given) => {
    expect(
      rate(
        word,
        events.map(([words, value]) => [words, value]),
      ),
    ).toEqual([{ wanted: 2, given }]);
  });

  it('of a reading without the layer find nothing', () => {
    const [rating] = rateEvents(
      { id: 'a', text, events: [{ span: [4, 9], factuality: 1 }] },
      readingOf(text),
    );
    expect(rating?.given).toBeNull();
  });
});

it('an event that was not found counts as 0 in correlation and error', () => {
  const [all, found, share, error] = factualityFigures([
    { wanted: 3, given: 3 },
    { wanted: -3, given: -3 },
    { wanted: 3, given: null },
    { wanted: -3, given: null },
  ]);
  expect(all).toMatchObject({ unit: 'r', count: 4 });
  expect(all?.value).toBeCloseTo(Math.SQRT1_2, 12);
  expect(found).toMatchObject({ count: 2 });
  expect(found?.value).toBeCloseTo(1, 12);
  expect(share).toMatchObject({ unit: '%', value: 50 });
  expect(error).toMatchObject({ unit: 'points', value: 1.5 });
});
