import type { CopyLink, DocumentSummary, Tombstone } from '../model/index.ts';
import type { Store } from '../store/index.ts';

/** What became of a takedown, and where the words may stand still: those are taken down by themselves. */
export interface TakenDown {
  tombstone: Tombstone;
  copies: (Pick<DocumentSummary, 'id' | 'title'> & Pick<CopyLink, 'kind'>)[];
  /** Mails and archives in the store that it was taken out of. */
  heldIn: Pick<DocumentSummary, 'id' | 'title'>[];
}

/** Takes a document down. @throws ProvisoError PROVISO_DOCUMENT_NOT_FOUND. */
export async function takeDown(
  store: Store,
  documentId: string,
  { by, reason }: { by: string; reason: string },
): Promise<TakenDown> {
  const links = await store.copies(documentId);
  const holders = (await store.captures(documentId)).flatMap(
    ({ container }) => container?.slice(0, 16) ?? [],
  );
  const tombstone = await store.takeDown(documentId, by, reason);
  const named = async (id: string) => {
    const document = await store.document(id);
    return document ? [{ id, title: document.title }] : [];
  };
  const copies = await Promise.all(
    links.map(async ({ document, kind }) => (await named(document)).map((found) => ({ ...found, kind }))),
  );
  const heldIn = await Promise.all([...new Set(holders)].map(named));
  return { tombstone, copies: copies.flat(), heldIn: heldIn.flat() };
}
