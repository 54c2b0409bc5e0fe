import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import {
  type Capture,
  type Container,
  type Document,
  type ListedDocument,
  originalText,
  ProvisoError,
  withTranslation,
} from '../model/index.ts';
import type { AuditEvent } from './audit.ts';
import { toJsonb } from './canonical-json.ts';
import { caseExists } from './cases.ts';
import type { Change } from './change.ts';
import { type Records, recorded, recordsOf, removedOf } from './records.ts';
import { caseNotFound } from './refusals.ts';
import { replacedBy, waitsBeside } from './revisions.ts';
import type { CapturesTable, DocumentsTable, Tables } from './tables.ts';
import { refuseTakenDown } from './takedowns.ts';
import { standingTranslation, type TranslationRow, toTranslation } from './translation-rows.ts';

/** The hash is that of the bytes handed over with it. */
export type NewCapture = Omit<Capture, 'documentId' | 'sha256'>;

const nullableJson = (value: object | null): string | null => (value === null ? null : toJsonb(value));

/** Columns of a summary, in the names of the model. */
export const summaryColumns = [
  'documents.id',
  'documents.title',
  'documents.publisher',
  'documents.published',
  'documents.url',
  'documents.kind',
] as const;

/** What a list says of how a document stands. */
export const standing = [
  sql.ref<string | null>('documents.language').as('language'),
  sql<boolean>`not exists (select from readings where readings.document_id = documents.id and not readings.unreadable)`.as(
    'unread',
  ),
  sql<boolean>`exists (select from translations where translations.document_id = documents.id
    and translations.into_language is distinct from documents.language)`.as('translated'),
  replacedBy.as('replacedBy'),
  waitsBeside.as('waitsBeside'),
  sql.ref<string | null>('documents.incomplete').as('incomplete'),
] as const;

/** Adds the document or finds it known, with its capture and its place in the case. */
export async function addDocument(
  trx: Transaction<Tables>,
  document: Document,
  capture: NewCapture,
  caseId: string | null,
  heldIn: Container | null,
): Promise<Change<'new' | 'known'>> {
  if (caseId !== null && !(await caseExists(trx, caseId))) throw caseNotFound(caseId);
  await refuseTakenDown(trx, document);
  const held = heldIn ? await insertContainer(trx, heldIn) : {};
  const { id: subject, sha256, title } = document;
  const added = await insertDocument(trx, document);
  const completed = added ? null : await completeDocument(trx, document);
  const events = await captureAndLink(trx, subject, sha256, capture, caseId, held);
  return {
    result: added ? 'new' : 'known',
    events: [
      ...(added
        ? [{ action: 'document.added', subject, details: { sha256, title }, records: added } as const]
        : []),
      ...(completed ? [{ action: 'document.completed', subject, ...completed } as const] : []),
      ...events,
    ],
  };
}

/** Adds a capture of a document and its place in a case; `held` are records of what was kept beside it. */
export async function captureAndLink(
  trx: Transaction<Tables>,
  subject: string,
  sha256: string,
  capture: NewCapture,
  caseId: string | null,
  held: Records = {},
): Promise<AuditEvent[]> {
  const captured = { ...(await insertCapture(trx, subject, sha256, capture)), ...held };
  const linked = caseId === null ? {} : await linkToCase(trx, subject, caseId);
  const events: AuditEvent[] = [
    { action: 'document.captured', subject, details: { ...capture, sha256 }, records: captured },
    { action: 'document.linked', subject, details: { case: caseId }, records: linked },
  ];
  return events.filter(({ records = {} }) => Object.keys(records).length > 0);
}

