import type { Rows, Scores } from './encoder.ts';
import type { Labels } from './weights.ts';

/** Factors summed before a label is given up that can no longer win; a multiple of four that divides the width. */
const step = 32;
/** More than sums of doubles of this size are off by. */
const rounding = 1e-6;

/** Lengths of a row's remainders from each step on. */
const remainders = (
  values: Float64Array,
  from: number,
  width: number,
  to: Float64Array,
  at: number,
): void => {
  let sum = 0;
  for (let start = width - step; start >= 0; start -= step) {
    for (let index = start; index < start + step; index++) sum += (values[from + index] as number) ** 2;
    to[at + start / step] = Math.sqrt(sum);
  }
};

/**
 * Labels of arcs, scored for the one head that the tree keeps: a product of the dependent's and the head's
 * factors, weighed for each label, plus what each of the two says alone.
 */
export class Relations {
  readonly #names: readonly string[];
  readonly #weights: Float64Array;
  /** Of each label's weights, at each step; by Cauchy and Schwarz they bound what may yet be added. */
  readonly #remainders: Float64Array;
  readonly #biases: readonly number[];
  readonly #width: number;
  readonly #root: number;
  readonly #factors: Float64Array;
  readonly #factorRemainders: Float64Array;

  constructor({ deprels, relationWeights, relationBiases }: Labels) {
    this.#names = deprels;
    this.#weights = Float64Array.from(relationWeights.flat());
    this.#biases = relationBiases;
    this.#width = relationWeights[0]?.length ?? 0;
    this.#root = deprels.indexOf('root');
    const steps = this.#width / step;
    this.#remainders = new Float64Array(deprels.length * steps);
    deprels.forEach((_, label) => {
      remainders(this.#weights, label * this.#width, this.#width, this.#remainders, label * steps);
    });
    this.#factors = new Float64Array(this.#width);
    this.#factorRemainders = new Float64Array(steps);
  }

  /** The likeliest label of an arc between two rows of a window, but never `root`. */
  between(scores: Scores, dependent: number, head: number): string {
    this.#multiply(scores.dependents, dependent, scores.heads, head);
    const { dependentBiases, headBiases } = scores;
    const labels = this.#names.length;
    let best = -1;
    let bestScore = -Infinity;
    for (let label = 0; label < labels; label++) {
      if (label === this.#root) continue;
      const alone =
        (this.#biases[label] as number) +
        (dependentBiases.data[dependent * labels + label] as number) +
        (headBiases.data[head * labels + label] as number);
      const score = alone + this.#product(label, bestScore - alone);
      if (score > bestScore) {
        best = label;
        bestScore = score;
      }
    }
    return this.#names[best] as string;
  }

  /**
   * A label's weights times the factors; −∞ where it cannot exceed `least`. Four sums at once: one would wait for
   * itself at every step.
   */
  #product(label: number, least: number): number {
    const [weights, factors, width] = [this.#weights, this.#factors, this.#width];
    const row = label * width;
    const rests = (label * width) / step;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let start = 0; start < width; start += step) {
      const rest = start / step;
      const reach = (this.#remainders[rests + rest] as number) * (this.#factorRemainders[rest] as number);
      if (a + b + c + d + reach < least - rounding) return -Infinity;
      for (let at = start; at < start + step; at += 4) {
        a += (weights[row + at] as number) * (factors[at] as number);
        b += (weights[row + at + 1] as number) * (factors[at + 1] as number);
        c += (weights[row + at + 2] as number) * (factors[at + 2] as number);
        d += (weights[row + at + 3] as number) * (factors[at + 3] as number);
      }
    }
    return a + b + c + d;
  }

  #multiply(dependents: Rows, dependent: number, heads: Rows, head: number): void {
    const width = this.#width;
    for (let factor = 0; factor < width; factor++)
      this.#factors[factor] =
        (dependents.data[dependent * width + factor] as number) *
        (heads.data[head * width + factor] as number);
    remainders(this.#factors, 0, width, this.#factorRemainders, 0);
  }
}
