import type { Kysely, Selectable, Transaction } from 'kysely';
import { type Capture, type Document, type DocumentSummary, ProvisoError } from '../model/index.ts';
import type { AuditEvent } from './audit.ts';
import { caseExists } from './cases.ts';
import type { Change } from './change.ts';
import { caseNotFound } from './refusals.ts';
import type { DocumentsTable, Tables } from './tables.ts';

export type NewCapture = Omit<Capture, 'documentId'>;

/** Columns of a summary, in the names of the model. */
export const summaryColumns = [
  'documents.id',
  'documents.title',
  'documents.publisher',
  'documents.published',
  'documents.url',
  'documents.kind',
] as const;

/** Adds the document or finds it known, with its capture and its place in the case. */
export async function addDocument(
  trx: Transaction<Tables>,
  document: Document,
  capture: NewCapture,
  caseId: string | null,
): Promise<Change<'new' | 'known'>> {
  if (caseId !== null && !(await caseExists(trx, caseId))) throw caseNotFound(caseId);
  const isNew = await insertDocument(trx, document);
  const completed = isNew ? null : await completeDocument(trx, document);
  const captured = await insertCapture(trx, document.id, capture);
  const linked = caseId !== null && (await linkToCase(trx, document.id, caseId));

  const event = (action: AuditEvent['action'], details: AuditEvent['details']): AuditEvent[] => [
    { action, subject: document.id, details },
  ];
  return {
    result: isNew ? 'new' : 'known',
    events: [
      ...(isNew ? event('document.added', { sha256: document.sha256, title: document.title }) : []),
      ...(completed ? event('document.completed', completed) : []),
      ...(captured ? event('document.captured', capture) : []),
      ...(linked ? event('document.linked', { case: caseId }) : []),
    ],
  };
}

async function insertDocument(trx: Transaction<Tables>, document: Document): Promise<boolean> {
  const { mediaType, byteLength, ...same } = document;
  const inserted = await trx
    .insertInto('documents')
    .values({ ...same, media_type: mediaType, byte_length: byteLength })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/**
 * Fills in what nobody had said of a known document; what is known stays. A reading made without the
 * publication date is dropped, since its relative times have to be resolved anew. null: nothing to fill in.
 */
async function completeDocument(
  trx: Transaction<Tables>,
  document: Document,
): Promise<Partial<Document> | null> {
  const known = await trx
    .selectFrom('documents')
    .select(['sha256', 'publisher', 'published', 'url'])
    .where('id', '=', document.id)
    .executeTakeFirstOrThrow();
  if (known.sha256 !== document.sha256) throw sameId(document.id);
  const missing = (['publisher', 'published', 'url'] as const).filter(
    (key) => known[key] === null && document[key] !== null,
  );
  if (missing.length === 0) return null;
  const completed = Object.fromEntries(missing.map((key) => [key, document[key]]));
  await trx.updateTable('documents').set(completed).where('id', '=', document.id).execute();
  if (missing.includes('published')) {
    await trx.deleteFrom('readings').where('document_id', '=', document.id).execute();
  }
  return completed;
}

/** Somebody can search for such bytes on purpose; taking them for the known document would hide them. */
const sameId = (id: string) =>
  new ProvisoError(
    'PROVISO_FAILED',
    `Other bytes are already stored under the id ${id}.`,
    'The two files were probably made to collide; change one byte of the new one.',
  );

/** The same bytes from the same source are captured once. */
async function insertCapture(
  trx: Transaction<Tables>,
  documentId: string,
  { source, collectedAt, collector, tool }: NewCapture,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('captures')
    .values({ document_id: documentId, source, collected_at: collectedAt, collector, tool })
    .onConflict((conflict) => conflict.doNothing())
    .returning('source')
    .executeTakeFirst();
  return inserted !== undefined;
}

async function linkToCase(trx: Transaction<Tables>, documentId: string, caseId: string): Promise<boolean> {
  const inserted = await trx
    .insertInto('case_documents')
    .values({ case_id: caseId, document_id: documentId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('case_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function documentById(db: Kysely<Tables>, id: string): Promise<Document | null> {
  const row = await db
    .selectFrom('documents')
    .select(documentColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toDocument(row) : null;
}

/** All documents of a case without their texts, by publication date, undated ones last. */
export function documentSummaries(db: Kysely<Tables>, caseId: string): Promise<DocumentSummary[]> {
  return db
    .selectFrom('case_documents')
    .innerJoin('documents', 'documents.id', 'case_documents.document_id')
    .select(summaryColumns)
    .where('case_id', '=', caseId)
    .orderBy('published', (order) => order.asc().nullsLast())
    .orderBy('documents.id')
    .execute();
}

export async function capturesOf(db: Kysely<Tables>, documentId: string): Promise<Capture[]> {
  const rows = await db
    .selectFrom('captures')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('collected_at')
    .orderBy('source')
    .execute();
  return rows.map(({ document_id, source, collected_at, collector, tool }) => ({
    documentId: document_id,
    source,
    collectedAt: collected_at.toISOString(),
    collector,
    tool,
  }));
}

/** Id and hash of every document in the store. */
export function documentHashes(db: Kysely<Tables>): Promise<{ id: string; sha256: string }[]> {
  return db.selectFrom('documents').select(['id', 'sha256']).orderBy('id').execute();
}

/** Columns that make a Document; the search vector stays in the database. */
export const documentColumns = [
  ...summaryColumns,
  'documents.sha256',
  'documents.media_type',
  'documents.byte_length',
  'documents.text',
] as const;

export function toDocument({
  media_type,
  byte_length,
  ...same
}: Omit<Selectable<DocumentsTable>, 'search'>): Document {
  return { ...same, mediaType: media_type, byteLength: byte_length };
}
