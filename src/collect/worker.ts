import { parentPort } from 'node:worker_threads';
import { asProvisoError, type ErrorCode } from '../model/index.ts';
import type { Parsed } from './content.ts';
import { type ParseJob, parse } from './parse.ts';
import { ownThread } from './processor-time.ts';

/** What the thread answers; an error loses its class on the way between threads, so its parts are sent. */
export type Answer = { parsed: Parsed } | { refusal: { code: ErrorCode; message: string; todo: string } };

/** What the thread says once its code is loaded: what the system calls it, null where it has no name for it. */
export interface Ready {
  thread: string | null;
}

parentPort?.on('message', async (job: ParseJob) => {
  try {
    const parsed = await parse(job);
    parentPort?.postMessage({ parsed } satisfies Answer);
  } catch (thrown) {
    const { code, message, todo } = asProvisoError(thrown);
    parentPort?.postMessage({ refusal: { code, message, todo } } satisfies Answer);
  }
});
parentPort?.postMessage({ thread: ownThread() } satisfies Ready);
