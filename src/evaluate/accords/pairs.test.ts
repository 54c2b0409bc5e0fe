import { describe, expect, it } from 'vitest';
import type { Bearing } from '../../model/index.ts';
import {
  type CodedPair,
  countedFigures,
  overlapFigures,
  type Proposal,
  pairFigures,
  proposing,
  tallyOf,
} from './pairs.ts';
import { pairOf } from './testing.ts';

const proposal = (points: Bearing, tier: Proposal['tier'] = 'counted'): Proposal => ({
  points,
  probability: 0.9,
  tier,
});

const pairs: CodedPair[] = [
  pairOf({ gold: ['breach'], proposed: [proposal('breach')] }),
  pairOf({ gold: ['breach'], proposed: [proposal('performance', 'suggested')] }),
  pairOf({ gold: ['performance'], proposed: [] }),
  pairOf({ gold: ['performance'], proposed: [proposal('performance', 'suggested')] }),
  pairOf({ gold: [], proposed: [proposal('breach')] }),
  pairOf({ gold: [], proposed: [proposal('breach')], isOpen: true }),
];

describe('pairs of sentence and commitment', () => {
  it('are right with the right direction; what is left open counts neither way', () => {
    expect(tallyOf(pairs, proposing)).toEqual({ gold: 4, predicted: 4, right: 2 });
  });

  it('count a pair that bears, though a quotation runs on into it', () => {
    const both = pairOf({ gold: ['breach'], proposed: [proposal('breach')], isOpen: true });
    expect(tallyOf([both], proposing)).toEqual({ gold: 1, predicted: 1, right: 1 });
  });

  it('count a direction that two claims of a sentence give once', () => {
    const twice = pairOf({ gold: ['breach'], proposed: [proposal('breach'), proposal('breach')] });
    expect(tallyOf([twice], proposing)).toEqual({ gold: 1, predicted: 1, right: 1 });
  });

  it('stand beside what a simpler finder finds', () => {
    expect(pairFigures(pairs, ({ gold }) => gold)).toMatchObject([
      { measure: 'pairs', unit: 'F1', value: 50, beside: 100 },
      { measure: 'pairs: precision', value: 50, count: 4, beside: 100 },
      { measure: 'pairs: recall', value: 50, count: 4, beside: 100 },
    ]);
  });

  it('that count are told apart from those that are suggested', () => {
    expect(countedFigures(pairs)).toMatchObject([
      { measure: 'counted: precision', count: 2, value: 50 },
      { measure: 'counted: recall', count: 4, value: 25 },
    ]);
  });
});

it('recall is told by thirds of the evidence, the least overlap of words first', () => {
  const shares = [0.5, 0, 0.4, 0.9, 0.1, 0.6];
  const some = shares.map((share) =>
    pairOf({
      gold: ['breach'],
      proposed: share > 0.45 ? [proposal('breach')] : [],
      words: { share, points: 'breach' },
    }),
  );
  expect(overlapFigures(some, () => [])).toMatchObject([
    { measure: 'recall, least word overlap (0–10 %)', count: 2, value: 0, beside: 0 },
    { measure: 'recall, middle word overlap (40–50 %)', count: 2, value: 50 },
    { measure: 'recall, most word overlap (60–90 %)', count: 2, value: 100 },
  ]);
});
