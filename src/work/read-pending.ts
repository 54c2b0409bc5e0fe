import {
  asProvisoError,
  type Document,
  mapConcurrently,
  ProvisoError,
  type Reading,
  unreadReading,
} from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import { emit } from './observed.ts';
import { type Progress, silent } from './progress.ts';
import { readDocument } from './read-document.ts';
import type { Refusal } from './refusal.ts';

/** Languages that the reader reads; documents in others are kept, searchable and unread. */
export const readLanguages: readonly string[] = ['en'];

/** Whether a text is in a language that is read, as far as can be told. */
export const isReadable = ({ language }: Pick<Document, 'language'>): boolean =>
  language === null || readLanguages.includes(language);

const unreadable = ({ id, title }: Document, cause: unknown): Refusal => ({
  source: title,
  error: new ProvisoError(
    'PROVISO_TEXT_UNREADABLE',
    `The text of ${JSON.stringify(title)} (${id}) was kept, but the reader failed on it.`,
    'It is listed as unread; claims of it can be entered by hand. Please report it with its text: it is a fault of Proviso.',
    { cause },
  ),
});

/** What a working reader reads; the failure of one that does not work is no fault of a text. */
const plainText = { id: 'trial', text: 'The ferry left.', published: null };

/**
 * Reads every document of a case that this reader has not read yet; safe to interrupt and run again. A text that the reader
 * fails on is kept and marked, and given back; the others are read.
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
  const failed: Refusal[] = [];
  const pending = await store.documentsToRead({ name, version }, caseId, readLanguages);
  const read = async (id: string): Promise<{ id: string; reading: Reading | null }> => {
    const document = signal?.aborted ? null : await store.document(id);
    if (!document) return { id, reading: null };
    try {
      return { id, reading: await readDocument(reader, document) };
    } catch (thrown) {
      if (signal?.aborted) return { id, reading: null };
      await reader.read(plainText).catch(() => {
        throw thrown;
      });
      failed.push(unreadable(document, thrown));
      const why = asProvisoError(thrown).message;
      return { id, reading: { ...unreadReading(document), reader: { name, version }, unreadable: why } };
    }
  };
  let done = 0;
  for await (const { id, reading } of mapConcurrently(pending, reader.threads + 1, read)) {
    if (signal?.aborted) break;
    if (reading) {
      await store.saveReading(id, reading);
      emit('reading', { outcome: reading.unreadable === undefined ? 'read' : 'unreadable' });
    }
    progress({ doing: 'reading', done: ++done, total: pending.length });
  }
  return failed;
}
