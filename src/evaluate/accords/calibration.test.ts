import { describe, expect, it } from 'vitest';
import { binFigures, errorFigure, forecastsOf } from './calibration.ts';
import { pairOf } from './testing.ts';

const forecasts = [
  { probability: 0.62, held: true },
  { probability: 0.68, held: false },
  { probability: 0.9, held: true },
  { probability: 1, held: true },
];

describe('calibration', () => {
  it('is how often what is proposed holds, with its direction', () => {
    const pair = pairOf({
      gold: ['breach'],
      proposed: [
        { points: 'breach', probability: 0.7, tier: 'counted' },
        { points: 'performance', probability: 0.2, tier: 'suggested' },
      ],
    });
    expect(forecastsOf([pair, { ...pair, gold: [], isOpen: true }])).toEqual([
      { probability: 0.7, held: true },
      { probability: 0.2, held: false },
    ]);
  });

  it('sets what holds beside what was said, in tenths', () => {
    const figures = binFigures(forecasts);
    expect(figures).toMatchObject([
      { measure: 'holds of what is said with 60–70 %', count: 2, value: 50 },
      { measure: 'holds of what is said with 90–100 %', count: 2, value: 100 },
    ]);
    expect(figures.map(({ beside }) => beside)).toEqual([expect.closeTo(65), expect.closeTo(95)]);
  });

  it('is off by the mean distance of the two', () => {
    expect(errorFigure(forecasts).value).toBeCloseTo((2 * 15 + 2 * 5) / 4);
    expect(errorFigure([]).value).toBeNull();
  });
});
