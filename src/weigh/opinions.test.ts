import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Masses } from './defaults.ts';
import {
  complement,
  discount,
  fromFactuality,
  fromSupport,
  probability,
  published,
  supportOf,
  vacuous,
} from './opinions.ts';

const masses = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }))
  .map(([share, uncertainty]): Masses => {
    const belief = share * (1 - uncertainty);
    return { belief, disbelief: 1 - uncertainty - belief, uncertainty };
  });

const fuseAll = (opinions: readonly Masses[]): Masses =>
  fromSupport(
    opinions
      .map(supportOf)
      .reduce((sum, { pro, contra }) => ({ pro: sum.pro + pro, contra: sum.contra + contra }), {
        pro: 0,
        contra: 0,
      }),
  );
const fuse = (a: Masses, b: Masses): Masses => fuseAll([a, b]);

const isClose = (a: Masses, b: Masses) => {
  expect(a.belief).toBeCloseTo(b.belief, 9);
  expect(a.disbelief).toBeCloseTo(b.disbelief, 9);
  expect(a.uncertainty).toBeCloseTo(b.uncertainty, 9);
};

describe('opinions', () => {
  it.each([
    [3, 1, 0, 0],
    [1.5, 0.5, 0, 0.5],
    [0, 0, 0, 1],
    [-3, 0, 1, 0],
  ])('factuality %d is (%d, %d, %d)', (factuality, belief, disbelief, uncertainty) => {
    isClose(fromFactuality(factuality), { belief, disbelief, uncertainty });
  });

  it('discounting keeps what is not trusted as uncertainty', () => {
    isClose(
      discount(
        { belief: 0.5, disbelief: 0.2, uncertainty: 0.3 },
        { belief: 0.6, disbelief: 0.4, uncertainty: 0 },
      ),
      {
        belief: 0.3,
        disbelief: 0.2,
        uncertainty: 0.5,
      },
    );
  });

  it('fuses two half-certain opinions into a surer one', () => {
    const half = { belief: 0.5, disbelief: 0, uncertainty: 0.5 };
    isClose(fuse(half, half), { belief: 2 / 3, disbelief: 0, uncertainty: 1 / 3 });
  });

  it('fusion is commutative, associative and neutral to the vacuous opinion', () => {
    fc.assert(
      fc.property(masses, masses, masses, (a, b, c) => {
        isClose(fuse(a, b), fuse(b, a));
        isClose(fuse(fuse(a, b), c), fuse(a, fuse(b, c)));
        isClose(fuseAll([a, b, c]), fuse(a, fuse(b, c)));
        isClose(fuse(a, vacuous), a);
      }),
    );
  });

  it('masses always add up to one and the complement mirrors the probability', () => {
    fc.assert(
      fc.property(fc.array(masses, { maxLength: 8 }), masses, (many, trust) => {
        const fused = discount(trust, fuseAll(many));
        expect(fused.belief + fused.disbelief + fused.uncertainty).toBeCloseTo(1, 9);
        expect(probability(fused) + probability(complement(fused))).toBeCloseTo(1, 9);
      }),
    );
  });

  it('has the projected probability of the opinion that Jøsang 2001 draws in its triangle', () => {
    expect(probability({ belief: 0.7, disbelief: 0.1, uncertainty: 0.2 })).toBeCloseTo(0.8, 9);
  });

  it('fuses the three opinions of van der Heijden, Kopp and Kargl 2018 as their table I does', () => {
    const fused = fuseAll([
      { belief: 0.1, disbelief: 0.3, uncertainty: 0.6 },
      { belief: 0.4, disbelief: 0.2, uncertainty: 0.4 },
      { belief: 0.7, disbelief: 0.1, uncertainty: 0.2 },
    ]);
    expect(fused.belief).toBeCloseTo(0.651, 3);
    expect(fused.disbelief).toBeCloseTo(0.209, 3);
    expect(fused.uncertainty).toBeCloseTo(0.14, 3);
  });

  it('discounts a belief of .9 that is trusted with .9 to .81, the rest uncertain (Jøsang, Marsh and Pope 2006)', () => {
    const sure = { belief: 0.9, disbelief: 0, uncertainty: 0.1 };
    isClose(discount(sure, sure), { belief: 0.81, disbelief: 0, uncertainty: 0.19 });
  });

  it('fuses as the formula for two opinions does (Jøsang 2016, p. 226 f.)', () => {
    fc.assert(
      fc.property(masses, masses, (a, b) => {
        const shared = a.uncertainty + b.uncertainty - a.uncertainty * b.uncertainty;
        const mixed = (mass: 'belief' | 'disbelief') =>
          (a[mass] * b.uncertainty + b[mass] * a.uncertainty) / shared;
        isClose(fuse(a, b), {
          belief: mixed('belief'),
          disbelief: mixed('disbelief'),
          uncertainty: (a.uncertainty * b.uncertainty) / shared,
        });
      }),
    );
  });

  it('shows no probability without evidence', () => {
    expect(published(vacuous).probability).toBeNull();
    expect(published(fromFactuality(3)).probability).toBe(1);
  });
});
