import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanAbsoluteError, type Pairs, pearson } from './correlation.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 })), {
  maxLength: 30,
});

describe('correlation', () => {
  it('of a small table, by hand', () => {
    // Means 3 and 2; sums of products 4, of squares 10 and 2.
    const table: Pairs = [
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 2],
      [5, 3],
    ];
    expect(pearson(table)).toBeCloseTo(4 / Math.sqrt(20), 12);
    expect(meanAbsoluteError(table)).toBeCloseTo((0 + 0 + 1 + 2 + 2) / 5, 12);
  });

  it('is 1 on a rising line, −1 on a falling one, and not defined on a flat one', () => {
    const xs = [-3, -1, 0, 2];
    expect(pearson(xs.map((x) => [x, 2 * x + 1]))).toBeCloseTo(1, 12);
    expect(pearson(xs.map((x) => [x, -x]))).toBeCloseTo(-1, 12);
    expect(pearson(xs.map((x) => [x, 3]))).toBeNull();
    expect(pearson([])).toBeNull();
    expect(meanAbsoluteError([])).toBeNull();
  });

  it('is the same for both sides, within −1 and 1, and blind to scale', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 9 }), (table, scale) => {
        const r = pearson(table);
        if (r === null) return;
        expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-9);
        expect(pearson(table.map(([x, y]) => [y, x]))).toBeCloseTo(r, 9);
        expect(pearson(table.map(([x, y]) => [x, scale * y + 5]))).toBeCloseTo(r, 9);
      }),
    );
  });
});
