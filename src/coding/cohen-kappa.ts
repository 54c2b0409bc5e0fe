/** How far two values disagree; 0: not at all. */
export type Disagreement = (a: number, b: number) => number;

/** All that is not the same disagrees alike: the κ of 1960. */
export const nominal: Disagreement = (a, b) => (a === b ? 0 : 1);

/** By the square of the distance in rank: what stands far apart disagrees most. */
export const quadratic: Disagreement = (a, b) => (a - b) ** 2;

/**
 * Cohen's weighted κ of two coders: Jacob Cohen, Weighted kappa, Psychological Bulletin 70 (1968), 213–220; with `nominal` it is
 * that of A coefficient of agreement for nominal scales (1960).
 *
 * @param table how often the first coder gave the value of the row, and the second that of the column: counts, or shares
 * @returns null where it is not defined: nothing was coded by both, or chance leaves nothing to disagree on
 */
export const cohenKappa = (table: readonly (readonly number[])[], weigh: Disagreement): number | null => {
  const rows = table.map((row) => row.reduce((sum, value) => sum + value, 0));
  const columns = table.map((_, k) => table.reduce((sum, row) => sum + (row[k] ?? 0), 0));
  const all = rows.reduce((sum, value) => sum + value, 0);
  let [observed, expected] = [0, 0];
  for (const [i, row] of table.entries())
    for (const [k, value] of row.entries()) {
      observed += value * weigh(i, k);
      expected += ((rows[i] ?? 0) * (columns[k] ?? 0) * weigh(i, k)) / all;
    }
  return all === 0 || expected === 0 ? null : 1 - observed / expected;
};
