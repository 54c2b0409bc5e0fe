import { mixed } from './words.ts';

/**
 * MinHash: A. Z. Broder, On the resemblance and containment of documents (1997); bands as in Leskovec, Rajaraman
 * and Ullman, Mining of Massive Datasets, chapter 3.
 */

/** Two texts share a band with probability 1 − (1 − s⁴)³² at resemblance s: .87 at .5, .99 at .6, .9999 at .7. */
const bandCount = 32;
const rowsInBand = 4;

/** The hash functions, as odd factors and summands of a fixed sequence: a stored band must mean the same for ever. */
const functions = Array.from({ length: bandCount * rowsInBand }, (_, index) => ({
  factor: mixed(2 * index + 1) | 1,
  mask: mixed(0x9e3779b9 + index),
}));

/** For each hash function, the least value that it gives to a shingle. */
export function signature(shingles: Uint32Array): Uint32Array {
  const least = new Uint32Array(functions.length).fill(0xffffffff);
  for (const [index, { factor, mask }] of functions.entries()) {
    let smallest = 0xffffffff;
    for (const shingle of shingles) {
      const value = Math.imul(shingle ^ mask, factor) >>> 0;
      if (value < smallest) smallest = value;
    }
    least[index] = smallest;
  }
  return least;
}

/** One key a band, as a signed 32-bit integer: two texts that have a key in common are worth comparing. */
export function bandKeys(signature: Uint32Array): Int32Array {
  return Int32Array.from({ length: bandCount }, (_, band) => {
    let key = mixed(band + 1);
    for (let row = 0; row < rowsInBand; row += 1) {
      key = mixed(key ^ (signature[band * rowsInBand + row] as number)) + row;
    }
    return key | 0;
  });
}

/** The share of equal places: an estimate of the resemblance. */
export function estimate(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (const [index, value] of a.entries()) if (value === b[index]) equal += 1;
  return equal / a.length;
}

/** |A ∩ B| / |A ∪ B| of two sorted sets; 0 for two empty ones. */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) common += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  const all = a.length + b.length - common;
  return all === 0 ? 0 : common / all;
}

/** The different values, in order. */
export const sortedSet = (values: Uint32Array): Uint32Array => Uint32Array.from(new Set(values)).sort();
