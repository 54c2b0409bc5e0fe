import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, f1Figure, total } from './f1.ts';

const sets = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')).map((keys) => new Set(keys));

describe('F1', () => {
  it('of two right among three given and four wanted is 57.1', () => {
    const tally = compare(new Set(['a', 'b', 'c', 'd']), new Set(['a', 'b', 'x']));
    expect(tally).toEqual({ gold: 4, predicted: 3, right: 2 });
    const figure = f1Figure('cue', tally);
    expect(figure.precision).toBeCloseTo(66.67, 2);
    expect(figure.recall).toBe(50);
    expect(figure.value).toBeCloseTo(57.14, 2);
  });

  it('sums counts over texts before dividing', () => {
    const tally = total([
      { gold: 1, predicted: 1, right: 1 },
      { gold: 9, predicted: 0, right: 0 },
    ]);
    expect(f1Figure('cue', tally).value).toBeCloseTo((100 * 2) / 11, 6);
  });

  it('is 0 when nothing is given, and undefined when nothing is wanted either', () => {
    expect(f1Figure('cue', { gold: 3, predicted: 0, right: 0 }).value).toBe(0);
    expect(f1Figure('cue', { gold: 0, predicted: 0, right: 0 }).value).toBeNull();
  });

  it('is the same whichever side is the gold, and lies between precision and recall', () => {
    fc.assert(
      fc.property(sets, sets, (one, other) => {
        const there = f1Figure('x', compare(one, other));
        const back = f1Figure('x', compare(other, one));
        expect(there.value).toBe(back.value);
        expect(there.precision).toBe(back.recall);
        if (there.value === null) return;
        const [low, high] = [there.precision ?? 0, there.recall ?? 0].sort((a, b) => a - b);
        expect(there.value).toBeGreaterThanOrEqual((low ?? 0) - 1e-9);
        expect(there.value).toBeLessThanOrEqual((high ?? 0) + 1e-9);
      }),
    );
  });
});
