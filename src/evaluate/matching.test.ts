import { describe, expect, it } from 'vitest';
import { scoreMatching } from './matching.ts';

const facts = [
  { id: 'f1', commitments: ['leave', 'disarm'], bearing: 'breach' as const },
  { id: 'f2', commitments: ['leave'], bearing: 'performance' as const },
  { id: 'f3', commitments: ['leave'], bearing: null },
];
const found = (fact: string, commitment: string, bearing: 'breach' | 'performance') => ({
  fact,
  commitment,
  bearing,
  words: 'they left',
});

describe('matching against a sheet of facts', () => {
  it('counts each commitment of a fact once, and names what is missed and what is wrong', () => {
    const evidence = [
      found('f1', 'leave', 'breach'),
      found('f1', 'leave', 'breach'),
      found('f2', 'leave', 'breach'),
      found('f3', 'leave', 'breach'),
    ];
    const [share, right] = scoreMatching(facts, evidence);
    expect(share).toMatchObject({
      count: 3,
      value: 100 / 3,
      misses: ['not found: f1 breach of disarm', 'not found: f2 performance of leave'],
    });
    expect(right).toMatchObject({ count: 3, value: 100 / 3 });
    expect(right?.misses).toEqual([
      'not on the sheet: f2 breach of leave: “they left”',
      'not on the sheet: f3 breach of leave: “they left”',
    ]);
  });
});
