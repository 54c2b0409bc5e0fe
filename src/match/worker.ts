import { parentPort } from 'node:worker_threads';
import type { PairTask } from './pair-pool.ts';
import { PairReader, type ReadPair } from './pair-reader.ts';
import { pairReaderPaths } from './weights.ts';

const loading = PairReader.load(...pairReaderPaths());

parentPort?.on('message', async (tasks: readonly PairTask[]) => {
  try {
    const reader = await loading;
    const read: ReadPair[] = [];
    for (const { input, least } of tasks) read.push(await reader.read(input, (early) => early >= least));
    parentPort?.postMessage({ read });
  } catch (error) {
    parentPort?.postMessage({ error });
  }
});
