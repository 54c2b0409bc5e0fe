import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTree } from './trees.ts';

/** Row by row, an empty row being all zeros. */
const scoresOf = (table: readonly (readonly number[])[]): Float64Array =>
  Float64Array.from(table.flatMap((row) => table.map((_, head) => row[head] ?? 0)));

const weight = (heads: ArrayLike<number>, table: readonly (readonly number[])[]): number => {
  let sum = 0;
  for (let node = 1; node < heads.length; node++) sum += table[node]?.[heads[node] as number] ?? 0;
  return sum;
};

const isTree = (heads: ArrayLike<number>): boolean => {
  let roots = 0;
  for (let node = 1; node < heads.length; node++) {
    if (heads[node] === 0) roots++;
    let at = node;
    for (let steps = 0; at > 0; steps++) {
      if (steps > heads.length) return false;
      at = heads[at] as number;
    }
  }
  return roots === 1;
};

/** Every assignment of heads that is a tree with one root. */
function* allTrees(count: number): Generator<number[]> {
  const heads = new Array<number>(count + 1).fill(0);
  for (let code = 0; code < (count + 1) ** count; code++) {
    for (let node = 1, rest = code; node <= count; node++, rest = Math.floor(rest / (count + 1)))
      heads[node] = rest % (count + 1);
    if (heads.every((head, node) => node === 0 || head !== node) && isTree(heads)) yield [...heads];
  }
}

describe('bestTree', () => {
  it('solves the example of McDonald et al. (2005), where the best heads make a cycle', () => {
    // root, John, saw, Mary; rows are dependents, columns heads.
    const table = [[], [9, 0, 30, 11], [10, 20, 0, 0], [9, 3, 30, 0]];
    expect([...bestTree(3, scoresOf(table))].slice(1)).toEqual([2, 0, 2]);
  });

  it('is the heaviest of all trees with one root', () => {
    const tables = fc.integer({ min: 1, max: 4 }).chain((count) =>
      fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: count + 1, maxLength: count + 1 }), {
        minLength: count + 1,
        maxLength: count + 1,
      }),
    );
    fc.assert(
      fc.property(tables, (table) => {
        const count = table.length - 1;
        const heads = bestTree(count, scoresOf(table));
        expect(isTree(heads)).toBe(true);
        const best = Math.max(...[...allTrees(count)].map((tree) => weight(tree, table)));
        expect(weight(heads, table)).toBe(best);
      }),
    );
  });
});