/** Its text alone, without a translation. Returns the record of what was inserted; null where the document is known. */
export async function insertDocument(trx: Transaction<Tables>, document: Document): Promise<Records | null> {
  const {
    mediaType,
    byteLength,
    titleFrom,
    publisherFrom,
    publishedFrom,
    pages,
    segments,
    account,
    guessedCharset,
    translation: _,
    ...same
  } = document;
  const inserted = await trx
    .insertInto('documents')
    .values({
      ...same,
      text: originalText(document),
      media_type: mediaType,
      byte_length: byteLength,
      title_from: nullableJson(titleFrom),
      publisher_from: nullableJson(publisherFrom),
      published_from: nullableJson(publishedFrom),
      pages: nullableJson(pages),
      segments: nullableJson(segments),
      account: nullableJson(account),
      guessed_charset: guessedCharset,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(recorded.document.columns)
    .execute();
  return inserted.length > 0 ? recordsOf('document', inserted) : null;
}

/**
 * Fills in what nobody had said of a known document; what is known stays. A reading made without the
 * publication date is dropped, since its relative times have to be resolved anew. null: nothing to fill in.
 */
async function completeDocument(
  trx: Transaction<Tables>,
  document: Document,
): Promise<{ details: Partial<Document>; records: Records } | null> {
  const known = await trx
    .selectFrom('documents')
    .select(['sha256', 'author', 'publisher', 'published', 'url'])
    .where('id', '=', document.id)
    .executeTakeFirstOrThrow();
  if (known.sha256 !== document.sha256) throw sameId(document.id);
  const missing = (['author', 'publisher', 'published', 'url'] as const).filter(
    (key) => known[key] === null && document[key] !== null,
  );
  if (missing.length === 0) return null;
  const details = Object.fromEntries(missing.map((key) => [key, document[key]]));
  const dated = missing.includes('published');
  const kept = await trx
    .updateTable('documents')
    .set({ ...details, ...(dated ? { published_from: nullableJson(document.publishedFrom) } : {}) })
    .where('id', '=', document.id)
    .returning(recorded.document.columns)
    .execute();
  const dropped = dated
    ? await trx
        .deleteFrom('readings')
        .where('document_id', '=', document.id)
        .returning(recorded.reading.key)
        .execute()
    : [];
  return { details, records: { ...recordsOf('document', kept), ...removedOf('reading', dropped) } };
}

/** Somebody can search for such bytes on purpose; taking them for the known document would hide them. */
export const sameId = (id: string) =>
  new ProvisoError(
    'PROVISO_FAILED',
    `Other bytes are already stored under the id ${id}.`,
    'The two files were probably made to collide; change one byte of the new one.',
  );

/** Each fetch is a capture; the same bytes from the same file are captured once. */
export async function insertCapture(
  trx: Transaction<Tables>,
  documentId: string,
  sha256: string,
  { collectedAt, takenAt, headers, fetched, ...same }: NewCapture,
): Promise<Records> {
  const inserted = await trx
    .insertInto('captures')
    .values({
      ...same,
      document_id: documentId,
      sha256,
      collected_at: collectedAt,
      taken_at: takenAt,
      headers: nullableJson(headers),
      fetched: nullableJson(fetched),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(recorded.capture.columns)
    .execute();
  return recordsOf('capture', inserted);
}

export async function insertContainer(
  trx: Transaction<Tables>,
  { sha256, byteLength }: Container,
): Promise<Records> {
  const inserted = await trx
    .insertInto('containers')
    .values({ sha256, byte_length: byteLength })
    .onConflict((conflict) => conflict.doNothing())
    .returning(recorded.container.columns)
    .execute();
  return recordsOf('container', inserted);
}

export async function linkToCase(
  trx: Transaction<Tables>,
  documentId: string,
  caseId: string,
): Promise<Records> {
  const inserted = await trx
    .insertInto('case_documents')
    .values({ case_id: caseId, document_id: documentId })
    .onConflict((conflict) => conflict.doNothing())
    .returning(recorded.link.columns)
    .execute();
  return recordsOf('link', inserted);
}

export async function documentById(db: Kysely<Tables>, id: string): Promise<Document | null> {
  const row = await db
    .selectFrom('documents')
    .select([...documentColumns, standingTranslation])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toDocument(row) : null;
}

const listed = (db: Kysely<Tables>, caseId: string) =>
  db
    .selectFrom('case_documents')
    .innerJoin('documents', 'documents.id', 'case_documents.document_id')
    .select([...summaryColumns, ...standing])
    .where('case_id', '=', caseId);

/** All documents of a case without their texts, by publication date, undated ones last. */
export const listedDocuments = (db: Kysely<Tables>, caseId: string): Promise<ListedDocument[]> =>
  listed(db, caseId)
    .orderBy('published', (order) => order.asc().nullsLast())
    .orderBy('documents.id')
    .execute();

/** One document as it is listed in a case; null when the case has none of that id. */
export const listedDocument = async (
  db: Kysely<Tables>,
  caseId: string,
  id: string,
): Promise<ListedDocument | null> =>
  (await listed(db, caseId).where('documents.id', '=', id).executeTakeFirst()) ?? null;

export async function capturesOf(db: Kysely<Tables>, documentId: string): Promise<Capture[]> {
  const rows = await db
    .selectFrom('captures')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('collected_at')
    .orderBy('source')
    .orderBy('seq')
    .execute();
  return rows.map(toCapture);
}

export const toCapture = ({
  document_id,
  collected_at,
  taken_at,
  seq: _,
  ...same
}: Selectable<CapturesTable>): Capture => ({
  ...same,
  documentId: document_id,
  collectedAt: collected_at.toISOString(),
  takenAt: taken_at,
});

/** Hash of every container that is kept whole. */
export async function containerHashes(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('containers').select('sha256').orderBy('sha256').execute();
  return rows.map(({ sha256 }) => sha256);
}

/** Id and hash of every document in the store, and of the other bytes that captures of it gave. */
export function documentHashes(db: Kysely<Tables>): Promise<{ id: string; sha256: string }[]> {
  return db
    .selectFrom('documents')
    .select(['id', 'sha256'])
    .union(db.selectFrom('captures').select(['document_id as id', 'sha256']))
    .orderBy('id')
    .orderBy('sha256')
    .execute();
}

/** Ids of documents whose bytes none of their captures gave. */
export async function documentsWithoutBytes(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom('documents')
    .select('id')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('captures')
            .select('seq')
            .whereRef('captures.document_id', '=', 'documents.id')
            .whereRef('captures.sha256', '=', 'documents.sha256'),
        ),
      ),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Columns that make a Document; the search vector stays in the database. */
export const documentColumns = [
  ...summaryColumns,
  'documents.sha256',
  'documents.media_type',
  'documents.byte_length',
  'documents.text',
  'documents.author',
  'documents.language',
  'documents.published_from',
  'documents.pages',
  'documents.title_from',
  'documents.publisher_from',
  'documents.agency',
  'documents.segments',
  'documents.account',
  'documents.incomplete',
  'documents.guessed_charset',
] as const;

/** A document with the translation that stands for it, where the row has one. */
export function toDocument({
  media_type,
  byte_length,
  title_from,
  publisher_from,
  published_from,
  guessed_charset,
  translation = null,
  ...same
}: Omit<Selectable<DocumentsTable>, 'search'> & { translation?: TranslationRow | null }): Document {
  const document: Document = {
    ...same,
    mediaType: media_type,
    byteLength: byte_length,
    titleFrom: title_from,
    publisherFrom: publisher_from,
    publishedFrom: published_from,
    guessedCharset: guessed_charset,
  };
  return translation ? withTranslation(document, toTranslation(translation)) : document;
}
