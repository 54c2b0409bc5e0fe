import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ProvisoError, type Reading } from '../model/index.ts';
import { Tagger } from './network/tagger.ts';
import { gazetteerBytes } from './places/index.ts';
import { type Layer, type ReadInput, readerName, readerVersion, readText } from './reader.ts';
import type { Job, Shared } from './worker.ts';

/** Reads texts; the same input gives the same reading, whatever is read beside it. */
export interface Reader {
  readonly name: string;
  readonly version: string;
  /** The further layers that this reader can fill. */
  readonly layers: readonly Layer[];
  /** How many texts are read at the same time; more may be given, and wait. */
  readonly threads: number;
  read(input: ReadInput): Promise<Reading>;
  /** Stops the threads; texts that are being read are refused. */
  close(): Promise<void>;
}

/** What tells readings of this build's reader from those of another. */
export const readerIdentity = {
  name: readerName,
  version: readerVersion,
  layers: ['syntax', 'factuality'],
} as const satisfies Partial<Reader>;

/** A reader in the calling thread, which it blocks while it reads. */
export const createLocalReader = (): Reader => {
  let tagger: Promise<Tagger> | undefined;
  return {
    ...readerIdentity,
    threads: 1,
    read: async (input) => {
      tagger ??= Tagger.load();
      return readText(await tagger, input);
    },
    close: async () => {},
  };
};

interface Waiting {
  readonly input: ReadInput;
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: unknown) => void;
}

const lost = (id: string, cause?: unknown): ProvisoError =>
  new ProvisoError(
    'PROVISO_READER_STOPPED',
    `The thread that was reading "${id}" stopped.`,
    'Try again; if it stops again, the text may be too large for the memory of this machine.',
    { cause },
  );

/** Worker threads that each hold the network once; they start when texts come. */
class Pool implements Reader {
  readonly name = readerIdentity.name;
  readonly version = readerIdentity.version;
  readonly layers = readerIdentity.layers;
  readonly threads: number;
  readonly #queue: Waiting[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Waiting>();
  #closed = false;
  #jobs = 0;

  constructor(threads: number) {
    this.threads = threads;
  }

  read(input: ReadInput): Promise<Reading> {
    return new Promise((resolve, reject) => {
      if (this.#closed) reject(lost(input.id));
      else {
        this.#queue.push({ input, resolve, reject });
        this.#next();
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { input, reject } of this.#queue.splice(0)) reject(lost(input.id));
    await Promise.all([...this.#idle.splice(0), ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  #next(): void {
    while (this.#queue.length > 0 && this.#busy.size < this.threads) {
      const worker = this.#idle.pop() ?? this.#start();
      const waiting = this.#queue.shift() as Waiting;
      this.#busy.set(worker, waiting);
      // A thread that waits for nothing does not keep the process alive.
      worker.ref();
      const job: Job = { number: ++this.#jobs, input: waiting.input };
      worker.postMessage(job);
    }
  }

  #start(): Worker {
    const workerData: Shared = { gazetteer: gazetteerBytes() };
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    worker.on('message', ({ reading, error }: { reading?: Reading; error?: unknown }) => {
      const waiting = this.#busy.get(worker);
      this.#busy.delete(worker);
      worker.unref();
      this.#idle.push(worker);
      if (reading) waiting?.resolve(reading);
      else waiting?.reject(error);
      this.#next();
    });
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      const waiting = this.#busy.get(worker);
      this.#busy.delete(worker);
      const idle = this.#idle.indexOf(worker);
      if (idle >= 0) this.#idle.splice(idle, 1);
      if (waiting) waiting.reject(lost(waiting.input.id, cause));
      if (!this.#closed) this.#next();
    });
    return worker;
  }
}

/** A reader in worker threads, as many as the machine runs at once unless said otherwise. */
export const createReader = (threads = availableParallelism()): Reader => new Pool(Math.max(1, threads));
