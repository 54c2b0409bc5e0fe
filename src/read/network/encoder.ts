import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Window } from './windows.ts';

/** A row a word; `width` numbers a row. */
export interface Rows {
  readonly data: Float32Array;
  readonly width: number;
}

/** Scores (logits) for the W words of a window; a row more, the first, stands for the root in `heads`. */
export interface Scores {
  readonly upos: Rows;
  /** One number a word: above 0 where a sentence ends. */
  readonly ends: Rows;
  readonly names: Rows;
  readonly tags: Rows;
  /** Two numbers a word: above 0 where it is an event, and its factuality. */
  readonly events: Rows;
  /** W + 1 numbers a word: the root, then every word, as its head. */
  readonly arcs: Rows;
  readonly dependents: Rows;
  readonly heads: Rows;
  readonly dependentBiases: Rows;
  readonly headBiases: Rows;
}

const outputs = [
  'upos',
  'ends',
  'names',
  'tags',
  'events',
  'arcs',
  'dependents',
  'heads',
  'dependentBiases',
  'headBiases',
] as const satisfies readonly (keyof Scores)[];

const integers = (values: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);

/**
 * The network, one window a run: its 8-bit scales depend on everything in a run, so that windows read
 * together would change each other.
 */
export class Encoder {
  readonly #session: InferenceSession;

  private constructor(session: InferenceSession) {
    this.#session = session;
  }

  /** Loads a graph in one thread: threads share documents, not windows. */
  static async load(path: string): Promise<Encoder> {
    const session = await InferenceSession.create(path, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
    });
    return new Encoder(session);
  }

  async run({ pieces, shapes, firsts }: Window): Promise<Scores> {
    const found = await this.#session.run({
      pieces: integers(pieces),
      shapes: integers(shapes),
      firsts: integers(firsts),
    });
    const rows = (name: string): Rows => {
      const { data, dims } = found[name] as Tensor;
      return { data: data as Float32Array, width: dims[2] ?? 1 };
    };
    return Object.fromEntries(outputs.map((name) => [name, rows(name)])) as unknown as Scores;
  }
}
