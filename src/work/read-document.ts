import { asProvisoError, type Document, ProvisoError, type Reading, unreadReading } from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import { inTries } from './jobs/in-tries.ts';
import { readText } from './read-text.ts';
import type { Refusal } from './refusal.ts';

export const unreadable = ({ id, title }: Pick<Document, 'id' | 'title'>, cause?: unknown): Refusal => ({
  source: title,
  error: new ProvisoError(
    'PROVISO_TEXT_UNREADABLE',
    `The text of ${JSON.stringify(title)} (${id}) was kept, but the reader failed on it.`,
    'It is listed as unread; claims of it can be entered by hand. Please report it with its text: it is a fault of Proviso. ' +
      'proviso jobs shows why, and tries it again.',
    { cause },
  ),
});

/** What stands in the place of a reading that a reader of this name and version cannot make. */
export const failedReading = (document: Document, { name, version }: Reader, why: string): Reading => ({
  ...unreadReading(document),
  reader: { name, version },
  unreadable: why,
});

/** What a working reader reads; the failure of one that does not work is no fault of a text. */
const plainText = { id: 'trial', text: 'The ferry left.', published: null };

/**
 * What a reader makes of a document: of one that it fails on again and again, a reading that says why. null when it was
 * interrupted. Throws whatever the reader fails with on every text.
 */
export async function readDocument(
  reader: Reader,
  document: Document,
  signal?: AbortSignal,
): Promise<{ reading: Reading; failed: Refusal | null } | null> {
  try {
    return {
      reading: await inTries(() => readText(reader, document), signal),
      failed: null,
    };
  } catch (thrown) {
    if (signal?.aborted) return null;
    await reader.read(plainText).catch(() => {
      throw thrown;
    });
    const why = asProvisoError(thrown).message;
    return { reading: failedReading(document, reader, why), failed: unreadable(document, thrown) };
  }
}
