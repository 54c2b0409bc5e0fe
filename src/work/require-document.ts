import { type Document, ProvisoError } from '../model/index.ts';
import type { Store } from '../store/index.ts';

/** The case has no document of that id. */
export const documentNotFound = (caseId: string, id: string): ProvisoError =>
  new ProvisoError(
    'PROVISO_DOCUMENT_NOT_FOUND',
    `The case "${caseId}" has no document "${id}".`,
    `Its documents are listed on its page, and by: proviso documents --case ${caseId}.`,
  );

/** A document of the case, with its text. @throws ProvisoError PROVISO_DOCUMENT_NOT_FOUND. */
export async function requireDocument(store: Store, caseId: string, id: string): Promise<Document> {
  const document = (await store.listedDocument(caseId, id)) && (await store.document(id));
  if (!document) throw documentNotFound(caseId, id);
  return document;
}
