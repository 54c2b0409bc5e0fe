import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { winnow } from './winnowing.ts';

describe('winnowing', () => {
  test('chooses what the paper’s example chooses', () => {
    // Figure 2 of the paper: hashes of 5-grams of "adorunrunrunadorunrun", windows of four.
    const hashes = Uint32Array.from([77, 74, 42, 17, 98, 50, 17, 98, 8, 88, 67, 39, 77, 74, 42, 17, 98]);
    expect(winnow(hashes, 4).map(({ hash, word }) => [hash, word])).toEqual([
      [17, 3],
      [17, 6],
      [8, 8],
      [39, 11],
      [17, 15],
    ]);
  });

  const few = fc.array(fc.nat(12), { maxLength: 40 });

  test('leaves no window without a fingerprint', () => {
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 8 }), (values, window) => {
        const chosen = winnow(Uint32Array.from(values), window).map(({ word }) => word);
        for (let start = 0; start + window <= values.length; start += 1) {
          expect(chosen.some((word) => word >= start && word < start + window)).toBe(true);
        }
        expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
      }),
    );
  });

  test('finds every run of a window’s length that two texts have in common', () => {
    fc.assert(
      fc.property(
        few,
        few,
        few,
        few,
        fc.array(fc.nat(1000), { minLength: 5, maxLength: 20 }),
        (a, b, c, d, run) => {
          const here = winnow(Uint32Array.from([...a, ...run, ...b]), 5).map(({ hash }) => hash);
          const there = new Set(winnow(Uint32Array.from([...c, ...run, ...d]), 5).map(({ hash }) => hash));
          expect(here.some((hash) => there.has(hash))).toBe(true);
        },
      ),
    );
  });

  test('chooses about two of each window and one, where hashes are random', () => {
    const random = Uint32Array.from(
      { length: 20_000 },
      (_, index) => Math.imul(index + 1, 2_654_435_761) >>> 0,
    );
    const shuffled = random.map((value) => Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0);
    const density = winnow(shuffled, 15).length / shuffled.length;
    expect(density).toBeGreaterThan(0.1);
    expect(density).toBeLessThan(0.15);
  });
});
