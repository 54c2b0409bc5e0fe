import type { Document, Reading } from '../model/index.ts';
import { inOrder, type Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import { type Progress, silent } from './progress.ts';

/** Languages that the reader reads; documents in others are kept, searchable and unread. */
export const readLanguages: readonly string[] = ['en'];

/** Whether a text is in a language that is read, as far as can be told. */
export const isReadable = ({ language }: Pick<Document, 'language'>): boolean =>
  language === null || readLanguages.includes(language);

/** Reads every document of a case that this reader has not read yet; safe to interrupt and run again. */
export async function readPending(
  store: Store,
  reader: Reader,
  caseId: string,
  progress: Progress = silent,
  signal?: AbortSignal,
): Promise<void> {
  const { name, version } = reader;
  const pending = await store.documentsToRead({ name, version }, caseId, readLanguages);
  const read = async (id: string): Promise<{ id: string; reading: Reading | null }> => {
    const document = signal?.aborted ? null : await store.document(id);
    if (!document) return { id, reading: null };
    return { id, reading: await reader.read({ id, text: document.text, published: document.published }) };
  };
  let done = 0;
  for await (const { id, reading } of inOrder(pending, reader.threads + 1, read)) {
    if (signal?.aborted) return;
    if (reading) await store.saveReading(id, reading);
    progress({ doing: 'reading', done: ++done, total: pending.length });
  }
}
