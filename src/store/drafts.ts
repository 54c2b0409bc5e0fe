import { type Kysely, sql, type Transaction } from 'kysely';
import { type Agreement, type DraftSummary, type DraftWork, KeptDraft } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import { isNeeded } from './named-originals.ts';
import { type Records, recorded, recordsOf } from './records.ts';
import { draftChanged, draftNotFound } from './refusals.ts';
import type { Tables } from './tables.ts';

/** A case in the making, as it begins. */
export type NewDraft = Pick<KeptDraft, 'id' | 'source' | 'facts' | 'text' | 'work' | 'madeAt'>;

export async function insertDraft(
  trx: Transaction<Tables>,
  { id, source, facts, text, work, madeAt }: NewDraft,
): Promise<Change<void>> {
  await trx
    .insertInto('drafts')
    .values({
      ...{ id, text, revision: 1, made_at: madeAt, changed_at: madeAt },
      ...{ source: toJsonb(source), facts: toJsonb(facts), work: work && toJsonb(work) },
    })
    .execute();
  const details = { sha256: source.sha256 };
  return { result: undefined, events: [{ action: 'draft.made', subject: id, details }] };
}

export async function draftById(db: Kysely<Tables>, id: string): Promise<KeptDraft | null> {
  const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { made_at, changed_at, ...same } = row;
  // What an older Proviso kept has not all keys of this one: parsing gives it their defaults.
  return KeptDraft.parse({
    ...same,
    madeAt: made_at.toISOString(),
    changedAt: changed_at.toISOString(),
  });
}

/** The cases in the making, the one changed last first. */
export async function draftList(db: Kysely<Tables>): Promise<DraftSummary[]> {
  const counted = (states: string) =>
    sql<number>`jsonb_array_length(jsonb_path_query_array(work, ${states}::jsonpath))`;
  const rows = await db
    .selectFrom('drafts')
    .select([
      'id',
      'changed_at',
      sql<string>`coalesce(nullif(work ->> 'title', ''), nullif(facts ->> 'title', ''), source ->> 'name', '')`.as(
        'title',
      ),
      counted('$.commitments[*] ? (@.state != "dropped")').as('commitments'),
      counted('$.commitments[*] ? (@.state == "accepted")').as('accepted'),
    ])
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ changed_at, accepted, ...same }) => ({
    ...same,
    accepted: accepted ?? 0,
    changedAt: changed_at.toISOString(),
  }));
}

/**
 * Keeps what a person made of a draft, in place of what the revision held; returns the new revision.
 * @throws ProvisoError PROVISO_DRAFT_NOT_FOUND, or PROVISO_DRAFT_CHANGED when another window saved since.
 */
export async function saveDraft(
  trx: Transaction<Tables>,
  id: string,
  revision: number,
  work: DraftWork,
): Promise<number> {
  const saved = await trx
    .updateTable('drafts')
    .set({ work: toJsonb(work), revision: revision + 1, changed_at: new Date() })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('revision')
    .executeTakeFirst();
  if (saved) return saved.revision;
  const known = await trx.selectFrom('drafts').select('id').where('id', '=', id).executeTakeFirst();
  throw known ? draftChanged() : draftNotFound(id);
}

/** Keeps what was proposed from a draft's text, and the text as it was cleaned; nothing where work has begun already. */
export async function proposeDraft(
  trx: Transaction<Tables>,
  id: string,
  text: string,
  work: DraftWork,
): Promise<void> {
  await trx
    .updateTable('drafts')
    .set({ text, work: toJsonb(work), revision: sql`revision + 1`, changed_at: new Date() })
    .where('id', '=', id)
    .where('work', 'is', null)
    .execute();
}

/** Removes a draft; `hash` of the bytes that nothing else in the store needs, null when something does. */
export async function removeDraft(
  trx: Transaction<Tables>,
  id: string,
): Promise<Change<{ hash: string | null }>> {
  const row = await trx.deleteFrom('drafts').where('id', '=', id).returning('source').executeTakeFirst();
  if (!row) throw draftNotFound(id);
  const { sha256 } = row.source;
  const events = [{ action: 'draft.thrownAway' as const, subject: id, details: { sha256 } }];
  return { result: { hash: (await isNeeded(trx, sha256)) ? null : sha256 }, events };
}

/** The draft has become a case: its text stays with the case. Returns the record of that. */
export async function settleDraft(
  trx: Transaction<Tables>,
  id: string,
  caseId: string,
): Promise<Change<void>> {
  const row = await trx
    .deleteFrom('drafts')
    .where('id', '=', id)
    .returning(['source', 'text'])
    .executeTakeFirst();
  if (!row) throw draftNotFound(id);
  const records = await keepAgreement(trx, caseId, row);
  const details = { draft: id, sha256: row.source.sha256 };
  return { result: undefined, events: [{ action: 'agreement.kept', subject: caseId, details, records }] };
}

/** Keeps the text that a case was made from; returns the record of that. */
export async function keepAgreement(
  trx: Transaction<Tables>,
  caseId: string,
  { source, text }: Agreement,
): Promise<Records> {
  const kept = { source: toJsonb(source), text };
  const rows = await trx
    .insertInto('agreements')
    .values({ case_id: caseId, ...kept })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(kept))
    .returning(recorded.agreement.columns)
    .execute();
  return recordsOf('agreement', rows);
}

/** The text that a case was made from; null for a case that came as a file or out of the form. */
export async function agreementOf(db: Kysely<Tables>, caseId: string): Promise<Agreement | null> {
  const row = await db
    .selectFrom('agreements')
    .select(['source', 'text'])
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row ?? null;
}

/** Hash of the bytes of every agreement, with what it is for. */
export async function agreementHashes(db: Kysely<Tables>): Promise<{ of: string; sha256: string }[]> {
  const { rows } = await sql<{ of: string; sha256: string }>`
    select 'draft ' || id as of, source ->> 'sha256' as sha256 from drafts
    union all select 'case ' || case_id, source ->> 'sha256' from agreements
    order by 1`.execute(db);
  return rows;
}
