/**
 * Krippendorff's α for ordinal values, with missing ones: Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section D
 * and the ordinal metric; Content Analysis, 4th edition (2018), chapter 12. 1: coders agree wholly; 0: as much as chance would have it.
 *
 * @param units of each thing coded, the value that each coder gave it: its rank from 0, or null where it was not coded
 * @param ranks how many ranks there are
 * @returns null where it is not defined: nothing was coded twice, or all that was has one value
 */
export const krippendorffAlpha = (
  units: readonly (readonly (number | null)[])[],
  ranks: number,
): number | null => {
  const coincidences = coincidencesOf(units, ranks);
  const totals = coincidences.map((row) => row.reduce((sum, value) => sum + value, 0));
  const all = totals.reduce((sum, value) => sum + value, 0);
  let [observed, expected] = [0, 0];
  for (let c = 0; c < ranks; c += 1) {
    for (let k = c + 1; k < ranks; k += 1) {
      const distance = ordinalDistance(totals, c, k);
      observed += (coincidences[c]?.[k] ?? 0) * distance;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * distance;
    }
  }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
};

/** How often a value stands beside another in one unit; what is coded once pairs with nothing. */
const coincidencesOf = (units: readonly (readonly (number | null)[])[], ranks: number): number[][] => {
  const coincidences = Array.from({ length: ranks }, () => Array.from({ length: ranks }, () => 0));
  for (const unit of units) {
    const values = unit.filter((value) => value !== null);
    for (const [i, c] of values.entries())
      for (const [j, k] of values.entries()) {
        const row = coincidences[c];
        if (i !== j && row) row[k] = (row[k] ?? 0) + 1 / (values.length - 1);
      }
  }
  return coincidences;
};

/** The ordinal metric: squared sum of the values from c to k, the two ends by half. */
const ordinalDistance = (totals: readonly number[], c: number, k: number): number => {
  const between = totals.slice(c, k + 1).reduce((sum, value) => sum + value, 0);
  return (between - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
};
