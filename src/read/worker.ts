import { parentPort, workerData } from 'node:worker_threads';
import { Tagger } from './network/tagger.ts';
import { shareGazetteer } from './places/index.ts';
import { type ReadInput, readText } from './reader.ts';

/** One thread of the pool: loads the network with its first text and answers one job after the other. */
export interface Job {
  readonly number: number;
  readonly input: ReadInput;
}

/** What all threads share. */
export interface Shared {
  readonly gazetteer: SharedArrayBuffer;
}

shareGazetteer((workerData as Shared).gazetteer);

let tagger: Promise<Tagger> | undefined;

parentPort?.on('message', async ({ number, input }: Job) => {
  try {
    tagger ??= Tagger.load();
    parentPort?.postMessage({ number, reading: await readText(await tagger, input) });
  } catch (error) {
    parentPort?.postMessage({ number, error });
  }
});
