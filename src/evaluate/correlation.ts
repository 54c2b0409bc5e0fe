/** Pairs of what is wanted and what is given. */
export type Pairs = readonly (readonly [wanted: number, given: number])[];

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pearson's product-moment correlation, −1…1; null when either side does not vary. */
export const pearson = (pairs: Pairs): number | null => {
  const means = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))] as const;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    const [dx, dy] = [x - means[0], y - means[1]];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
};

/** How far off what is given is on average; null of nothing. */
export const meanAbsoluteError = (pairs: Pairs): number | null =>
  pairs.length === 0 ? null : mean(pairs.map(([wanted, given]) => Math.abs(wanted - given)));
