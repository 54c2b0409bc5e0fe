import { describe, expect, it } from 'vitest';
import { byProbability, lookedAt, rankingFigures } from './ranking.ts';
import { pairOf } from './testing.ts';

const ranked = (order: readonly (readonly [bears: number, isEvidence: boolean])[]) =>
  order.map(([bears, isEvidence]) => pairOf({ bears, gold: isEvidence ? ['breach'] : [] }));

describe('what must be looked at', () => {
  it('goes down to the pair that completes the portion', () => {
    const pairs = ranked([
      [0.1, false],
      [0.9, true],
      [0.8, false],
      [0.7, true],
    ]);
    expect(lookedAt(pairs, byProbability, 50)).toBe(25);
    expect(lookedAt(pairs, byProbability, 90)).toBe(75);
  });

  it('takes evidence among equals to lie evenly', () => {
    const pairs = ranked([
      [0.5, true],
      [0.5, false],
      [0.5, false],
    ]);
    expect(lookedAt(pairs, byProbability, 50)).toBeCloseTo(200 / 3);
  });

  it('leaves out what is open, and is nothing without evidence', () => {
    const open = pairOf({ bears: 1, isOpen: true });
    expect(lookedAt([open, ...ranked([[0.5, true]])], byProbability, 95)).toBe(100);
    expect(lookedAt([open], byProbability, 95)).toBeNull();
  });

  it('stands beside the order of words', () => {
    const pairs = [
      pairOf({ gold: ['breach'], bears: 0.9, words: { share: 0, points: 'breach' } }),
      pairOf({ bears: 0.1, words: { share: 1, points: 'breach' } }),
    ];
    expect(rankingFigures(pairs)[2]).toMatchObject({
      measure: 'looked at for 90 % of the evidence',
      count: 1,
      value: 50,
      beside: 100,
    });
  });
});
