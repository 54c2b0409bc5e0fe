import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import { type Progress, silent } from './progress.ts';

/** Reads every document of a case that this reader has not read yet; safe to interrupt and run again. */
export async function readPending(
  store: Store,
  reader: Reader,
  caseId: string,
  progress: Progress = silent,
  signal?: AbortSignal,
): Promise<void> {
  const { name, version } = reader;
  const pending = await store.documentsToRead({ name, version }, caseId);
  for (const [index, id] of pending.entries()) {
    if (signal?.aborted) return;
    const document = await store.document(id);
    if (document) {
      await store.saveReading(id, reader.read({ id, text: document.text, published: document.published }));
    }
    progress({ doing: 'reading', done: index + 1, total: pending.length });
  }
}
