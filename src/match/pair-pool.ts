import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ProvisoError } from '../model/index.ts';
import type { PairInput } from './pair-input.ts';
import { PairReader, type ReadPair } from './pair-reader.ts';
import { pairReaderPaths } from './weights.ts';

/** A pair to read: what the network takes, and how likely its first layers must find it for the rest to read on. */
export interface PairTask {
  readonly input: PairInput;
  /** Least probability that it bears on anything, 0 to 1. */
  readonly least: number;
}

/** Reads pairs; results in the order given. Each pair is read by itself, so that none changes another. */
export interface PairPool {
  read(tasks: readonly PairTask[]): Promise<ReadPair[]>;
}

const inOneThread = (): PairPool => {
  let reader: Promise<PairReader> | undefined;
  return {
    async read(tasks) {
      reader ??= PairReader.load(...pairReaderPaths());
      const loaded = await reader;
      const read: ReadPair[] = [];
      for (const { input, least } of tasks) read.push(await loaded.read(input, (early) => early >= least));
      return read;
    },
  };
};

/** Pairs that a thread gets at once: enough that messages cost nothing, few enough that the threads end together. */
const batch = 24;

interface Waiting {
  readonly tasks: readonly PairTask[];
  readonly resolve: (read: ReadPair[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads that hold the networks, started when pairs come. A thread that waits does not keep the process alive. */
class Threads implements PairPool {
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Waiting>();
  readonly #queue: Waiting[] = [];
  readonly #script: URL;
  readonly #most: number;

  constructor(script: URL, most: number) {
    this.#script = script;
    this.#most = most;
  }

  async read(tasks: readonly PairTask[]): Promise<ReadPair[]> {
    const parts: Promise<ReadPair[]>[] = [];
    for (let start = 0; start < tasks.length; start += batch)
      parts.push(this.#part(tasks.slice(start, start + batch)));
    return (await Promise.all(parts)).flat();
  }

  #part(tasks: readonly PairTask[]): Promise<ReadPair[]> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ tasks, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    while (this.#queue.length > 0 && this.#busy.size < this.#most) {
      const worker = this.#idle.pop() ?? this.#start();
      const waiting = this.#queue.shift() as Waiting;
      this.#busy.set(worker, waiting);
      worker.ref();
      worker.postMessage(waiting.tasks);
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#script);
    worker.on('message', ({ read, error }: { read?: ReadPair[]; error?: unknown }) => {
      const waiting = this.#busy.get(worker);
      this.#busy.delete(worker);
      worker.unref();
      this.#idle.push(worker);
      if (read) waiting?.resolve(read);
      else waiting?.reject(error);
      this.#next();
    });
    worker.on('error', (cause) => this.#lose(worker, cause));
    worker.on('exit', () => this.#lose(worker, undefined));
    return worker;
  }

  #lose(worker: Worker, cause: unknown): void {
    const waiting = this.#busy.get(worker);
    this.#busy.delete(worker);
    const idle = this.#idle.indexOf(worker);
    if (idle >= 0) this.#idle.splice(idle, 1);
    waiting?.reject(
      new ProvisoError(
        'PROVISO_READER_STOPPED',
        'The thread that was matching a report stopped.',
        'Try again; if it stops again, the machine may have too little memory.',
        { cause },
      ),
    );
    this.#next();
  }
}

/** Pairs read in so many threads; in the calling one where the thread's script is not built. */
export const createPairPool = (threads: number): PairPool => {
  const script = new URL('./worker.js', import.meta.url);
  return existsSync(fileURLToPath(script)) ? new Threads(script, Math.max(1, threads)) : inOneThread();
};
