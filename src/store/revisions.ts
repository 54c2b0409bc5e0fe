import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Revision, TextChange } from '../model/index.ts';
import type { AuditEvent } from './audit.ts';
import { toJsonb } from './canonical-json.ts';
import { recorded, recordsOf } from './records.ts';
import type { RevisionsTable, Tables } from './tables.ts';

/** What a text taken anew was before. */
export interface NewRevision {
  earlier: string;
  changes: readonly TextChange[];
  /** `waiting`: nothing is replaced until a person has looked. */
  standing: 'replaces' | 'waiting';
}

/** Keeps that a text follows another, in every case that has the earlier one. */
export async function insertRevision(
  trx: Transaction<Tables>,
  later: string,
  { source, collectedAt }: { source: string; collectedAt: string },
  { earlier, changes, standing }: NewRevision,
): Promise<AuditEvent[]> {
  const kept = await trx
    .insertInto('revisions')
    .values({
      later_id: later,
      earlier_id: earlier,
      source,
      at: collectedAt,
      changes: toJsonb(changes),
      standing,
    })
    .returning(recorded.revision.columns)
    .execute();
  // What stands for the page stands for it in every case that has it.
  const { rows: placed } = await sql<object>`
    insert into case_documents (case_id, document_id)
    select case_id, ${later} from case_documents where document_id = ${earlier}
    on conflict do nothing
    returning case_id, document_id`.execute(trx);
  const records = { ...recordsOf('revision', kept), ...recordsOf('link', placed) };
  return [{ action: 'document.revised', subject: later, details: { earlier, source }, records }];
}

/** The changes that led to the document and away from it, in the order they were seen. */
export async function revisionsOf(db: Kysely<Tables>, documentId: string): Promise<Revision[]> {
  const rows = await db
    .selectFrom('revisions')
    .selectAll()
    .where((where) => where.or([where('later_id', '=', documentId), where('earlier_id', '=', documentId)]))
    .orderBy('seq')
    .execute();
  return rows.map(toRevision);
}

export const toRevision = ({
  earlier_id,
  later_id,
  at,
  seq: _,
  ...same
}: Selectable<RevisionsTable>): Revision => ({
  ...same,
  earlier: earlier_id,
  later: later_id,
  at: at.toISOString(),
});

/** Wherever the document was taken from, another text stands now. In SQL, of a row of `documents`. */
const isReplaced = sql<boolean>`
  not exists (
    select from captures where captures.document_id = documents.id and not exists (
      select from revisions as away
      where away.earlier_id = documents.id and away.source = captures.source and away.standing = 'replaces' and not exists (
        select from revisions as back
        where back.later_id = documents.id and back.source = away.source and back.standing = 'replaces'
          and back.seq > away.seq)))`;

/** Id of the document that replaced it; null while it stands. In SQL, of a row of `documents`. */
export const replacedBy = sql<string | null>`
  case when exists (select from revisions where earlier_id = documents.id) and ${isReplaced} then (
    select later_id from revisions where earlier_id = documents.id and standing = 'replaces' order by seq desc limit 1) end`;

/** Id of the document whose place it may take: a person has yet to look. In SQL, of a row of `documents`. */
export const waitsBeside = sql<string | null>`
  (select earlier_id from revisions where later_id = documents.id and standing = 'waiting' order by seq desc limit 1)`;

/** Ids of all documents that were replaced: few, and asked for once, since the condition costs time for each document. */
export async function replacedDocuments(db: Kysely<Tables>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('documents')
    .select('id')
    .where('id', 'in', (nested) => nested.selectFrom('revisions').select('earlier_id'))
    .where(isReplaced)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
