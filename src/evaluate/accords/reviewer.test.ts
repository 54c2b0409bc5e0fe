import { describe, expect, it } from 'vitest';
import type { Bearing } from '../../model/index.ts';
import { type LabelledPair, reviewerFigures } from './reviewer.ts';

const thresholds = { suggested: 0.5, counted: 0.8 };

const pairOf = (commitment: string, bears: number, gold: Bearing | null, accord = 'pass'): LabelledPair => ({
  accord,
  gold,
  pair: {
    requirement: { commitment: { id: commitment } },
    features: { words: bears / 2, meaning: bears / 2, debtorActs: 1 },
    outcome: { none: 1 - bears, breach: bears * 0.9, performance: bears * 0.1 },
  },
});

/** An accord in which whatever is offered for one commitment is wrong, and for the other right. */
const lopsided = (accord: string): LabelledPair[] =>
  Array.from({ length: 60 }, (_, at) => [
    pairOf('wrong', 0.95 - at / 100, null, accord),
    pairOf('right', 0.945 - at / 100, 'breach', accord),
  ]).flat();

describe('a reviewer', () => {
  it('finds everything at once where the order is right', () => {
    const pairs = [pairOf('a', 0.9, 'breach'), pairOf('a', 0.8, 'breach'), pairOf('a', 0.1, null)];
    const { lookedAt } = reviewerFigures({ pairs, thresholds });
    expect(lookedAt.map(({ found }) => found)).toEqual([0.5, 0.8, 0.9, 0.95]);
    expect(lookedAt.map(({ without }) => Math.round(without * 3))).toEqual([1, 2, 2, 2]);
    expect(lookedAt.map(({ learning }) => learning)).toEqual(lookedAt.map(({ without }) => without));
  });

  it('looks at less where the case learns what is wrong', () => {
    const { lookedAt } = reviewerFigures({ pairs: lopsided('pass'), thresholds });
    for (const { without, learning, found } of lookedAt.slice(1))
      expect(learning, `${found}`).toBeLessThan(without);
  });

  it('betters the rest of such an accord by twenty decisions', () => {
    const pairs = [...lopsided('pass'), ...lopsided('ford')];
    const { suggested } = reviewerFigures({ pairs, thresholds });
    expect(suggested).toMatchObject({ decisions: 20, worst: 0 });
    expect(suggested.accords.map(({ accord }) => accord)).toEqual(['pass', 'ford']);
    expect(suggested.gain).toBeGreaterThan(0);
  });

  it('counts direction: a breach shown as performance is not found', () => {
    const pairs = [pairOf('a', 0.9, 'performance'), pairOf('a', 0.8, 'breach')];
    const { suggested } = reviewerFigures({ pairs, thresholds, decisions: 0 });
    expect(suggested.accords).toEqual([{ accord: 'pass', before: 0.5, after: 0.5 }]);
  });

  it('has nothing to do in an accord without evidence', () => {
    const { suggested, lookedAt } = reviewerFigures({ pairs: [pairOf('a', 0.9, null)], thresholds });
    expect(suggested).toEqual({ decisions: 20, accords: [], gain: 0, worst: 0 });
    expect(lookedAt.every(({ without, learning }) => without === 0 && learning === 0)).toBe(true);
  });
});
