import { z } from 'zod';

/*
 * Multinomial logistic regression over the features of a pair, with a temperature that calibrates it (Guo et al. 2017);
 * `training/matcher_model/combine.py` fits it on whole accords that the pair reader never saw.
 */

const Weights = z.record(z.string(), z.number());

/** The fitted sums: a bias and a weight a feature for each outcome, thresholds, and what the fit was measured at. */
export const Combination = z.object({
  /** log-odds that a pair is worth reading, from the cheap features. */
  candidate: z.object({
    bias: z.number(),
    weights: Weights,
    threshold: z.number(),
    most: z
      .int()
      .positive()
      .describe('Of one sentence at most so many commitments, the likeliest, are read.'),
  }),
  /** The same once its first layers have read it: from the candidate's log-odds and theirs, whether the rest reads on. */
  early: z.object({ bias: z.number(), weights: Weights, threshold: z.number() }),
  breach: z.object({ bias: z.number(), weights: Weights }),
  performance: z.object({ bias: z.number(), weights: Weights }),
  temperature: z.number().positive(),
  /** From this probability on evidence counts; from the lower one it is suggested. */
  counted: z.number(),
  suggested: z.number(),
});
export type Combination = z.infer<typeof Combination>;

type Features = Readonly<Record<string, number | undefined>>;

/** Bias and weighted features, and what each feature gave. */
export const sumOf = (
  { bias, weights }: { readonly bias: number; readonly weights: Readonly<Record<string, number>> },
  features: Features,
): number => {
  let sum = bias;
  for (const name of Object.keys(weights)) sum += (weights[name] as number) * (features[name] ?? 0);
  return sum;
};

/** A probability from its log-odds. */
export const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Log-odds of a probability that lies between 0 and 1. */
export const logit = (share: number): number => Math.log(share / (1 - share));

/** Probabilities of an outcome; they add up to 1. */
export interface Outcome {
  readonly none: number;
  readonly breach: number;
  readonly performance: number;
}

/** Outcome from log-odds of breach and performance against none. */
export const outcomeOf = (breach: number, performance: number): Outcome => {
  const most = Math.max(0, breach, performance);
  const [no, against, toward] = [Math.exp(-most), Math.exp(breach - most), Math.exp(performance - most)];
  const sum = no + against + toward;
  return { none: no / sum, breach: against / sum, performance: toward / sum };
};

/** What a pair means: breach, performance or neither. */
export const judgePair = (combination: Combination, features: Features): Outcome => {
  const { breach, performance, temperature } = combination;
  return outcomeOf(sumOf(breach, features) / temperature, sumOf(performance, features) / temperature);
};
