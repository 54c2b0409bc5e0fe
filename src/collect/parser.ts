import { Worker } from 'node:worker_threads';
import { ProvisoError } from '../model/index.ts';
import type { Parsed } from './content.ts';
import { maxSeconds, memory } from './limits.ts';
import type { ParseJob } from './parse.ts';
import { limitProcessorTime } from './processor-time.ts';
import { tooComplex, tooSlow, unreadable } from './refusals.ts';
import type { Answer, Ready as ReadyAnswer } from './worker.ts';

/** Parses one file after the other. */
export interface Parser {
  /** Throws a refusal, whatever the file does. */
  parse(job: ParseJob): Promise<Parsed>;
  close(): Promise<void>;
}

/** A parser in the calling thread: for tests, which run from sources that a thread cannot load. */
const localParser: Parser = {
  parse: async (job) => (await import('./parse.ts')).parse(job),
  close: async () => {},
};

/** A parser whose files end their thread, and not the program, when they need too much time or memory. */
export const createParser = (): Parser =>
  import.meta.url.endsWith('.ts') ? localParser : new ThreadParser();

const tooMuchMemory = (source: string) => tooComplex(source, 'parsing it needs too much memory');

/** How often the memory of the whole process is looked at; buffers do not count against a thread's heap. */
const watchEveryMs = 20;

/** A thread that has loaded the parser. */
interface Ready {
  worker: Worker;
  /** What the system calls it; null where it does not. */
  thread: string | null;
}

class ThreadParser implements Parser {
  #ready: Promise<Ready> | null = null;
  /** Not measured anew for each file: what a file leaves behind is not given back to the system at once. */
  readonly #memoryAtStart = process.memoryUsage.rss();

  async parse(job: ParseJob): Promise<Parsed> {
    const ready = await this.#started();
    ready.worker.ref();
    try {
      return await this.#answer(ready, job);
    } finally {
      // A thread that waits for nothing does not keep the process alive.
      ready.worker.unref();
    }
  }

  async close(): Promise<void> {
    await this.#stop();
  }

  /** A thread with its code loaded: how long that takes is no file's doing. */
  #started(): Promise<Ready> {
    if (this.#ready) return this.#ready;
    const ready = new Promise<Ready>((resolve, reject) => {
      const worker = new Worker(new URL('./worker.js', import.meta.url), {
        resourceLimits: { maxOldGenerationSizeMb: memory.heap, maxYoungGenerationSizeMb: 64 },
        stdout: true,
        stderr: true,
      });
      // What libraries print about a file is no message to the person.
      worker.stdout.resume();
      worker.stderr.resume();
      worker.once('message', ({ thread }: ReadyAnswer) => resolve({ worker, thread }));
      // A failure between two files has nobody else to hear it; the next file gets a new thread.
      worker.on('error', reject);
      worker.on('exit', () => {
        if (this.#ready === ready) this.#ready = null;
      });
    });
    this.#ready = ready;
    return ready;
  }

  async #stop(): Promise<void> {
    const ready = this.#ready;
    this.#ready = null;
    await (await ready?.catch(() => null))?.worker.terminate();
  }

  #answer(ready: Ready, job: ParseJob): Promise<Parsed> {
    const { source } = job;
    const { worker } = ready;
    return new Promise((resolve, reject) => {
      const ended = this.#watch(ready, job, (refusal) => {
        finish();
        // The next file gets a new thread, once this one has let go of its memory.
        this.#stop().then(() => reject(refusal), reject);
      });
      const onMessage = (answer: Answer) => {
        finish();
        if ('parsed' in answer) resolve(answer.parsed);
        else reject(refusalOf(answer));
      };
      const onError = (error: Error & { code?: string }) => {
        finish();
        this.#ready = null;
        const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(outOfMemory ? tooMuchMemory(source) : unreadable(source, 'its parser failed on it', error));
      };
      const finish = () => {
        ended();
        worker.off('message', onMessage).off('error', onError);
      };
      worker.on('message', onMessage).on('error', onError);
      worker.postMessage(job);
    });
  }

  #growth(): number {
    return process.memoryUsage.rss() - this.#memoryAtStart;
  }

  /** Calls `refuse` once when the job takes too much time or memory; returns what ends the watch. */
  #watch(
    { worker, thread }: Ready,
    { bytes, source }: ParseJob,
    refuse: (refusal: ProvisoError) => void,
  ): () => void {
    const seconds = maxSeconds(bytes.length);
    const unlimited = limitProcessorTime(worker, thread, seconds, () => refuse(tooSlow(source, seconds)));
    const timer = setInterval(() => {
      if (this.#growth() > memory.growth * 1024 * 1024) refuse(tooMuchMemory(source));
    }, watchEveryMs);
    return () => {
      unlimited();
      clearInterval(timer);
    };
  }
}

const refusalOf = ({ refusal }: Extract<Answer, { refusal: unknown }>): ProvisoError =>
  new ProvisoError(refusal.code, refusal.message, refusal.todo);
