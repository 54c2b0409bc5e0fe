import { describe, expect, it } from 'vitest';
import { tallyOf } from './pairs.ts';
import { pairOf } from './testing.ts';
import { bestThreshold, byWords, guessedBearing, wordShare } from './words-baseline.ts';

it('the share of words is that of the required stems', () => {
  expect(wordShare(['ferri', 'run', 'harbour'], new Set(['harbour', 'ferri', 'storm']))).toBeCloseTo(2 / 3);
  expect(wordShare([], new Set(['storm']))).toBe(0);
});

it.each([
  ['obligation', 'The ferries ran on time.', 'performance'],
  ['obligation', 'The ferries did not run.', 'breach'],
  ['obligation', 'The ferries weren’t running.', 'breach'],
  ['prohibition', 'Ships entered the harbour.', 'breach'],
  ['prohibition', 'No ship entered the harbour.', 'performance'],
] as const)('guesses what a sentence on an %s means: %s', (kind, text, points) => {
  expect(guessedBearing(kind, text)).toBe(points);
});

describe('the threshold', () => {
  const pair = (share: number, bears: boolean) =>
    pairOf({ gold: bears ? ['breach'] : [], words: { share, points: 'breach' } });

  it('is the one with the best F1, equal shares all in or all out', () => {
    const pairs = [
      pair(0.9, true),
      pair(0.5, true),
      pair(0.5, false),
      pair(0.2, false),
      pair(0.2, false),
      pair(0.1, true),
    ];
    expect(bestThreshold(pairs)).toBe(0.5);
    expect(tallyOf(pairs, byWords(0.5))).toEqual({ gold: 3, predicted: 3, right: 2 });
  });

  it('lets nothing through where nothing is right', () => {
    expect(tallyOf([pair(0.9, false)], byWords(bestThreshold([pair(0.9, false)]))).predicted).toBe(0);
  });
});
