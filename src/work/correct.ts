import { randomUUID } from 'node:crypto';
import { isPublicationDate } from '../collect/index.ts';
import {
  type CorrectedField,
  Correction,
  type Document,
  editConflict,
  ProvisoError,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { requireDocument } from './require-document.ts';

/** What a person puts right on documents: what is left out stays, null says that it is not known. */
export type Corrected = { [F in CorrectedField]?: string | null | undefined };

/** What is put right, why, and by whom. */
export interface CorrectionInput {
  fields: Corrected;
  reason: string;
  by: string;
  /** What was seen in the fields of the documents: where another value stands by now, nothing is put right. */
  seen?: Corrected | undefined;
}

const invalid = (what: string): ProvisoError =>
  new ProvisoError(
    'PROVISO_CORRECTION_INVALID',
    `The correction is wrong: ${what}.`,
    'Dates are YYYY-MM-DD, YYYY-MM or YYYY; languages are codes such as en or pt-BR.',
  );

/**
 * Puts documents of a case right, all of them or none. Returns those that were kept; what stands there already is none.
 * @throws ProvisoError PROVISO_CASE_NOT_FOUND, PROVISO_DOCUMENT_NOT_FOUND, PROVISO_CORRECTION_INVALID or PROVISO_EDIT_CONFLICT.
 */
export async function correct(
  store: Store,
  caseId: string,
  documentIds: readonly string[],
  { fields, reason, by, seen = {} }: CorrectionInput,
): Promise<Correction[]> {
  await store.caseById(caseId);
  const told = Object.entries(fields).filter(([, value]) => value !== undefined) as [
    CorrectedField,
    string | null,
  ][];
  if (told.length === 0) throw invalid('it changes nothing');
  const corrections: Correction[] = [];
  for (const id of new Set(documentIds)) {
    const document = await requireDocument(store, caseId, id);
    for (const [field, said] of told) {
      const value = await checkedValue(store, document, field, said);
      const previous = field === 'replaces' ? null : document[field] || null;
      if (field !== 'replaces' && value === previous) continue;
      if (seen[field] !== undefined && (seen[field] || null) !== previous)
        throw editConflict('What is known of the document', await knownOf(store, document));
      const made = {
        id: randomUUID(),
        documentId: id,
        field,
        value,
        previous,
        reason,
        by,
        at: new Date().toISOString(),
      };
      corrections.push(Correction.parse(made));
    }
  }
  await store.correct(corrections);
  return corrections;
}

/** What is known of a document now, with who put it right last. */
const knownOf = async (store: Store, document: Document) => {
  const { id, title, author, publisher, published, language } = document;
  const [last = null] = await store.corrections(id);
  return { title, author, publisher, published, language, by: last?.by ?? null, at: last?.at ?? null };
};

/** In the form in which it is kept; blank is not known. */
async function checkedValue(
  store: Store,
  { id }: Document,
  field: CorrectedField,
  said: string | null,
): Promise<string | null> {
  const value = said?.replace(/\s+/g, ' ').trim() || null;
  if (field === 'title' && value === null) throw invalid('a document has a title');
  if (value === null && field !== 'replaces') return null;
  if (field === 'published' && !isPublicationDate(value ?? ''))
    throw invalid(`${JSON.stringify(value)} is no date`);
  if (field === 'language') return languageTag(value ?? '');
  if (field === 'replaces') {
    const revisions = (await store.revisions(id)).filter(({ later }) => later === id);
    const fits =
      value === null
        ? revisions.some(({ standing }) => standing !== 'replaces')
        : revisions.some(({ earlier }) => earlier === value);
    if (!fits) throw invalid(`${id} is no later text of the page of ${value ?? 'another document'}`);
  }
  return value;
}

function languageTag(value: string): string {
  try {
    return new Intl.Locale(value).toString();
  } catch {
    throw invalid(`${JSON.stringify(value)} is no language`);
  }
}

/** Ids of the documents of a case with the same publisher as one of them, that one first. */
export async function documentsOfSamePublisher(store: Store, caseId: string, id: string): Promise<string[]> {
  const documents = await store.documents(caseId);
  const publisher = documents.find((document) => document.id === id)?.publisher ?? null;
  const alike = documents.filter((document) => document.id !== id && document.publisher === publisher);
  return [id, ...(publisher === null ? [] : alike.map((document) => document.id))];
}
