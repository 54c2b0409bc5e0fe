import type { Kysely, Transaction } from 'kysely';
import type { Document } from '../model/index.ts';
import type { Change } from './change.ts';
import { captureAndLink, documentById, type NewCapture } from './documents.ts';
import type { Tables } from './tables.ts';

/** The document that was last taken from a source; null when nothing was. */
export async function documentFrom(db: Kysely<Tables>, source: string): Promise<Document | null> {
  const newest = await newestCapture(db, source);
  return newest ? documentById(db, newest.document_id) : null;
}

const newestCapture = (db: Kysely<Tables>, source: string) =>
  db
    .selectFrom('captures')
    .select(['document_id', 'sha256'])
    .where('source', '=', source)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The instant (ISO 8601) at which each document of a case was first collected, by its id. */
export async function collectedFirst(db: Kysely<Tables>, caseId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('case_documents')
    .innerJoin('captures', 'captures.document_id', 'case_documents.document_id')
    .where('case_id', '=', caseId)
    .groupBy('captures.document_id')
    .select(({ fn }) => ['captures.document_id', fn.min('collected_at').as('first')])
    .execute();
  return new Map(rows.map(({ document_id, first }) => [document_id, first.toISOString()]));
}

/** Adds a capture of a known document: from other bytes with the same text. */
export async function addCapture(
  trx: Transaction<Tables>,
  documentId: string,
  sha256: string,
  capture: NewCapture,
  caseId: string | null,
): Promise<Change<void>> {
  return { result: undefined, events: await captureAndLink(trx, documentId, sha256, capture, caseId) };
}

/** Adds a capture that says that nothing has changed at a source; null when nothing was ever taken from it. */
export async function addUnchanged(
  trx: Transaction<Tables>,
  capture: NewCapture,
  caseId: string | null,
): Promise<Change<string | null>> {
  const newest = await newestCapture(trx, capture.source);
  if (!newest) return { result: null, events: [] };
  const { events } = await addCapture(trx, newest.document_id, newest.sha256, capture, caseId);
  return { result: newest.document_id, events };
}
