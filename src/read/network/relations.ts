import type { Rows, Scores } from './encoder.ts';
import type { Labels } from './weights.ts';

/**
 * Labels of arcs, scored for the one head that the tree keeps: a product of the dependent's and the head's
 * factors, weighed for each label, plus what each of the two says alone.
 */
export class Relations {
  readonly #names: readonly string[];
  readonly #weights: Float64Array;
  readonly #biases: readonly number[];
  readonly #width: number;
  readonly #root: number;

  constructor({ deprels, relationWeights, relationBiases }: Labels) {
    this.#names = deprels;
    this.#weights = Float64Array.from(relationWeights.flat());
    this.#biases = relationBiases;
    this.#width = relationWeights[0]?.length ?? 0;
    this.#root = deprels.indexOf('root');
  }

  /** The likeliest label of an arc between two rows of a window, but never `root`. */
  between(scores: Scores, dependent: number, head: number): string {
    const factors = this.#factors(scores.dependents, dependent, scores.heads, head);
    const { dependentBiases, headBiases } = scores;
    const labels = this.#names.length;
    let best = -1;
    let bestScore = -Infinity;
    for (let label = 0; label < labels; label++) {
      if (label === this.#root) continue;
      const score =
        this.#product(label * this.#width, factors) +
        (this.#biases[label] as number) +
        (dependentBiases.data[dependent * labels + label] as number) +
        (headBiases.data[head * labels + label] as number);
      if (score > bestScore) {
        best = label;
        bestScore = score;
      }
    }
    return this.#names[best] as string;
  }

  /** Four sums at once: one would wait for itself at every step. The width is a multiple of four. */
  #product(row: number, factors: Float64Array): number {
    const weights = this.#weights;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = 0; at < factors.length; at += 4) {
      a += (weights[row + at] as number) * (factors[at] as number);
      b += (weights[row + at + 1] as number) * (factors[at + 1] as number);
      c += (weights[row + at + 2] as number) * (factors[at + 2] as number);
      d += (weights[row + at + 3] as number) * (factors[at + 3] as number);
    }
    return a + b + c + d;
  }

  #factors(dependents: Rows, dependent: number, heads: Rows, head: number): Float64Array {
    const width = this.#width;
    const factors = new Float64Array(width);
    for (let factor = 0; factor < width; factor++)
      factors[factor] =
        (dependents.data[dependent * width + factor] as number) *
        (heads.data[head * width + factor] as number);
    return factors;
  }
}
