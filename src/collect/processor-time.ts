import { readFileSync, readlinkSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { idleFactor } from './limits.ts';

/** The calling thread as Linux lists it under `/proc`; null on systems that have no such list. */
export function ownThread(): string | null {
  try {
    return `/proc/${readlinkSync('/proc/thread-self')}/schedstat`;
  } catch {
    return null;
  }
}

/**
 * How long a thread has been computing, in milliseconds: by the system, or, where it does not tell, by how long the
 * thread was not idle, which on a busy machine is more. Node 20 has no measure of its own for one thread.
 */
function processorMs(worker: Worker, thread: string | null): number {
  try {
    if (thread !== null) return Number(readFileSync(thread, 'latin1').split(' ')[0]) / 1e6;
  } catch {
    // A thread that has just ended is in no list.
  }
  return worker.performance.eventLoopUtilization().active;
}

/** How often a thread's time is looked at, in ms. */
const watchEveryMs = 20;

/**
 * Calls `late` once a thread has been computing for longer from now on than it may, or has not come to an end in many times
 * as long; returns what ends the watch.
 */
export function limitProcessorTime(
  worker: Worker,
  thread: string | null,
  seconds: number,
  late: () => void,
): () => void {
  const before = processorMs(worker, thread);
  const start = performance.now();
  const timer = setInterval(() => {
    const isOver =
      processorMs(worker, thread) - before > seconds * 1000 ||
      performance.now() - start > seconds * 1000 * idleFactor;
    if (!isOver) return;
    clearInterval(timer);
    late();
  }, watchEveryMs);
  return () => clearInterval(timer);
}
