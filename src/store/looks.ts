import type { Kysely } from 'kysely';
import type { Status } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import type { Tables } from './tables.ts';

/** When a person last looked at what is new in a case, and where its commitments stood then. */
export interface Look {
  /** ISO 8601. */
  at: string;
  /** By id of the commitment. */
  statuses: Record<string, Status>;
}

/** The names of those who judge here, in order. */
export async function people(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('people').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

/** Keeps a name; one that is known stays as it is. */
export async function addPerson(db: Kysely<Tables>, name: string): Promise<void> {
  await db
    .insertInto('people')
    .values({ name, first_at: new Date() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** null: the person has not looked yet. */
export async function lookOf(db: Kysely<Tables>, caseId: string, person: string): Promise<Look | null> {
  const row = await db
    .selectFrom('looks')
    .select(['at', 'statuses'])
    .where('case_id', '=', caseId)
    .where('person', '=', person)
    .executeTakeFirst();
  return row ? { at: row.at.toISOString(), statuses: row.statuses } : null;
}

export async function recordLook(
  db: Kysely<Tables>,
  caseId: string,
  person: string,
  { at, statuses }: Look,
): Promise<void> {
  const values = { at, statuses: toJsonb(statuses) };
  await db
    .insertInto('looks')
    .values({ case_id: caseId, person, ...values })
    .onConflict((conflict) => conflict.columns(['case_id', 'person']).doUpdateSet(values))
    .execute();
}

/** The documents of a case that were first taken after a time (ISO 8601), the newest first. */
export async function documentsSince(db: Kysely<Tables>, caseId: string, since: string): Promise<string[]> {
  const rows = await db
    .selectFrom('case_documents')
    .innerJoin('captures', 'captures.document_id', 'case_documents.document_id')
    .select('case_documents.document_id as id')
    .where('case_id', '=', caseId)
    .groupBy('case_documents.document_id')
    .having((having) => having.fn.min('captures.collected_at'), '>', new Date(since))
    .orderBy((order) => order.fn.min('captures.collected_at'), 'desc')
    .execute();
  return rows.map(({ id }) => id);
}

/** The texts of a case of which a person has yet to say whether they replace the one before, in order. */
export async function waitingDocuments(db: Kysely<Tables>, caseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('revisions')
    .innerJoin('case_documents', 'case_documents.document_id', 'revisions.later_id')
    .select('later_id')
    .distinct()
    .where('case_id', '=', caseId)
    .where('standing', '=', 'waiting')
    .orderBy('later_id')
    .execute();
  return rows.map(({ later_id }) => later_id);
}
