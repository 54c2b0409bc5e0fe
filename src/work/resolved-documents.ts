import { type Knowledge, type ResolvedDocument, resolve } from '../resolve/index.ts';
import type { Store } from '../store/index.ts';
import { withEnteredClaims } from './entered-claims.ts';

/** Some documents of a case, read and resolved, in the order given; those that nobody read are left out. */
export async function resolvedDocuments(
  store: Store,
  knowledge: Knowledge,
  documentIds: readonly string[],
): Promise<ResolvedDocument[]> {
  const claims = await store.enteredClaims(knowledge.file.id);
  const read = [];
  for (const id of documentIds) {
    const document = await store.document(id);
    if (!document) continue;
    const entered = claims.filter(({ documentId }) => documentId === id);
    const reading = withEnteredClaims(document, await store.readingOf(id), entered);
    if (reading) read.push({ document, reading });
  }
  return resolve(knowledge, read);
}
