import type { Statement } from '../model/index.ts';
import { type Knowledge, resolve } from '../resolve/index.ts';
import type { Store } from '../store/index.ts';
import { withEnteredClaims } from './entered-claims.ts';

/** Every claim of some documents of a case, resolved, in the order of the documents. */
export async function statementsIn(
  store: Store,
  knowledge: Knowledge,
  documentIds: readonly string[],
): Promise<Statement[]> {
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
