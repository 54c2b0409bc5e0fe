import { type Kysely, sql, type Transaction } from 'kysely';
import { ProvisoError, type Tombstone } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import type { JournalEntry } from './journal.ts';
import { sha256Of } from './originals.ts';
import type { Tables } from './tables.ts';

/** What is to be left of a document; null when there is none of that id. Changes nothing. */
export async function tombstoneFor(
  db: Kysely<Tables>,
  documentId: string,
  { at, by, reason }: Pick<Tombstone, 'at' | 'by' | 'reason'>,
): Promise<Tombstone | null> {
  const document = await db
    .selectFrom('documents')
    .select(['sha256', 'text'])
    .where('id', '=', documentId)
    .executeTakeFirst();
  if (!document) return null;
  const cases = await db
    .selectFrom('case_documents')
    .select('case_id')
    .where('document_id', '=', documentId)
    .orderBy('case_id')
    .execute();
  return {
    documentId,
    sha256: document.sha256,
    textSha256: sha256Of(document.text),
    cases: cases.map(({ case_id }) => case_id),
    at,
    by,
    reason,
    removed: [document.sha256, ...(await otherBytes(db, documentId, document.sha256))],
  };
}

/** Other bytes that hold the document's text: those of its captures, and of the feeds kept with it. */
async function otherBytes(db: Kysely<Tables>, documentId: string, own: string): Promise<string[]> {
  const captures = await db
    .selectFrom('captures')
    .leftJoin('containers', 'containers.sha256', 'captures.container')
    .select(['captures.sha256', 'containers.sha256 as feed'])
    .where('document_id', '=', documentId)
    .execute();
  const found = new Set(captures.flatMap(({ sha256, feed }) => (feed ? [sha256, feed] : [sha256])));
  found.delete(own);
  // A copy that was added as a document of its own is taken down by itself.
  const others = await db
    .selectFrom('documents')
    .select('sha256')
    .where('sha256', 'in', [own, ...found])
    .execute();
  for (const { sha256 } of others) found.delete(sha256);
  return [...found].sort();
}

/** Removes all that the database holds of the document, and leaves the tombstone; a second time changes nothing. */
export async function takeDown(trx: Transaction<Tables>, tombstone: Tombstone): Promise<Change<void>> {
  const { documentId: id, sha256, textSha256, cases, at, by, reason, removed } = tombstone;
  const laid = await trx
    .insertInto('tombstones')
    .values({
      document_id: id,
      sha256,
      text_sha256: textSha256,
      cases: toJsonb(cases),
      at,
      by,
      reason,
      removed: toJsonb(removed),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('document_id')
    .executeTakeFirst();
  await removeDocument(trx, id);
  await trx.deleteFrom('containers').where('sha256', 'in', removed).execute();
  // People's judgements stay, without the words that they quote.
  await trx
    .updateTable('judgements')
    .set({ anchor: sql`jsonb_set(anchor, '{words}', '""')` })
    .where(sql<boolean>`anchor ->> 'documentSha256' = ${sha256}`)
    .execute();
  const details = { sha256, by, reason };
  return {
    result: undefined,
    events: laid ? [{ action: 'document.takenDown', subject: id, details }] : [],
  };
}

async function removeDocument(trx: Transaction<Tables>, id: string): Promise<void> {
  // The address is not asked again: it would bring the text back.
  await sql`
    delete from visits using captures where captures.document_id = ${id} and captures.source = visits.url`.execute(
    trx,
  );
  for (const table of [
    'readings',
    'matches',
    'document_names',
    'document_links',
    'copy_keys',
    'compared',
    'captures',
    'case_documents',
    'entered_claims',
    'corrections',
  ] as const)
    await trx.deleteFrom(table).where('document_id', '=', id).execute();
  await trx
    .deleteFrom('copy_links')
    .where((where) => where.or([where('document_id', '=', id), where('other_id', '=', id)]))
    .execute();
  await trx
    .deleteFrom('revisions')
    .where((where) => where.or([where('later_id', '=', id), where('earlier_id', '=', id)]))
    .execute();
  await trx.deleteFrom('documents').where('id', '=', id).execute();
}

/** Rewrites the tables that held words, so that their files do not keep what was deleted. */
export const vacuum = (db: Kysely<Tables>): Promise<unknown> =>
  sql`vacuum full documents, captures, readings, matches, document_names, entered_claims, corrections, judgements`.execute(
    db,
  );

/** What may stay of a journal entry once the document is taken down. */
export const leftOf =
  ({ documentId, sha256 }: Tombstone) =>
  (entry: JournalEntry): JournalEntry | null => {
    if ('claim' in entry && entry.claim.documentId === documentId) return null;
    if ('correction' in entry && entry.correction.documentId === documentId) return null;
    if (!('judgement' in entry)) return entry;
    const { judgement } = entry;
    const { anchor } = judgement;
    if (anchor.documentSha256 !== sha256 || anchor.words === '') return entry;
    return { judgement: { ...judgement, anchor: { ...anchor, words: '' } } };
  };

export async function tombstones(db: Kysely<Tables>): Promise<Tombstone[]> {
  const rows = await db.selectFrom('tombstones').selectAll().orderBy('at').orderBy('document_id').execute();
  return rows.map(({ document_id, text_sha256, at, ...same }) => ({
    ...same,
    documentId: document_id,
    textSha256: text_sha256,
    at: at.toISOString(),
  }));
}

/** Refuses bytes or a text that was taken down. Throws PROVISO_TAKEN_DOWN. */
export async function refuseTakenDown(
  db: Kysely<Tables>,
  { sha256, text }: { sha256: string; text: string },
): Promise<void> {
  const tombstone = await db
    .selectFrom('tombstones')
    .select(['document_id', 'at', 'by', 'reason'])
    .where((where) => where.or([where('sha256', '=', sha256), where('text_sha256', '=', sha256Of(text))]))
    .executeTakeFirst();
  if (tombstone) throw takenDown(tombstone.document_id, { ...tombstone, at: tombstone.at.toISOString() });
}

export const takenDown = (id: string, { at, by, reason }: Pick<Tombstone, 'at' | 'by' | 'reason'>) =>
  new ProvisoError(
    'PROVISO_TAKEN_DOWN',
    `The document ${id} was taken down on ${at.slice(0, 10)} by ${by}: ${reason}`,
    'Its hash is kept; its text and bytes are gone and are not taken in again.',
  );
