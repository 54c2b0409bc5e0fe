import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestLabels, chainOf, runsOf } from './chains.ts';

const labels = ['O', 'B-x', 'I-x', 'B-y', 'I-y'];

describe('bestLabels', () => {
  it('never lets an inner label follow another kind', () => {
    const rows = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, (table) => {
        const path = [
          ...bestLabels(chainOf(labels), table.length, (word, label) => table[word]?.[label] ?? 0),
        ];
        path.forEach((label, at) => {
          const name = labels[label] as string;
          if (name.startsWith('I-'))
            expect(labels[path[at - 1] ?? 0]).toMatch(new RegExp(`^[BI]-${name.slice(2)}$`));
        });
      }),
    );
  });

  it('weighs the steps against the words', () => {
    const emission = (word: number, label: number): number =>
      [
        [0, 2],
        [1, 0],
      ][word]?.[label] ?? -5;
    expect([...bestLabels(chainOf(['O', 'B-x']), 2, emission)]).toEqual([1, 0]);
    const steps = [
      [0, 0],
      [-3, 0],
    ];
    expect([...bestLabels(chainOf(['O', 'B-x'], [], steps), 2, emission)]).toEqual([1, 1]);
  });
});

describe('runsOf', () => {
  it('parts runs that touch', () => {
    expect(runsOf(['B-x', 'I-x', 'B-x', 'O', 'B-y'])).toEqual([
      [0, 2, 'x'],
      [2, 3, 'x'],
      [4, 5, 'y'],
    ]);
  });
});
