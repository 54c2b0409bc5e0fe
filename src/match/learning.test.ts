import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from './combination.ts';
import { type DecidedPair, type LayerPair, layerFeatures, learn } from './learning.ts';

const odds = fc.double({ min: -6, max: 6, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

const layerPair = fc.record({
  commitment: fc.constantFrom('stay', 'leave', 'pay'),
  features: fc.record({
    breach: odds,
    performance: odds,
    words: share,
    meaning: share,
    bearsLead: share,
    debtorActs: fc.constantFrom(0, 1),
    uncommitted: fc.constantFrom(0, 1),
  }),
});

const decidedPair: fc.Arbitrary<DecidedPair> = fc
  .tuple(layerPair, fc.constantFrom('breach' as const, 'performance' as const, null))
  .map(([pair, points]) => ({ ...pair, points }));

const decisions = fc.array(decidedPair, { maxLength: 25 });

const pairOf = (commitment: string, breach: number, more: Record<string, number> = {}): LayerPair => ({
  commitment,
  features: { breach, performance: -4, words: 0.3, meaning: 0.4, bearsLead: 0.3, debtorActs: 1, ...more },
});

const breachOf = (pair: LayerPair, decided: readonly DecidedPair[]): number =>
  learn(decided).adjust(pair).breach;

describe('what a case learns', () => {
  it('is nothing where nothing was decided', () => {
    fc.assert(
      fc.property(layerPair, (pair) => {
        const { none, breach, performance } = learn([]).adjust(pair);
        const before = outcomeOf(pair.features.breach, pair.features.performance);
        expect(none).toBeCloseTo(before.none, 9);
        expect(breach).toBeCloseTo(before.breach, 9);
        expect(performance).toBeCloseTo(before.performance, 9);
      }),
    );
    expect(learn([]).lessons).toEqual([]);
  });

  it('is the same in whatever order people decided, to the last digit', () => {
    fc.assert(
      fc.property(decisions, layerPair, fc.integer(), (decided, pair, seed) => {
        const order = decided.map((item, at) => ({ item, key: Math.sin(seed + at) }));
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ item }) => item);
        expect(learn(shuffled).adjust(pair)).toEqual(learn(decided).adjust(pair));
        expect(learn(shuffled).lessons).toEqual(learn(decided).lessons);
      }),
    );
  });

  it('never lowers a pair that is accepted', () => {
    fc.assert(
      fc.property(decisions, layerPair, fc.constantFrom('breach', 'performance'), (decided, pair, points) => {
        const before = learn(decided).adjust(pair)[points];
        const after = learn([...decided, { ...pair, points }]).adjust(pair)[points];
        expect(after).toBeGreaterThanOrEqual(before - 1e-6);
      }),
    );
  });

  it('never raises a pair that is rejected', () => {
    fc.assert(
      fc.property(decisions, layerPair, (decided, pair) => {
        const before = learn(decided).adjust(pair).none;
        const after = learn([...decided, { ...pair, points: null }]).adjust(pair).none;
        expect(after).toBeGreaterThanOrEqual(before - 1e-6);
      }),
    );
  });

  it('makes shares that add up to 1 of whatever was decided', () => {
    fc.assert(
      fc.property(decisions, layerPair, (decided, pair) => {
        const { none, breach, performance } = learn(decided).adjust(pair);
        expect(none + breach + performance).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('a case whose reviewer', () => {
  const rejected = [1, 2, 3, 4].map((at) => ({ ...pairOf('stay', 0.5 + at / 10), points: null }));
  const accepted = [1, 2, 3, 4].map((at) => ({
    ...pairOf('leave', -0.5 - at / 10),
    points: 'breach' as const,
  }));

  it('rejects what one commitment is offered lowers the rest of it, and others less', () => {
    const [own, other] = [pairOf('stay', 0.6), pairOf('pay', 0.6)];
    expect(breachOf(own, rejected)).toBeLessThan(breachOf(other, rejected));
    expect(breachOf(other, rejected)).toBeLessThan(breachOf(other, []));
  });

  it('accepts more than was expected raises it, by words that say so', () => {
    const learnt = learn(accepted);
    expect(breachOf(pairOf('leave', -1), accepted)).toBeGreaterThan(breachOf(pairOf('leave', -1), []));
    expect(learnt.decided).toEqual({ accepted: 4, rejected: 0 });
    expect(learnt.lessons).toContainEqual(
      expect.objectContaining({ commitment: 'leave', says: 'any suggestion for this commitment' }),
    );
    expect(learnt.lessons.every(({ adds }) => Number.isFinite(adds))).toBe(true);
  });

  it('moves a breach to performance turns others of that commitment', () => {
    const turned = accepted.map((pair) => ({ ...pair, points: 'performance' as const }));
    const even = pairOf('leave', 0, { performance: 0 });
    const { breach, performance } = learn(turned).adjust(even);
    expect(performance).toBeGreaterThan(breach);
  });

  it('has decided once changes little', () => {
    const one = pairOf('stay', 1);
    const before = breachOf(one, []);
    expect(Math.abs(breachOf(one, [{ ...pairOf('stay', 1), points: null }]) - before)).toBeLessThan(0.15);
  });
});

it('keeps of a judged pair its log-odds and what is not 0', () => {
  const features = { words: 0.12345, meaning: 0, debtorActs: 1, after: 1 };
  const outcome = { none: 0.5, breach: 0.5, performance: 0 };
  const kept = layerFeatures({ features, outcome });
  expect(kept).toMatchObject({ breach: 0, performance: -7, words: 0.123, debtorActs: 1 });
  expect(Object.keys(kept)).not.toContain('meaning');
  expect(Object.keys(kept)).not.toContain('after');
});
