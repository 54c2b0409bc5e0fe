/** S. Schleimer, D. S. Wilkerson and A. Aiken, Winnowing: local algorithms for document fingerprinting (2003). */

/** A hash that stands for the place where it was found. */
export interface Fingerprint {
  /** Signed 32 bits, as a database keeps it. */
  hash: number;
  /** Index of the first of its words. */
  word: number;
}

/**
 * Of each window of hashes the least is chosen, the rightmost of equals, and each place is chosen once. Two texts
 * with `window` hashes in common, in a row, have a fingerprint in common.
 */
export function winnow(hashes: Uint32Array, window: number): Fingerprint[] {
  const chosen: Fingerprint[] = [];
  let least = -1;
  for (let start = 0; start + window <= hashes.length; start += 1) {
    const last = start + window - 1;
    const before = least;
    if (least < start) least = rightmostLeast(hashes, start, last);
    else if ((hashes[last] as number) <= (hashes[least] as number)) least = last;
    if (least !== before) chosen.push({ hash: (hashes[least] as number) | 0, word: least });
  }
  return chosen;
}

function rightmostLeast(hashes: Uint32Array, first: number, last: number): number {
  let least = first;
  for (let index = first + 1; index <= last; index += 1) {
    if ((hashes[index] as number) <= (hashes[least] as number)) least = index;
  }
  return least;
}
