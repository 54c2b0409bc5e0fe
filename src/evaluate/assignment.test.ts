import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssignment } from './assignment.ts';

/** Every way to pair rows with columns, tried. */
const tried = (
  table: readonly (readonly number[])[],
  row = 0,
  taken: ReadonlySet<number> = new Set(),
): number => {
  const gains = table[row];
  if (!gains) return 0;
  const others = gains.flatMap((gain, column) =>
    taken.has(column) ? [] : [gain + tried(table, row + 1, new Set([...taken, column]))],
  );
  return Math.max(tried(table, row + 1, taken), ...others);
};

describe('the best assignment', () => {
  it('of nothing is nothing', () => {
    expect(bestAssignment(0, 3, () => 1)).toBe(0);
  });

  it('is as good as the best of all', () => {
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(20), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(tables, (table) => {
        const found = bestAssignment(
          table.length,
          table[0]?.length ?? 0,
          (row, column) => table[row]?.[column] ?? 0,
        );
        expect(found).toBeCloseTo(tried(table), 9);
      }),
    );
  });
});
