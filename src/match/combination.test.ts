import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Combination, judgePair, outcomeOf } from './combination.ts';
import { readCombination } from './weights.ts';

describe('the combination', () => {
  it('gives probabilities that add up to 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        (a, b) => {
          const { none, breach, performance } = outcomeOf(a, b);
          expect(none + breach + performance).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('a worked sum: bias 1 and two weights', () => {
    const sum = { bias: 1, weights: { words: 2, meaning: -1 } };
    const combination = Combination.parse({
      candidate: { ...sum, threshold: 0, most: 5 },
      early: { ...sum, threshold: 0 },
      breach: sum,
      performance: { bias: 0, weights: {} },
      temperature: 1,
      counted: 0.8,
      suggested: 0.4,
    });
    // log-odds 1 + 2·½ − 1 = 1 for breach, 0 for performance: e / (e + 2).
    expect(judgePair(combination, { words: 0.5, meaning: 1 }).breach).toBeCloseTo(Math.E / (Math.E + 2), 9);
  });

  it('the fitted one counts later than it suggests', () => {
    const { suggested, counted } = readCombination();
    expect(suggested).toBeLessThan(counted);
  });
});
