import { type Document, type ListedDocument, ProvisoError } from '../model/index.ts';
import { type Store, takenDown } from '../store/index.ts';

/** The case has no document of that id. */
export const documentNotFound = (caseId: string, id: string): ProvisoError =>
  new ProvisoError(
    'PROVISO_DOCUMENT_NOT_FOUND',
    `The case "${caseId}" has no document "${id}".`,
    `Its documents are listed on its page, and by: proviso documents --case ${caseId}.`,
  );

/** A document of the case, with its text and with how it stands. @throws ProvisoError PROVISO_DOCUMENT_NOT_FOUND, PROVISO_TAKEN_DOWN. */
export async function listedIn(
  store: Store,
  caseId: string,
  id: string,
): Promise<{ document: Document; listed: ListedDocument }> {
  const listed = await store.listedDocument(caseId, id);
  const document = listed && (await store.document(id));
  if (document) return { document, listed };
  const tombstone = await store.tombstone(id);
  throw tombstone ? takenDown(id, tombstone) : documentNotFound(caseId, id);
}

/** The document alone. @throws the same. */
export const requireDocument = async (store: Store, caseId: string, id: string): Promise<Document> =>
  (await listedIn(store, caseId, id)).document;
