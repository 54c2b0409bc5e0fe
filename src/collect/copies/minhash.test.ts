import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandKeys, estimate, resemblance, signature, sortedSet } from './minhash.ts';
import { mixed } from './words.ts';

const setOf = (values: Iterable<number>) => sortedSet(Uint32Array.from(values, (value) => mixed(value)));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe('resemblance', () => {
  test.each([
    [[1, 2, 3], [1, 2, 3], 1],
    [[1, 2, 3], [3, 4, 5], 1 / 5],
    [[1, 2], [3], 0],
    [[], [], 0],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(resemblance(setOf(a), setOf(b))).toBeCloseTo(expected, 12);
  });

  test('is the same both ways, and 1 with itself', () => {
    const sets = fc.uniqueArray(fc.nat(60), { minLength: 1 });
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        expect(resemblance(setOf(a), setOf(b))).toBe(resemblance(setOf(b), setOf(a)));
        expect(resemblance(setOf(a), setOf(a))).toBe(1);
      }),
    );
  });
});

describe('the signature', () => {
  test.each([0.2, 0.5, 0.8, 1])('estimates a resemblance of %d', (wanted) => {
    // a and b have 1,000 values together and 1,000 · wanted of them in common.
    const common = Math.round(1000 * wanted);
    const a = setOf(range(0, common + (1000 - common) / 2));
    const b = setOf([...range(0, common), ...range(common + (1000 - common) / 2, 1000)]);
    expect(resemblance(a, b)).toBeCloseTo(wanted, 2);
    // The standard error of 128 draws is at most .045.
    expect(Math.abs(estimate(signature(a), signature(b)) - wanted)).toBeLessThan(0.14);
  });

  test('does not change from one version to the next: stored keys must stay right', () => {
    expect([...bandKeys(signature(setOf(range(0, 50))))].slice(0, 4)).toMatchInlineSnapshot(`
      [
        1810511652,
        649204491,
        -645942964,
        -298314355,
      ]
    `);
  });

  test('has the share of bands in common that the paper’s curve says', () => {
    // 1 − (1 − .7⁴)³² > .9999; at .1 it is .003.
    const meets = (common: number, seed: number) => {
      const shift = seed * 10_000;
      const a = range(shift, shift + 1000);
      const b = range(shift + 1000 - common, shift + 2000 - common);
      const keys = new Set(bandKeys(signature(setOf(a))));
      return bandKeys(signature(setOf(b))).some((key) => keys.has(key));
    };
    const often = (common: number) => range(0, 40).filter((seed) => meets(common, seed)).length;
    // |A ∪ B| is 2000 − common: 824 in common of 1,176 is .7; 182 of 1,818 is .1.
    expect(often(824)).toBe(40);
    expect(often(182)).toBeLessThan(4);
  });
});
