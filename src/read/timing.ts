import { Tagger } from './network/tagger.ts';
import { type ReadInput, readText } from './reader.ts';

/** Milliseconds that one text took, in one thread. */
export interface Timing {
  /** The network alone: its windows through the graph, nothing made of the scores. */
  readonly encoder: number;
  /** The whole reading, the network included. */
  readonly reader: number;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Times each text both ways, one right after the other, in this thread and after a first text unmeasured. */
export async function* timeReading(inputs: readonly ReadInput[]): AsyncGenerator<Timing> {
  const tagger = await Tagger.load();
  const [first] = inputs;
  if (first) await readText(tagger, first);
  for (const input of inputs) {
    const encoder = await timed(() => tagger.encode(input.text));
    yield { encoder, reader: await timed(() => readText(tagger, input)) };
  }
}
