import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { type Decision, ProvisoError, type Tombstone } from '../model/index.ts';
import type { How } from './audit.ts';
import { toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import type { JournalEntry } from './journal.ts';
import { sha256Of } from './originals.ts';
import { type RecordedKind, type Records, recorded, recordsOf, removedOf } from './records.ts';
import type { Tables, TombstonesTable } from './tables.ts';

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
export async function takeDown(
  trx: Transaction<Tables>,
  tombstone: Tombstone,
  how: How,
): Promise<Change<void>> {
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
    .returning(recorded.tombstone.columns)
    .execute();
  const gone = await removeDocument(trx, id);
  const feeds = await trx
    .deleteFrom('containers')
    .where('sha256', 'in', removed)
    .returning(recorded.container.key)
    .execute();
  const records = {
    ...gone,
    ...removedOf('container', feeds),
    ...(await removeAgreements(trx, removed)),
    ...recordsOf('tombstone', laid),
  };
  // People's judgements stay, without the words that they quote.
  await trx
    .updateTable('judgements')
    .set({ anchor: sql`jsonb_set(anchor, '{words}', '""')` })
    .where(sql<boolean>`anchor ->> 'documentSha256' = ${sha256}`)
    .execute();
  const details = { sha256, by, reason, how };
  const isNews = Object.keys(records).length > 0;
  return {
    result: undefined,
    events: isNews ? [{ action: 'document.takenDown', subject: id, details, records }] : [],
  };
}

/** Returns what was removed. */
async function removeDocument(trx: Transaction<Tables>, id: string): Promise<Records> {
  // The address is not asked again: it would bring the text back.
  await sql`
    delete from visits using captures where captures.document_id = ${id} and captures.source = visits.url`.execute(
    trx,
  );
  for (const table of ['brought', 'document_names', 'document_links', 'copy_keys', 'compared'] as const)
    await trx.deleteFrom(table).where('document_id', '=', id).execute();
  const about: Partial<Record<RecordedKind, readonly string[]>> = {
    reading: ['document_id'],
    translation: ['document_id'],
    matches: ['document_id'],
    capture: ['document_id'],
    link: ['document_id'],
    claim: ['document_id'],
    correction: ['document_id'],
    copy: ['document_id', 'other_id'],
    revision: ['later_id', 'earlier_id'],
    document: ['id'],
  };
  let gone: Records = {};
  for (const [kind, columns] of Object.entries(about) as [RecordedKind, readonly string[]][]) {
    const { table, key } = recorded[kind];
    const { rows } = await sql<object>`
      delete from ${sql.table(table)}
      where ${sql.join(
        columns.map((column) => sql`${sql.ref(column)} = ${id}`),
        sql` or `,
      )}
      returning ${sql.join(key.map((column) => sql.ref(column)))}`.execute(trx);
    gone = { ...gone, ...removedOf(kind, rows) };
  }
  const annotations = await trx
    .deleteFrom('decisions')
    .where('kind', 'in', ['tag', 'comment'])
    .where(sql<boolean>`value -> 'value' ->> 'document' = ${id}`)
    .returning(recorded.decision.key)
    .execute();
  return { ...gone, ...removedOf('decision', annotations) };
}

/** The text may have been given as an agreement too; returns what was removed. The cases made from it stay. */
async function removeAgreements(trx: Transaction<Tables>, hashes: readonly string[]): Promise<Records> {
  const isOfThem = sql<boolean>`source ->> 'sha256' in (${sql.join(hashes)})`;
  await trx.deleteFrom('drafts').where(isOfThem).execute();
  const gone = await trx.deleteFrom('agreements').where(isOfThem).returning(recorded.agreement.key).execute();
  return removedOf('agreement', gone);
}

/** Rewrites the tables that held words, so that their files do not keep what was deleted. */
export const vacuum = (db: Kysely<Tables>): Promise<unknown> =>
  sql`vacuum full documents, captures, readings, translations, matches, document_names, entered_claims, corrections, decisions, drafts, agreements, judgements`.execute(
    db,
  );

/** Tags and comments may quote what they are on. */
const annotates = ({ kind, value }: Decision, documentId: string): boolean =>
  (kind === 'tag' || kind === 'comment') && value?.document === documentId;

/** What may stay of a journal entry once the document is taken down. */
export const leftOf =
  ({ documentId, sha256 }: Tombstone) =>
  (entry: JournalEntry): JournalEntry | null => {
    if ('claim' in entry && entry.claim.documentId === documentId) return null;
    if ('correction' in entry && entry.correction.documentId === documentId) return null;
    if ('decision' in entry && annotates(entry.decision, documentId)) return null;
    if (!('judgement' in entry)) return entry;
    const { judgement } = entry;
    const { anchor } = judgement;
    if (anchor.documentSha256 !== sha256 || anchor.words === '') return entry;
    return { judgement: { ...judgement, anchor: { ...anchor, words: '' } } };
  };

export async function tombstones(db: Kysely<Tables>): Promise<Tombstone[]> {
  const rows = await db.selectFrom('tombstones').selectAll().orderBy('at').orderBy('document_id').execute();
  return rows.map(toTombstone);
}

/** What is left of a document that was taken down; null when it was not. */
export async function tombstoneOf(db: Kysely<Tables>, documentId: string): Promise<Tombstone | null> {
  const row = await db
    .selectFrom('tombstones')
    .selectAll()
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row ? toTombstone(row) : null;
}

const toTombstone = ({ document_id, text_sha256, at, ...same }: Selectable<TombstonesTable>): Tombstone => ({
  ...same,
  documentId: document_id,
  textSha256: text_sha256,
  at: at.toISOString(),
});

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
