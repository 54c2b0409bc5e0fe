import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Combination } from './combination.ts';

/*
 * What `training/matcher_model` writes to `models/matcher/`: `lower.onnx` and `upper.onnx`, the pair reader; `vectors.bin`, word vectors;
 * `combination.json`, the fitted sums. Pieces are those of `models/reader/vocab.txt`.
 */

const folder = new URL('../../models/matcher/', import.meta.url);

/** The first layers of the pair reader, and the others. */
export const pairReaderPaths = (): [lower: string, upper: string] => [
  fileURLToPath(new URL('lower.onnx', folder)),
  fileURLToPath(new URL('upper.onnx', folder)),
];

export const vectorsPath = (): string => fileURLToPath(new URL('vectors.bin', folder));

let combination: Combination | undefined;

/** The fitted sums, read when first needed. */
export const readCombination = (): Combination => {
  combination ??= Combination.parse(JSON.parse(readFileSync(new URL('combination.json', folder), 'utf8')));
  return combination;
};

/** The probability from which on evidence counts. */
export const countsFrom = (): number => readCombination().counted;
