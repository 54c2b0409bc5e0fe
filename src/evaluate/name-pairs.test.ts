import { describe, expect, it } from 'vitest';
import { scoreNamePairs } from './name-pairs.ts';

const pair = (name1: string, name2: string, is_match: boolean, schema = 'Person') => ({
  schema,
  name1,
  name2,
  is_match,
});

describe('pairs of names', () => {
  it('are counted by what is taken for the same and what is', () => {
    const pairs = [
      pair('Ola Berg', 'Ola Berg', true),
      pair('Ola Berg', 'Per Dahl', false),
      pair('Ola Berg', 'Ole Bergh', true),
      pair('Ola Berg', 'Berg, Ola', false),
      pair('Ola Berg', 'Harbour Union', true),
    ];
    expect(scoreNamePairs(pairs)).toEqual({ gold: 3, predicted: 3, right: 2 });
  });

  it('of bodies are stricter with a word too many', () => {
    expect(
      scoreNamePairs([pair('Lake Bank', 'Lake Bank of the Northern Provinces of Norland', false, 'Company')])
        .predicted,
    ).toBe(0);
    expect(scoreNamePairs([pair('Ola Berg', 'Ola Nils Berg', true)]).predicted).toBe(1);
  });
});
