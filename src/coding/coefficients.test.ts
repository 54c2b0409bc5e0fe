import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa, nominal, quadratic } from './cohen-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

const _ = null;

/** Four observers of twelve units: Krippendorff 2011, example C. */
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];

const unitsOf = (coders: readonly (readonly (number | null)[])[]) =>
  (coders[0] ?? []).map((_value, unit) =>
    coders
      .map((values) => (values[unit] ?? 1) - 1)
      .map((rank, coder) => (coders[coder]?.[unit] === null ? null : rank)),
  );

describe('Krippendorff’s α', () => {
  it('of his four observers is .815 for ordinal values', () => {
    expect(krippendorffAlpha(unitsOf(observers), 5)).toBeCloseTo(0.815, 3);
  });

  it('of his two observers of nominal values is .095 where there are but two', () => {
    // Example A of 2011: with two values the metrics are the same.
    const jon = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const han = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    expect(
      krippendorffAlpha(
        jon.map((value, unit) => [value, han[unit] ?? null]),
        2,
      ),
    ).toBeCloseTo(0.095, 3);
  });

  it('is not defined where nothing was coded twice, or nothing differs', () => {
    expect(krippendorffAlpha([], 4)).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        4,
      ),
    ).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        4,
      ),
    ).toBeNull();
  });

  const pairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 30 });

  it('is never over 1, 1 of those who agree, and the same whoever comes first', () => {
    fc.assert(
      fc.property(pairs, (units) => {
        const alpha = krippendorffAlpha(units, 4);
        expect(alpha ?? 0).toBeLessThanOrEqual(1);
        expect(
          krippendorffAlpha(
            units.map(([a, b]) => [b, a]),
            4,
          ) ?? 9,
        ).toBeCloseTo(alpha ?? 9, 9);
        const agreed = krippendorffAlpha(
          units.map(([a]) => [a, a]),
          4,
        );
        if (agreed !== null) expect(agreed).toBe(1);
      }),
    );
  });
});

describe('Cohen’s κ', () => {
  /** Cohen 1968, table 1: shares of what two psychiatrists diagnosed, and how far diagnoses stand apart. */
  const table = [
    [0.44, 0.07, 0.09],
    [0.05, 0.2, 0.05],
    [0.01, 0.03, 0.06],
  ];
  const weights = [
    [0, 1, 3],
    [1, 0, 6],
    [3, 6, 0],
  ];

  it('of his two psychiatrists is .492, and .348 with his weights', () => {
    expect(cohenKappa(table, nominal)).toBeCloseTo(0.492, 3);
    expect(cohenKappa(table, (a, b) => weights[a]?.[b] ?? 0)).toBeCloseTo(0.348, 3);
  });

  it('with squared weights is 1 of those who agree, and less the farther they stand apart', () => {
    expect(
      cohenKappa(
        [
          [3, 0, 0],
          [0, 3, 0],
          [0, 0, 3],
        ],
        quadratic,
      ),
    ).toBe(1);
    const near =
      cohenKappa(
        [
          [2, 1, 0],
          [0, 3, 0],
          [0, 0, 3],
        ],
        quadratic,
      ) ?? 0;
    const far =
      cohenKappa(
        [
          [2, 0, 1],
          [0, 3, 0],
          [0, 0, 3],
        ],
        quadratic,
      ) ?? 0;
    expect(near).toBeGreaterThan(far);
  });

  it('is not defined where nothing was coded by both, or all has one value', () => {
    expect(
      cohenKappa(
        [
          [0, 0],
          [0, 0],
        ],
        nominal,
      ),
    ).toBeNull();
    expect(
      cohenKappa(
        [
          [4, 0],
          [0, 0],
        ],
        nominal,
      ),
    ).toBeNull();
  });
});
