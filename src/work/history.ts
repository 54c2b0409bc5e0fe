import {
  type Capture,
  type Correction,
  type Document,
  isWebAddress,
  ProvisoError,
  quote,
  type Revision,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';

/** A document's custody: each time it was taken, and how its pages' texts changed, with the words. */
export interface History {
  document: Document;
  captures: Capture[];
  /** What people put right on it, the newest first. */
  corrections: Correction[];
  revisions: (Revision & { words: { removed: string; added: string }[] })[];
}

/** By id, or by the address a page was last taken from. @throws ProvisoError PROVISO_DOCUMENT_NOT_FOUND. */
export async function historyOf(store: Store, idOrUrl: string): Promise<History> {
  const document = isWebAddress(idOrUrl) ? await store.documentFrom(idOrUrl) : await store.document(idOrUrl);
  if (!document) {
    throw new ProvisoError(
      'PROVISO_DOCUMENT_NOT_FOUND',
      `There is no document ${JSON.stringify(idOrUrl)} in this store.`,
      'Its ids are listed by: proviso documents --case ID.',
    );
  }
  const revisions: History['revisions'] = [];
  for (const revision of await store.revisions(document.id)) {
    const earlier = (await store.document(revision.earlier))?.text ?? '';
    const later = (await store.document(revision.later))?.text ?? '';
    const words = revision.changes.map((change) => ({
      removed: quote(earlier, change.earlier),
      added: quote(later, change.later),
    }));
    revisions.push({ ...revision, words });
  }
  return {
    document,
    captures: await store.captures(document.id),
    corrections: await store.corrections(document.id),
    revisions,
  };
}
