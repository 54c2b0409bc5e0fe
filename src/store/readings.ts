import { type Kysely, sql, type Transaction } from 'kysely';
import type { Document, Reading } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import { documentColumns, toDocument } from './documents.ts';
import { forgetMatches } from './matches.ts';
import { recorded, recordsOf, removedOf } from './records.ts';
import { replacedDocuments } from './revisions.ts';
import type { Tables } from './tables.ts';
import { standingTranslation } from './translation-rows.ts';

/** A document with what was read in it; null when it has not been read yet. */
export interface ReadDocument {
  document: Document;
  reading: Reading | null;
}

/** A reading that stays when the same version has read the document once more: nothing that it would say anew. */
const isOlder = sql<boolean>`readings.unreadable
  or (readings.reader_name, readings.reader_version) is distinct from (excluded.reader_name, excluded.reader_version)`;

/**
 * Keeps the reading in place of an earlier one by another version of the reader, or of one that failed; a document that two
 * processes read is read once. False when there is no such document.
 */
export async function saveReading(
  db: Transaction<Tables>,
  documentId: string,
  reading: Reading,
): Promise<Change<boolean>> {
  const values = {
    reader_name: reading.reader.name,
    reader_version: reading.reader.version,
    reading: toJsonb(reading),
    unreadable: reading.unreadable !== undefined,
  };
  const saved = await db
    .insertInto('readings')
    .columns(['document_id', 'reader_name', 'reader_version', 'reading', 'unreadable'])
    .expression((builder) =>
      builder
        .selectFrom('documents')
        .select((column) => [
          'documents.id',
          column.val(values.reader_name).as('reader_name'),
          column.val(values.reader_version).as('reader_version'),
          column.cast<string>(column.val(values.reading), 'jsonb').as('reading'),
          column.val(values.unreadable).as('unreadable'),
        ])
        .where('documents.id', '=', documentId),
    )
    .onConflict((conflict) =>
      conflict
        .column('document_id')
        .doUpdateSet({ ...values, revision: sql<string>`nextval('readings_revision')` })
        .where(isOlder),
    )
    .returning('document_id')
    .executeTakeFirst();
  if (!saved) return { result: (await readingOf(db, documentId)) !== null, events: [] };
  await forgetMatches(db, documentId);
  const kept = { ...values, document_id: documentId, reading: JSON.parse(values.reading) };
  const { name, version } = reading.reader;
  return {
    result: true,
    events: [
      {
        action: 'reading.kept',
        subject: documentId,
        details: { reader: name, version },
        records: recordsOf('reading', [kept]),
      },
    ],
  };
}

export async function readingOf(db: Kysely<Tables>, documentId: string): Promise<Reading | null> {
  const row = await db
    .selectFrom('readings')
    .select('reading')
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row?.reading ?? null;
}

/** Which program read each document of a case, by the document's id; what was not read is not there. */
export async function readersOf(db: Kysely<Tables>, caseId: string): Promise<Map<string, Reading['reader']>> {
  const rows = await db
    .selectFrom('case_documents')
    .innerJoin('readings', 'readings.document_id', 'case_documents.document_id')
    .where('case_id', '=', caseId)
    .select(['readings.document_id', 'reader_name', 'reader_version'])
    .execute();
  return new Map(
    rows.map(({ document_id, reader_name, reader_version }) => [
      document_id,
      { name: reader_name, version: reader_version },
    ]),
  );
}

/** Documents in those languages or translated into them, or whose language is not known. */
const readableIn = (languages: readonly string[]) => sql<boolean>`(documents.language is null
  or documents.language = any(${[...languages]}::text[])
  or exists (select from translations where translations.document_id = documents.id
    and translations.into_language = any(${[...languages]}::text[])))`;

/** How many documents there are, and how many of those that can be read in these languages no reader has read. */
export async function readingCounts(
  db: Kysely<Tables>,
  languages: readonly string[],
): Promise<{ documents: number; waiting: number }> {
  const { rows } = await sql<{ documents: number; waiting: number }>`
    select count(*)::integer as documents,
      (count(*) filter (where readings.document_id is null and ${readableIn(languages)}))::integer as waiting
    from documents left join readings on readings.document_id = documents.id`.execute(db);
  return rows[0] ?? { documents: 0, waiting: 0 };
}

/**
 * Ids of the documents that this version of this reader has not read; of all cases when `caseId` is null. Only those
 * in the languages given or translated into them, or whose language is not known; in any language when `languages` is null.
 */
export async function documentsToRead(
  db: Kysely<Tables>,
  reader: Reading['reader'],
  caseId: string | null,
  languages: readonly string[] | null,
): Promise<string[]> {
  const rows = await db
    .selectFrom('documents')
    .leftJoin('readings', (join) =>
      join
        .onRef('readings.document_id', '=', 'documents.id')
        .on('reader_name', '=', reader.name)
        .on('reader_version', '=', reader.version),
    )
    .select('documents.id')
    .where('readings.document_id', 'is', null)
    .$if(languages !== null, (query) => query.where(readableIn(languages ?? [])))
    .$if(caseId !== null, (query) =>
      query.where('documents.id', 'in', (nested) =>
        nested.selectFrom('case_documents').select('document_id').where('case_id', '=', caseId),
      ),
    )
    .orderBy('documents.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The documents that a reader failed on, with why, in order of id. */
export async function unreadableDocuments(
  db: Kysely<Tables>,
): Promise<{ document: string; title: string; why: string }[]> {
  return db
    .selectFrom('readings')
    .innerJoin('documents', 'documents.id', 'readings.document_id')
    .select(['documents.id as document', 'title', sql<string>`reading ->> 'unreadable'`.as('why')])
    .where('unreadable', '=', true)
    .orderBy('documents.id')
    .execute();
}

/** Lets a document that the reader failed on be read again; false when there is none of that id. */
export async function forgetUnreadable(
  trx: Transaction<Tables>,
  documentId: string,
): Promise<Change<boolean>> {
  const dropped = await trx
    .deleteFrom('readings')
    .where('document_id', '=', documentId)
    .where('unreadable', '=', true)
    .returning(recorded.reading.key)
    .execute();
  if (dropped.length === 0) return { result: false, events: [] };
  await forgetMatches(trx, documentId);
  const records = removedOf('reading', dropped);
  return { result: true, events: [{ action: 'reading.retried', subject: documentId, details: {}, records }] };
}

/** Readings are large: this many are in memory at once. */
const pageSize = 50;

/** Every document that stands in the case with its reading, in order of id, read a page at a time. */
export async function* documentsWithReadings(
  db: Kysely<Tables>,
  caseId: string,
): AsyncGenerator<ReadDocument> {
  const replaced = await replacedDocuments(db);
  let last = '';
  while (true) {
    const rows = await db
      .selectFrom('case_documents')
      .innerJoin('documents', 'documents.id', 'case_documents.document_id')
      .leftJoin('readings', 'readings.document_id', 'documents.id')
      .select([...documentColumns, standingTranslation, 'readings.reading'])
      .where('case_id', '=', caseId)
      .where('documents.id', '>', last)
      .orderBy('documents.id')
      .limit(pageSize)
      .execute();
    for (const { reading, ...row } of rows) {
      if (!replaced.has(row.id)) yield { document: toDocument(row), reading };
    }
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}
