import { mapConcurrently, readLanguages } from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import type { JobQueue, Store } from '../store/index.ts';
import { helpUntilDone } from './jobs/help-until-done.ts';
import { readingJobs, readJob } from './jobs/reading-jobs.ts';
import { type Progress, silent } from './progress.ts';
import { readDocument, unreadable } from './read-document.ts';
import type { Refusal } from './refusal.ts';
import { saveRead } from './save-read.ts';

/**
 * Reads every document of a case that this reader has not read yet; safe to interrupt and run again. A text that the reader
 * fails on is kept and marked, and given back; the others are read. With a server it is done together with all who work there,
 * or left to them.
 * @throws whatever the reader fails with on every text.
 */
export async function readPending(
  store: Store,
  reader: Reader,
  caseId: string,
  progress: Progress = silent,
  signal?: AbortSignal,
): Promise<Refusal[]> {
  const { name, version } = reader;
  const pending = await store.documentsToRead({ name, version }, caseId, readLanguages);
  if (store.queue) return readTogether(store, store.queue, reader, { caseId, pending, progress, signal });
  const failed: Refusal[] = [];
  const read = async (id: string) => {
    const document = signal?.aborted ? null : await store.document(id);
    return { id, made: document && (await readDocument(reader, document, signal)) };
  };
  let done = 0;
  for await (const { id, made } of mapConcurrently(pending, reader.threads + 1, read)) {
    if (signal?.aborted) break;
    if (made) await saveRead(store, id, made.reading);
    if (made?.failed) failed.push(made.failed);
    progress({ doing: 'reading', done: ++done, total: pending.length });
  }
  return failed;
}

interface Together {
  caseId: string;
  pending: readonly string[];
  progress: Progress;
  signal: AbortSignal | undefined;
}

async function readTogether(
  store: Store,
  queue: JobQueue,
  reader: Reader,
  { caseId, pending, progress, signal }: Together,
): Promise<Refusal[]> {
  const { name, version } = reader;
  if (pending.length === 0) return [];
  const send = (ids: readonly string[]) =>
    queue.send(
      ids.map((id) => readJob(id, version)),
      { urgent: true },
    );
  await send(pending);
  if (queue.leavesWork) return [];
  await helpUntilDone(queue, 'read', (broken) => readingJobs(store, queue, reader, broken), {
    due: pending,
    left: () => store.documentsToRead({ name, version }, caseId, readLanguages),
    send,
    told: (done) => progress({ doing: 'reading', done, total: pending.length }),
    signal,
  });
  const asked = new Set(pending);
  const aside = (await store.setAside()).filter(
    ({ kind, document }) => kind === 'read' && asked.has(document),
  );
  return aside.map(({ document, title, why }) => unreadable({ id: document, title }, new Error(why)));
}
