import { setTimeout as delay } from 'node:timers/promises';
import type { JobKind } from '../../model/index.ts';
import type { Doing, JobQueue } from '../../store/index.ts';

/** Milliseconds between two looks at what is left. */
const pause = 400;

/** Looks after which what is left is sent again: what was under way for an older case file has to be done anew. */
const looksToSend = 10;

interface Help {
  /** Documents that are waited for. */
  due: readonly string[];
  /** Documents that are still to be done, among them perhaps others. */
  left: () => Promise<readonly string[]>;
  send: (ids: readonly string[]) => Promise<void>;
  told: (done: number) => void;
  signal: AbortSignal | undefined;
}

/**
 * Does jobs of a kind, beside all others who do them, until none of those waited for is left.
 * @throws what the tools of this process fail with on everything.
 */
export async function helpUntilDone(
  queue: JobQueue,
  kind: JobKind,
  doing: (broken: (thrown: unknown) => void) => Doing,
  { due, left, send, told, signal }: Help,
): Promise<void> {
  const asked = new Set(due);
  let done = -1;
  let failure: { thrown: unknown } | null = null;
  const stop = queue.isWorking(kind)
    ? null
    : await queue.work(
        kind,
        doing((thrown) => {
          failure ??= { thrown };
        }),
      );
  try {
    for (let look = 1; !signal?.aborted; look += 1) {
      const waiting = (await left()).filter((id) => asked.has(id));
      const now = due.length - waiting.length;
      if (now !== done) told(now);
      done = now;
      if (waiting.length === 0) return;
      if (failure) throw (failure as { thrown: unknown }).thrown;
      if (look % looksToSend === 0) await send(waiting);
      await delay(pause);
    }
  } finally {
    await stop?.();
  }
}
