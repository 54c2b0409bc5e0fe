import { type Kysely, sql, type Transaction } from 'kysely';
import { CaseFile, type CaseListView, editConflict } from '../model/index.ts';
import { canonicalJson, toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import { sha256Of } from './originals.ts';
import { recorded, recordsOf } from './records.ts';
import type { Tables } from './tables.ts';

/** A case as imported: what its file means, and the YAML as it was written. */
export interface StoredCase {
  file: CaseFile;
  source: string;
  /** ISO 8601, UTC. */
  importedAt: string;
  /** A hash of the source: another one whenever the case is another. */
  version: string;
}

/** A line of the list of cases. */
export type CaseCounts = CaseListView['cases'][number];

/**
 * Keeps the file in place of any earlier one of the same id; documents and judgements stay. `seen`: the version that it was
 * made of. Throws PROVISO_EDIT_CONFLICT where another one is kept by now.
 */
export async function putCase(
  trx: Transaction<Tables>,
  file: CaseFile,
  source: string,
  { importedAt = new Date(), seen }: { importedAt?: Date; seen?: string | undefined } = {},
): Promise<Change<'new' | 'replaced' | 'unchanged'>> {
  await trx.selectFrom('cases').select('id').where('id', '=', file.id).forUpdate().execute();
  const known = await caseById(trx, file.id);
  if (known?.source === source && canonicalJson(known.file) === canonicalJson(file)) {
    return { result: 'unchanged', events: [] };
  }
  if (known && seen !== undefined && seen !== known.version)
    throw editConflict('The case', { file: known.file, source: known.source, version: known.version });
  const values = { file: toJsonb(file), source, imported_at: importedAt };
  const kept = await trx
    .insertInto('cases')
    .values({ id: file.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .returning(recorded.case.columns)
    .execute();
  const details = { title: file.title, sourceSha256: sha256Of(source) };
  return {
    result: known ? 'replaced' : 'new',
    events: [{ action: 'case.imported', subject: file.id, details, records: recordsOf('case', kept) }],
  };
}

export async function caseById(db: Kysely<Tables>, id: string): Promise<StoredCase | null> {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
  // A file that an older Proviso kept has not all keys of this one: parsing gives it their defaults.
  return row
    ? {
        file: CaseFile.parse(row.file),
        source: row.source,
        importedAt: row.imported_at.toISOString(),
        version: sha256Of(row.source).slice(0, 16),
      }
    : null;
}

/** Condition on a column that holds the id of a document: the case has it. */
export const isInCase = (caseId: string, column: string) =>
  sql<boolean>`${sql.ref(column)} in (select document_id from case_documents where case_id = ${caseId})`;

export async function caseExists(db: Kysely<Tables>, id: string): Promise<boolean> {
  const row = await db.selectFrom('cases').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** All cases by title, with how many documents and commitments they have. */
export function caseList(db: Kysely<Tables>): Promise<CaseCounts[]> {
  return db
    .selectFrom('cases')
    .select((column) => [
      'cases.id',
      sql<string>`file ->> 'title'`.as('title'),
      sql<string>`file ->> 'signed'`.as('signed'),
      sql<number>`jsonb_array_length(file -> 'commitments')`.as('commitments'),
      column
        .selectFrom('case_documents')
        .select(sql<number>`count(*)::integer`.as('count'))
        .whereRef('case_id', '=', 'cases.id')
        .$asScalar()
        .$notNull()
        .as('documents'),
    ])
    .orderBy('title')
    .orderBy('cases.id')
    .execute();
}

/** The cases that each of the documents is in. */
export const casesOf = (
  db: Kysely<Tables>,
  documentIds: readonly string[],
): Promise<{ case: string; document: string }[]> =>
  documentIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('case_documents')
        .select(['case_id as case', 'document_id as document'])
        .where('document_id', 'in', [...documentIds])
        .execute();
