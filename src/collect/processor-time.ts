import { readFileSync, readlinkSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';

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
export function processorMs(worker: Worker, thread: string | null): number {
  try {
    if (thread !== null) return Number(readFileSync(thread, 'latin1').split(' ')[0]) / 1e6;
  } catch {
    // A thread that has just ended is in no list.
  }
  return worker.performance.eventLoopUtilization().active;
}
