import type { Span } from '../../model/index.ts';

/** A run of words with one label: `[first word, the one after the last, label]`. */
export type Labelled = readonly [from: number, to: number, label: string];

/** Whether BIO label `next` may stand after `before`: an inner label goes on with its own kind. */
const mayFollow = (before: string | null, next: string): boolean =>
  !next.startsWith('I-') || (before !== null && before.slice(1) === next.slice(1));

/** Scores of a BIO chain's starts and steps; what BIO forbids scores −∞. */
export interface Chain {
  readonly labels: readonly string[];
  readonly starts: readonly number[];
  /** `steps[before][next]`. */
  readonly steps: readonly (readonly number[])[];
}

/** A chain over the labels that forbids what BIO forbids and otherwise scores as given, or 0. */
export const chainOf = (
  labels: readonly string[],
  starts: readonly number[] = [],
  steps: readonly (readonly number[])[] = [],
): Chain => ({
  labels,
  starts: labels.map((next, at) => (mayFollow(null, next) ? (starts[at] ?? 0) : -Infinity)),
  steps: labels.map((before, row) =>
    labels.map((next, at) => (mayFollow(before, next) ? (steps[row]?.[at] ?? 0) : -Infinity)),
  ),
});

/** The best label of each word under the chain (Viterbi 1967). `emission(word, label)` is a score. */
export const bestLabels = (
  { labels, starts, steps }: Chain,
  count: number,
  emission: (word: number, label: number) => number,
): Int32Array => {
  const size = labels.length;
  const from = new Int32Array(count * size);
  let scores = starts.map((start, label) => start + (count > 0 ? emission(0, label) : 0));
  for (let word = 1; word < count; word++) {
    const next = new Array<number>(size);
    for (let label = 0; label < size; label++) {
      let best = -Infinity;
      for (let before = 0; before < size; before++) {
        const score = (scores[before] as number) + (steps[before]?.[label] as number);
        if (score > best) {
          best = score;
          from[word * size + label] = before;
        }
      }
      next[label] = best + emission(word, label);
    }
    scores = next;
  }
  const path = new Int32Array(count);
  if (count === 0) return path;
  path[count - 1] = scores.indexOf(Math.max(...scores));
  for (let word = count - 1; word > 0; word--)
    path[word - 1] = from[word * size + (path[word] as number)] as number;
  return path;
};

/** Runs of BIO labels, in order. */
export const runsOf = (labels: readonly string[]): Labelled[] => {
  const runs: [...Span, string][] = [];
  labels.forEach((label, at) => {
    if (label.startsWith('B-')) runs.push([at, at + 1, label.slice(2)]);
    else if (label.startsWith('I-')) {
      const last = runs.at(-1);
      if (last) last[1] = at + 1;
    }
  });
  return runs;
};
