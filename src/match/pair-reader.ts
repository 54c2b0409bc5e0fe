import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { PairInput } from './pair-input.ts';

/** What the network reads in a pair. The first three add up to 1. */
export interface PairReading {
  readonly none: number;
  readonly breach: number;
  readonly performance: number;
  /** −3 to 3, as the innermost speaker puts the conduct as it bears. */
  readonly factuality: number;
  /** Probability that it shows the conduct itself, not a sign of it. */
  readonly direct: number;
}

const integers = (values: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);

const softmax = (values: readonly number[]): number[] => {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((all, value) => all + value, 0);
  return powers.map((value) => value / sum);
};

/** A reading in four numbers, to be kept; and back. */
export const packReading = ({ breach, performance, factuality, direct }: PairReading): number[] =>
  [breach, performance, factuality, direct].map((value) => Math.round(value * 1e4) / 1e4);

export const unpackReading = ([
  breach = 0,
  performance = 0,
  factuality = 0,
  direct = 0,
]: readonly number[]): PairReading => ({
  none: Math.max(0, 1 - breach - performance),
  breach,
  performance,
  factuality,
  direct,
});

/**
 * The trained cross-encoder, one pair a run: its 8-bit scales depend on everything in a run, so that pairs read together
 * would change each other. Several runs go on side by side, each in one thread.
 */
export class PairReader {
  readonly #session: InferenceSession;

  private constructor(session: InferenceSession) {
    this.#session = session;
  }

  static async load(path: string): Promise<PairReader> {
    const session = await InferenceSession.create(path, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
    });
    return new PairReader(session);
  }

  async read({ pieces, marks }: PairInput): Promise<PairReading> {
    const { scores } = await this.#session.run({ pieces: integers(pieces), marks: integers(marks) });
    const [none = 0, breach = 0, performance = 0, factuality = 0, direct = 0] = Array.from(
      (scores as Tensor).data as Float32Array,
    );
    const [no = 0, against = 0, toward = 0] = softmax([none, breach, performance]);
    return {
      none: no,
      breach: against,
      performance: toward,
      factuality: Math.max(-3, Math.min(3, 3 * factuality)),
      direct: 1 / (1 + Math.exp(-direct)),
    };
  }

  /** Reads pairs in order, as many at the same time as there are `threads`. */
  async readAll(inputs: readonly PairInput[], threads: number): Promise<PairReading[]> {
    const readings: PairReading[] = new Array(inputs.length);
    let next = 0;
    const work = async () => {
      for (let at = next++; at < inputs.length; at = next++)
        readings[at] = await this.read(inputs[at] as PairInput);
    };
    await Promise.all(Array.from({ length: Math.min(threads, inputs.length) }, work));
    return readings;
  }
}
