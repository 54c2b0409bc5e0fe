import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Combination } from './combination.ts';

/*
 * What `training/matcher_model` writes to `models/matcher/`: `pairs.onnx`, the pair reader; `vectors.bin`, word vectors;
 * `combination.json`, the fitted sums. Pieces are those of `models/reader/vocab.txt`.
 */

const folder = new URL('../../models/matcher/', import.meta.url);

export const pairReaderPath = (): string => fileURLToPath(new URL('pairs.onnx', folder));

export const vectorsPath = (): string => fileURLToPath(new URL('vectors.bin', folder));

export const readCombination = (): Combination =>
  Combination.parse(JSON.parse(readFileSync(new URL('combination.json', folder), 'utf8')));

let counted: number | undefined;

/** The probability from which on evidence counts. */
export const countsFrom = (): number => {
  counted ??= readCombination().counted;
  return counted;
};
