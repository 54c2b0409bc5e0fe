import { timeReading } from '../read/index.ts';
import { readCorpusFile } from './corpora/corpus-file.ts';
import { type AttributedText, parsePolnear } from './corpora/polnear.ts';
import { matchingSpeed } from './matching-speed.ts';
import { readAll } from './read-all.ts';
import type { Figure, Task } from './result.ts';

/** Texts read before those that count: code is compiled while it first runs. */
const warmingUp = 24;
const sampledEvery = 100;
const megabyte = 1e6;

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length - 1 - middle], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** The reader's time over the network's, text by text side by side, so that a noisy machine slows both. */
const overEncoder = async (texts: readonly AttributedText[]): Promise<Figure> => {
  const ratios: number[] = [];
  for await (const { encoder, reader } of timeReading(texts)) ratios.push(reader / encoder);
  const warm = ratios.slice(warmingUp);
  return { measure: 'reader over encoder', unit: 'times', count: warm.length, value: median(warm) };
};

/** Work, with its seconds and the most memory that the process held meanwhile, in megabytes. */
const watched = async <Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; seconds: number; memory: number }> => {
  let memory = process.memoryUsage().rss;
  const sample = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss);
  }, sampledEvery);
  const start = performance.now();
  try {
    const result = await work();
    return { result, seconds: (performance.now() - start) / 1000, memory: memory / megabyte };
  } finally {
    clearInterval(sample);
  }
};

/** Sentences a second with all threads, the network already loaded, and memory; then the reader over the network. */
export const measureSpeed = async (task: Task): Promise<Figure[]> => {
  const texts = parsePolnear(await readCorpusFile(task.data, 'polnear/dev.jsonl.gz'));
  // Every thread loads the network with its first text.
  await readAll(texts.slice(0, task.width), [], { ...task, watch: () => {} });
  const { result, seconds, memory } = await watched(() => readAll(texts, [], task));
  const sentences = result.reduce((sum, reading) => sum + reading.sentences.length, 0);
  return [
    { measure: 'sentences a second', unit: 'a second', count: sentences, value: sentences / seconds },
    { measure: 'memory', unit: 'MB', count: texts.length, value: memory },
    await overEncoder(texts),
    ...(await matchingSpeed()),
  ];
};
