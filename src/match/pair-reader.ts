import { InferenceSession, Tensor } from 'onnxruntime-node';
import { sigmoid } from './combination.ts';
import type { PairInput } from './pair-input.ts';

/** Why a sentence bears on nothing, in the order of the network's outputs (REASONS in training/matcher_model). */
const nothings = [
  'duty',
  'call',
  'plan-of-other',
  'other-actor',
  'other-topic',
  'before',
  'verdict',
  'filler',
] as const;
type Nothing = (typeof nothings)[number];

/** What the whole network reads in a pair. The first three add up to 1. */
export interface PairReading {
  readonly none: number;
  readonly breach: number;
  readonly performance: number;
  /** −3 to 3, as the innermost speaker puts the conduct as it bears. */
  readonly factuality: number;
  /** Probability that it shows the conduct itself, not a sign of it. */
  readonly direct: number;
  /** What it would be if it bore on nothing. */
  readonly nothing: Nothing;
}

/** What became of a pair: how likely the first layers find that it bears; null where it went no further. */
export interface ReadPair {
  readonly early: number;
  readonly reading: PairReading | null;
}

const integers = (values: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);

const softmax = (values: readonly number[]): number[] => {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((all, value) => all + value, 0);
  return powers.map((value) => value / sum);
};

const short = (value: number): number => Math.round(value * 1e4) / 1e4;

/** What became of a pair in one number or six, to be kept; and back. */
export const packPair = ({ early, reading }: ReadPair): number[] =>
  reading === null
    ? [short(early)]
    : [
        ...[early, reading.breach, reading.performance, reading.factuality, reading.direct].map(short),
        nothings.indexOf(reading.nothing),
      ];

export const unpackPair = ([early = 0, ...rest]: readonly number[]): ReadPair => {
  const [breach, performance = 0, factuality = 0, direct = 0, nothing = 0] = rest;
  if (breach === undefined) return { early, reading: null };
  const none = Math.max(0, 1 - breach - performance);
  return {
    early,
    reading: { none, breach, performance, factuality, direct, nothing: nothings[nothing] ?? 'filler' },
  };
};

/** A pair after the first layers: how likely it bears at all, and where to go on from. */
interface Begun {
  readonly hidden: Tensor;
  readonly marks: Tensor;
  readonly bears: number;
}

const open = (path: string): Promise<InferenceSession> =>
  InferenceSession.create(path, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  });

const numbers = (tensor: Tensor | undefined): number[] => Array.from((tensor as Tensor).data as Float32Array);

/**
 * The trained cross-encoder, one pair a run: its 8-bit scales depend on everything in a run, so that pairs read together
 * would change each other. Several runs go on side by side, each in one thread. Its first layers say of most pairs that
 * they bear on nothing; only the others go through the rest (early exit, Schwartz et al. 2020).
 */
export class PairReader {
  readonly #lower: InferenceSession;
  readonly #upper: InferenceSession;

  private constructor(lower: InferenceSession, upper: InferenceSession) {
    this.#lower = lower;
    this.#upper = upper;
  }

  static async load(lower: string, upper: string): Promise<PairReader> {
    return new PairReader(await open(lower), await open(upper));
  }

  async #begin({ pieces, marks: parts }: PairInput): Promise<Begun> {
    const marks = integers(parts);
    const { hidden, early } = await this.#lower.run({ pieces: integers(pieces), marks });
    const [none = 0] = softmax(numbers(early));
    return { hidden: hidden as Tensor, marks, bears: 1 - none };
  }

  async #finish({ hidden, marks }: Begun): Promise<PairReading> {
    const { scores } = await this.#upper.run({ hidden, marks });
    const [none = 0, breach = 0, performance = 0, factuality = 0, direct = 0, ...reasons] = numbers(scores);
    const [no = 0, against = 0, toward = 0] = softmax([none, breach, performance]);
    return {
      none: no,
      breach: against,
      performance: toward,
      factuality: Math.max(-3, Math.min(3, 3 * factuality)),
      direct: sigmoid(direct),
      nothing: nothings[reasons.indexOf(Math.max(...reasons))] ?? 'filler',
    };
  }

  /** What it reads in a pair; `goesOn` says, from what the first layers find, whether the rest is worth it. */
  async read(input: PairInput, goesOn: (early: number) => boolean): Promise<ReadPair> {
    const begun = await this.#begin(input);
    return { early: begun.bears, reading: goesOn(begun.bears) ? await this.#finish(begun) : null };
  }
}
