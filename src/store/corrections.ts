import type { Kysely, Selectable, Transaction } from 'kysely';
import { Correction, type SaidBy } from '../model/index.ts';
import type { How } from './audit.ts';
import { toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import { documentById } from './documents.ts';
import { forgetMatches } from './matches.ts';
import { type Records, recorded, recordsOf, removedOf } from './records.ts';
import type { CorrectionsTable, Tables } from './tables.ts';

const byPerson: SaidBy = { source: 'person', certainty: 'stated' };

/**
 * Adds a correction and puts its document right; the same one again changes nothing. A document whose date or language is
 * another one loses its reading, and is read anew. Throws where the store has no such document.
 */
export async function addCorrection(
  trx: Transaction<Tables>,
  correction: Correction,
  how: How,
): Promise<Change<void>> {
  const { documentId, ...record } = correction;
  if (!(await hasDocument(trx, documentId))) throw new Error('the store does not have its document');
  const inserted = await trx
    .insertInto('corrections')
    .values({ ...record, document_id: documentId })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(recorded.correction.columns)
    .execute();
  if (inserted.length === 0) return { result: undefined, events: [] };
  // A document that comes with its corrections is right already.
  const put = how === 'received' ? {} : await takeEffect(trx, correction);
  const records = { ...recordsOf('correction', inserted), ...put };
  // The words may have to be taken down one day, and the log cannot be changed: it does without them.
  const { id, field, reason, by } = record;
  const details = { id, field, reason, by, how };
  return {
    result: undefined,
    events: [{ action: 'document.corrected', subject: documentId, details, records }],
  };
}

const takeEffect = (trx: Transaction<Tables>, { documentId, field, value }: Correction): Promise<Records> =>
  field === 'replaces'
    ? settle(trx, documentId, value)
    : putRight(trx, documentId, field, columnsOf(field, value));

async function hasDocument(trx: Transaction<Tables>, id: string): Promise<boolean> {
  const row = await trx.selectFrom('documents').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** Returns the records of what was changed: the document, and its reading where that hung on the field. */
async function putRight(
  trx: Transaction<Tables>,
  documentId: string,
  field: Correction['field'],
  columns: ReturnType<typeof columnsOf>,
): Promise<Records> {
  const kept = await trx
    .updateTable('documents')
    .set(columns)
    .where('id', '=', documentId)
    .returning(recorded.document.columns)
    .execute();
  const dropped =
    field === 'published' || field === 'language'
      ? await trx
          .deleteFrom('readings')
          .where('document_id', '=', documentId)
          .returning(recorded.reading.key)
          .execute()
      : [];
  await forgetMatches(trx, documentId);
  return { ...recordsOf('document', kept), ...removedOf('reading', dropped) };
}

/**
 * Undoes what a correction did whose row is gone, unless a later one of its field holds; returns the records of that. Who had
 * said what stood there before is not known any more.
 */
export async function takeCorrectionBack(
  trx: Transaction<Tables>,
  { documentId, field, previous, value }: Correction,
): Promise<Records> {
  const [newest] = (await correctionsOf(trx, documentId)).filter((other) => other.field === field);
  if (field === 'replaces') return newest ? settle(trx, documentId, newest.value) : unsettle(trx, documentId);
  const document = await documentById(trx, documentId);
  if (!document || (document[field] || null) !== value) return {};
  const columns = newest
    ? columnsOf(field, newest.value)
    : { ...columnsOf(field, previous), ...nobodySays(field) };
  return putRight(trx, documentId, field, columns);
}

const nobodySays = (field: Exclude<Correction['field'], 'replaces'>) =>
  field === 'author' || field === 'language' ? {} : { [`${field}_from`]: null };

function columnsOf(field: Exclude<Correction['field'], 'replaces'>, value: string | null) {
  const by = value === null ? null : toJsonb(byPerson);
  switch (field) {
    case 'title':
      return { title: value ?? '', title_from: by };
    case 'publisher':
      return { publisher: value, publisher_from: by };
    case 'published':
      return { published: value, published_from: by };
    case 'author':
    case 'language':
      return { [field]: value };
  }
}

/** A person has looked at a text that has nothing in common with the one before; returns the records of that. */
async function settle(trx: Transaction<Tables>, later: string, earlier: string | null): Promise<Records> {
  const revisions = trx
    .updateTable('revisions')
    .where('later_id', '=', later)
    .$if(earlier === null, (query) => query.where('standing', '=', 'waiting'))
    .$if(earlier !== null, (query) => query.where('earlier_id', '=', earlier));
  const settled = await revisions
    .set({ standing: earlier === null ? 'beside' : 'replaces' })
    .returning(recorded.revision.columns)
    .execute();
  await forgetMatches(trx, later);
  return recordsOf('revision', settled);
}

/** Nobody has looked yet. */
async function unsettle(trx: Transaction<Tables>, later: string): Promise<Records> {
  const waiting = await trx
    .updateTable('revisions')
    .set({ standing: 'waiting' })
    .where('later_id', '=', later)
    .returning(recorded.revision.columns)
    .execute();
  await forgetMatches(trx, later);
  return recordsOf('revision', waiting);
}

/** What was put right on a document, the newest first. */
export async function correctionsOf(db: Kysely<Tables>, documentId: string): Promise<Correction[]> {
  const rows = await db
    .selectFrom('corrections')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(toCorrection);
}

/** What was put right on the documents of a case, the last that came first. */
export async function correctionsWithin(db: Kysely<Tables>, caseId: string): Promise<Correction[]> {
  const rows = await db
    .selectFrom('corrections')
    .innerJoin('case_documents', 'case_documents.document_id', 'corrections.document_id')
    .selectAll('corrections')
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(toCorrection);
}

/** The correction of that id; null when there is none. */
export async function correctionById(db: Kysely<Tables>, id: string): Promise<Correction | null> {
  const row = await db.selectFrom('corrections').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toCorrection(row) : null;
}

export const toCorrection = ({
  document_id,
  at,
  seq: _,
  ...same
}: Selectable<CorrectionsTable>): Correction =>
  Correction.parse({ ...same, documentId: document_id, at: at.toISOString() });
