/*
 * Logistic regression with a fixed offset and a normal prior of mean zero and variance one on every weight (ridge; the
 * posterior mode), by Newton's method. The loss is strictly convex: there is one answer, whatever the order of the rows.
 */

import { sigmoid } from './combination.ts';

/** One observation: what is known of it, its log-odds without any weight, and what it turned out to be. */
export interface Observation {
  readonly row: readonly number[];
  readonly offset: number;
  readonly isTrue: boolean;
}

const iterations = 50;
const tolerance = 1e-10;

/** log(1 + exp(x)) without overflow. */
const softplus = (x: number): number => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));

export const dot = (a: readonly number[], b: readonly number[]): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
};

const lossOf = (observations: readonly Observation[], weights: readonly number[]): number => {
  let loss = dot(weights, weights) / 2;
  for (const { row, offset, isTrue } of observations) {
    const odds = offset + dot(row, weights);
    loss += softplus(isTrue ? -odds : odds);
  }
  return loss;
};

/** Solves a symmetric positive definite system in place, by Cholesky's decomposition. */
const solved = (matrix: number[][], right: number[]): number[] => {
  const size = right.length;
  const at = (row: number, column: number): number => (matrix[row] as number[])[column] as number;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = at(row, column);
      for (let inner = 0; inner < column; inner++) sum -= at(row, inner) * at(column, inner);
      (matrix[row] as number[])[column] = row === column ? Math.sqrt(sum) : sum / at(column, column);
    }
  }
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < row; inner++)
      right[row] = (right[row] as number) - at(row, inner) * (right[inner] as number);
    right[row] = (right[row] as number) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let inner = row + 1; inner < size; inner++)
      right[row] = (right[row] as number) - at(inner, row) * (right[inner] as number);
    right[row] = (right[row] as number) / at(row, row);
  }
  return right;
};

/** Newton's step from where the weights stand. */
const stepFrom = (observations: readonly Observation[], weights: readonly number[]): number[] => {
  const gradient = weights.map((weight) => -weight);
  const curvature = weights.map((_, at) => weights.map((_other, other) => Number(at === other)));
  for (const { row, offset, isTrue } of observations) {
    const share = sigmoid(offset + dot(row, weights));
    for (let at = 0; at < row.length; at++) {
      const value = row[at] as number;
      if (value === 0) continue;
      gradient[at] = (gradient[at] as number) + (Number(isTrue) - share) * value;
      const line = curvature[at] as number[];
      for (let other = 0; other <= at; other++)
        line[other] = (line[other] as number) + share * (1 - share) * value * (row[other] as number);
    }
  }
  return solved(curvature, gradient);
};

/** The likeliest weights. Rows are taken in one order, so that even the last digit does not hang on how they came. */
export const fitRidge = (given: readonly Observation[], size: number): number[] => {
  const keyed = given.map((observation) => ({ observation, key: JSON.stringify(observation) }));
  const observations = keyed
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ observation }) => observation);
  let weights = Array.from({ length: size }, () => 0);
  if (observations.length === 0) return weights;
  let loss = lossOf(observations, weights);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const step = stepFrom(observations, weights);
    let length = 1;
    const moved = (): number[] => weights.map((weight, at) => weight + length * (step[at] as number));
    while (length > tolerance && lossOf(observations, moved()) > loss) length /= 2;
    const next = lossOf(observations, moved());
    if (!(next < loss)) break;
    weights = moved();
    const gained = loss - next;
    loss = next;
    if (gained < tolerance) break;
  }
  return weights;
};
