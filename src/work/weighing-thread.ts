import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { limitProcessorTime } from '../collect/index.ts';
import { type Assessment, ProvisoError } from '../model/index.ts';
import type { Material, Memo } from '../weigh/index.ts';
import { allNumbers, missing, type NumberedObject, numbered } from './sent-material.ts';
import { type Answers, type Question, weighed } from './weighing.ts';
import type { Said, Sent } from './weighing-worker.ts';

/** Weighs cases, one question after the other. */
export interface Weighing {
  /** @throws ProvisoError PROVISO_WEIGHING_STOPPED when it takes too long. */
  ask<K extends keyof Answers>(material: Material, question: Question<K>): Promise<Answers[K]>;
  /** Nobody asks for the case any more. */
  leave(caseId: string): void;
  /** Ends the thread; what it is asked then begins another. */
  close(): Promise<void>;
}

/** Processor time that one answer may take, in seconds; a case of 10,000 documents takes one or two. */
const maxSeconds = 30;

/** Objects sent at once: some ten milliseconds of the sender's time, which answers others in between. */
const sentAtOnce = 200;

const stopped = (why: string, options?: ErrorOptions): ProvisoError =>
  new ProvisoError(
    'PROVISO_WEIGHING_STOPPED',
    `Weighing this case was ended: ${why}.`,
    'Try again, with an earlier day or in a moment; proviso assess weighs without a limit.',
    options,
  );

/** In the calling thread, which it blocks while it weighs. */
class Local implements Weighing {
  readonly #memos = new Map<string, Memo>();

  async ask<K extends keyof Answers>(material: Material, question: Question<K>) {
    const { id } = material.file;
    const memo = this.#memos.get(id) ?? new Map();
    this.#memos.set(id, memo);
    return weighed<K>(material, memo, question);
  }

  leave(caseId: string): void {
    this.#memos.delete(caseId);
  }

  async close(): Promise<void> {}
}

/** What went between a thread and us of one case. */
interface Exchanged {
  /** Numbers of the objects that it has. */
  held: Set<number>;
  /** Findings that it sent, by commitment: it does not send the same again. */
  findings: Map<string, unknown>;
}

/** A thread with its code loaded. */
interface Started {
  worker: Worker;
  /** What the system calls it; null where it does not. */
  thread: string | null;
  cases: Map<string, Exchanged>;
  /** Rejects when the thread ends. */
  ended: Promise<never>;
}

class Threaded implements Weighing {
  readonly #script: URL;
  readonly #seconds: number;
  #started: Promise<Started> | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(script: URL, seconds: number) {
    this.#script = script;
    this.#seconds = seconds;
  }

  ask<K extends keyof Answers>(material: Material, question: Question<K>) {
    const answer = this.#turn.then(() => this.#ask(material, question as Question));
    this.#turn = answer.catch(() => {});
    return answer as Promise<Answers[K]>;
  }

  leave(caseId: string): void {
    this.#turn = this.#turn.then(async () => {
      const started = await this.#started?.catch(() => null);
      if (started?.cases.delete(caseId))
        started.worker.postMessage({ id: caseId, isLeft: true } satisfies Sent);
    });
  }

  async close(): Promise<void> {
    const started = this.#started;
    this.#started = null;
    await (await started?.catch(() => null))?.worker.terminate();
  }

  async #ask(material: Material, question: Question): Promise<Answers[keyof Answers]> {
    const started = await this.#begun();
    started.worker.ref();
    try {
      const { id } = material.file;
      const exchanged = started.cases.get(id) ?? { held: new Set(), findings: new Map() };
      started.cases.set(id, exchanged);
      await this.#send(started.worker, exchanged, material);
      const said = await this.#answered(started, { id, material: numbered(material), question });
      return await this.#read(exchanged, said, question);
    } finally {
      // A thread that waits for nothing does not keep the process alive.
      started.worker.unref();
    }
  }

  #begun(): Promise<Started> {
    if (this.#started) return this.#started;
    const worker = new Worker(this.#script);
    const ended = new Promise<never>((_, reject) => {
      worker.on('error', (cause) => reject(stopped('its thread failed', { cause })));
      worker.on('exit', () => {
        if (this.#started === started) this.#started = null;
        reject(stopped('its thread ended'));
      });
    });
    // Between two questions nobody listens.
    ended.catch(() => {});
    const begun = new Promise<Started>((resolve) => {
      worker.once('message', ({ thread }: Extract<Said, { thread: unknown }>) =>
        resolve({ worker, thread, cases: new Map(), ended }),
      );
    });
    const started = Promise.race([begun, ended]);
    this.#started = started;
    return started;
  }

  /** What the thread lacks of the material, a little at a time. */
  async #send(worker: Worker, { held }: Exchanged, material: Material): Promise<void> {
    const { id } = material.file;
    let objects: NumberedObject[] = [];
    const post = async () => {
      worker.postMessage({ id, objects } satisfies Sent);
      objects = [];
      await setImmediate();
    };
    for (const object of missing(material, held)) if (objects.push(object) === sentAtOnce) await post();
    await post();
    held.clear();
    for (const number of allNumbers(numbered(material))) held.add(number);
  }

  async #answered({ worker, thread, ended }: Started, sent: Sent): Promise<Said> {
    const said = new Promise<Said>((resolve) => worker.once('message', resolve));
    worker.postMessage(sent);
    let isLate = false;
    const unlimited = limitProcessorTime(worker, thread, this.#seconds, () => {
      isLate = true;
      worker.terminate();
    });
    try {
      return await Promise.race([said, ended]);
    } catch (thrown) {
      throw isLate ? stopped(`it took more than ${this.#seconds} s of processor time`) : thrown;
    } finally {
      unlimited();
    }
  }

  /** Reads an answer piece by piece: one of a large case takes a tenth of a second. */
  async #read({ findings }: Exchanged, said: Said, { kind }: Question): Promise<Answers[keyof Answers]> {
    if ('refusal' in said) throw new ProvisoError(said.refusal.code, said.refusal.message, said.refusal.todo);
    if (!('pieces' in said)) throw stopped('its thread gave no answer');
    if (kind !== 'assessment') return JSON.parse(said.pieces[0]?.[1] ?? '');
    for (const [key, text] of said.pieces) {
      if (text !== null) findings.set(key, JSON.parse(text));
      await setImmediate();
    }
    return { ...said.head, commitments: said.pieces.map(([key]) => findings.get(key)) } as Assessment;
  }
}

/** Weighing in a thread of its own; in the calling one where the thread's script is not built. */
export const createWeighing = (seconds: number = maxSeconds): Weighing => {
  const script = new URL('./weighing-worker.js', import.meta.url);
  return existsSync(fileURLToPath(script)) ? new Threaded(script, seconds) : new Local();
};
