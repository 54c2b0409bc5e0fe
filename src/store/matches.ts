import type { Kysely, Transaction } from 'kysely';
import type { Document, DocumentCast, DocumentMatches } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import { forgetCasts, saveCasts } from './casts.ts';
import type { Change } from './change.ts';
import { documentColumns, toDocument } from './documents.ts';
import { digestOf, keyOf } from './records.ts';
import { replacedDocuments } from './revisions.ts';
import type { Tables } from './tables.ts';

/** A document of a case with what was matched in it, if that is still by the same key. */
export interface MatchedDocument {
  document: Document;
  isRead: boolean;
  /** null: to be matched (again), if it was read. */
  matched: DocumentMatches | null;
}

/** Every document that stands in the case, in order of id; what was matched by another key is left out. */
export async function matchedDocuments(
  db: Kysely<Tables>,
  caseId: string,
  key: string,
): Promise<MatchedDocument[]> {
  const rows = await db
    .selectFrom('case_documents')
    .innerJoin('documents', 'documents.id', 'case_documents.document_id')
    .leftJoin('readings', 'readings.document_id', 'documents.id')
    .leftJoin('matches', (join) =>
      join
        .onRef('matches.document_id', '=', 'documents.id')
        .onRef('matches.case_id', '=', 'case_documents.case_id')
        .on('matches.key', '=', key),
    )
    .select([...documentColumns, 'matches.matched', 'readings.reader_version'])
    .where('case_documents.case_id', '=', caseId)
    .orderBy('documents.id')
    .execute();
  const replaced = await replacedDocuments(db);
  const standing = rows.filter(({ id }) => !replaced.has(id));
  return standing.map(({ matched, reader_version, ...row }) => ({
    document: toDocument(row),
    isRead: reader_version !== null,
    matched,
  }));
}

/**
 * The pair readings that are kept of documents of a case, whatever else has changed since: by document.
 * @param stamp of the matcher that must have made them
 */
export async function pairReadings(
  db: Kysely<Tables>,
  caseId: string,
  stamp: string,
  documentIds: readonly string[],
): Promise<Map<string, DocumentMatches['pairs']>> {
  if (documentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('matches')
    .select(['document_id', 'matched'])
    .where('case_id', '=', caseId)
    .where('document_id', 'in', [...documentIds])
    .where('key', 'like', `${stamp}.%`)
    .execute();
  return new Map(rows.map(({ document_id, matched }) => [document_id, matched.pairs]));
}

/** What was made of a document's reading for a case: what bears on the case, and everyone who is named. */
export interface FoundInDocument {
  matched: DocumentMatches;
  cast: DocumentCast;
}

/** Keeps what was found in documents of a case, in place of what was found there before. */
export async function saveMatches(
  trx: Transaction<Tables>,
  caseId: string,
  key: string,
  found: ReadonlyMap<string, FoundInDocument>,
): Promise<Change<void>> {
  const rows = [...found].map(([document_id, { matched }]) => ({
    case_id: caseId,
    document_id,
    key,
    matched: toJsonb(matched),
  }));
  if (rows.length === 0) return { result: undefined, events: [] };
  await trx
    .insertInto('matches')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'document_id']).doUpdateSet((update) => ({
        key: update.ref('excluded.key'),
        matched: update.ref('excluded.matched'),
      })),
    )
    .execute();
  await saveCasts(trx, caseId, new Map([...found].map(([id, { cast }]) => [id, cast])));
  const records = Object.fromEntries(
    rows.map((row) => {
      const kept = { ...row, matched: JSON.parse(row.matched) };
      return [keyOf('matches', kept), digestOf('matches', kept)];
    }),
  );
  return {
    result: undefined,
    events: [{ action: 'matches.kept', subject: caseId, details: { documents: rows.length }, records }],
  };
}

/** A document that is read again, or in which a claim is entered, is matched again, in every case. */
export async function forgetMatches(trx: Transaction<Tables>, documentId: string): Promise<void> {
  await trx.deleteFrom('matches').where('document_id', '=', documentId).execute();
  await forgetCasts(trx, documentId);
}
