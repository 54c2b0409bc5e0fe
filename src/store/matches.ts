import { type Kysely, sql, type Transaction } from 'kysely';
import type { Document, DocumentCast, DocumentMatches } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import { forgetCasts, saveCasts } from './casts.ts';
import type { Change } from './change.ts';
import { documentColumns, toDocument } from './documents.ts';
import { digestOf, keyOf } from './records.ts';
import { replacedDocuments } from './revisions.ts';
import type { Tables } from './tables.ts';
import { standingTranslation } from './translation-rows.ts';

/** A document of a case with what was matched in it, if that is still by the same key. */
export interface MatchedDocument {
  document: Document;
  isRead: boolean;
  /** null: to be matched (again), if it was read. */
  matched: DocumentMatches | null;
}

/** Documents with their texts and matches that are read at once. */
const pageSize = 500;

/** Cases whose documents are kept; the one unused for longest makes room. */
const keptCases = 4;

interface Row {
  /** Another one as soon as anything is that is kept of the document here. */
  version: string;
  row: MatchedDocument;
}

/** The documents of cases with what was matched in them, kept between questions: of many that are asked for few are new. */
export class MatchedDocuments {
  readonly #db: Kysely<Tables>;
  readonly #kept = new Map<string, { key: string; rows: ReadonlyMap<string, Row> }>();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Every document that stands in the case, in order of id; what was matched by another key is left out. */
  async of(caseId: string, key: string): Promise<MatchedDocument[]> {
    const kept = this.#kept.get(caseId);
    const known = kept?.key === key ? kept.rows : new Map<string, Row>();
    const versions = await this.#versions(caseId, key);
    const changed = versions.filter(({ id, version }) => known.get(id)?.version !== version);
    const read = await this.#read(
      caseId,
      key,
      changed.map(({ id }) => id),
    );
    const rows = new Map(
      versions.flatMap(({ id, version }) => {
        const row = read.get(id) ?? known.get(id)?.row;
        return row ? [[id, { version, row }]] : [];
      }),
    );
    this.#kept.delete(caseId);
    this.#kept.set(caseId, { key, rows });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptCases && oldest !== undefined) this.#kept.delete(oldest);
    const replaced = await replacedDocuments(this.#db);
    return [...rows].flatMap(([id, { row }]) => (replaced.has(id) ? [] : [row]));
  }

  /** A row's `xmin` is the transaction that wrote it: another one for each change. */
  #versions(caseId: string, key: string): Promise<{ id: string; version: string }[]> {
    return joined(this.#db, caseId, key)
      .select([
        'documents.id',
        sql<string>`concat_ws(' ', documents.xmin, readings.revision, matches.xmin, (
          select max(translations.at) from translations where translations.document_id = documents.id))`.as(
          'version',
        ),
      ])
      .orderBy('documents.id')
      .execute();
  }

  async #read(caseId: string, key: string, ids: readonly string[]): Promise<Map<string, MatchedDocument>> {
    const found = new Map<string, MatchedDocument>();
    for (let start = 0; start < ids.length; start += pageSize) {
      const rows = await joined(this.#db, caseId, key)
        .select([...documentColumns, standingTranslation, 'matches.matched', 'readings.reader_version'])
        .where('documents.id', 'in', ids.slice(start, start + pageSize))
        .execute();
      for (const { matched, reader_version, ...row } of rows)
        found.set(row.id, { document: toDocument(row), isRead: reader_version !== null, matched });
    }
    return found;
  }
}

const joined = (db: Kysely<Tables>, caseId: string, key: string) =>
  db
    .selectFrom('case_documents')
    .innerJoin('documents', 'documents.id', 'case_documents.document_id')
    .leftJoin('readings', 'readings.document_id', 'documents.id')
    .leftJoin('matches', (join) =>
      join
        .onRef('matches.document_id', '=', 'documents.id')
        .onRef('matches.case_id', '=', 'case_documents.case_id')
        .on('matches.key', '=', key),
    )
    .where('case_documents.case_id', '=', caseId);

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

/**
 * Ids of the documents of a case, or of those given, that were read or have claims entered (`entered`), that no later text
 * replaces, and in which nothing was matched by this key yet; what was read last comes first.
 */
export async function documentsToMatch(
  db: Kysely<Tables>,
  caseId: string,
  key: string,
  entered: readonly string[],
  among: readonly string[] | null,
): Promise<string[]> {
  const rows = await joined(db, caseId, key)
    .select('documents.id')
    .where('matches.key', 'is', null)
    .where((where) =>
      where.or([
        where('readings.document_id', 'is not', null),
        ...(entered.length > 0 ? [where('documents.id', 'in', [...entered])] : []),
      ]),
    )
    .$if(among !== null, (query) => query.where('documents.id', 'in', [...(among ?? [])]))
    .orderBy('documents.published', (order) => order.desc().nullsLast())
    .orderBy('documents.id')
    .execute();
  const replaced = rows.length === 0 ? new Set<string>() : await replacedDocuments(db);
  return rows.flatMap(({ id }) => (replaced.has(id) ? [] : [id]));
}

/** That the matcher failed on a document; as the index on it says. */
const isFailure = sql<boolean>`matches.matched ? 'failure'`;

/** The documents of cases that the matcher failed on, with why. */
export async function unmatchedDocuments(
  db: Kysely<Tables>,
): Promise<{ case: string; document: string; title: string; why: string }[]> {
  return db
    .selectFrom('matches')
    .innerJoin('documents', 'documents.id', 'matches.document_id')
    .select([
      'matches.case_id as case',
      'documents.id as document',
      'title',
      sql<string>`matched ->> 'failure'`.as('why'),
    ])
    .where(isFailure)
    .orderBy('case_id')
    .orderBy('documents.id')
    .execute();
}

/** Lets a document that the matcher failed on be matched again; false where it did not fail. */
export async function forgetUnmatched(
  trx: Transaction<Tables>,
  caseId: string,
  documentId: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('matches')
    .where('case_id', '=', caseId)
    .where('document_id', '=', documentId)
    .where(isFailure)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What was made of a document's reading for a case: what bears on the case, and everyone who is named. */
export interface FoundInDocument {
  matched: DocumentMatches;
  cast: DocumentCast;
}

/**
 * Keeps what was found in documents of a case, in place of what was found there by another key, or of a failure; what two
 * processes match by one key is kept once.
 */
export async function saveMatches(
  trx: Transaction<Tables>,
  caseId: string,
  key: string,
  found: ReadonlyMap<string, FoundInDocument>,
): Promise<Change<void>> {
  const given = [...found].map(([document_id, { matched }]) => ({
    case_id: caseId,
    document_id,
    key,
    matched: toJsonb(matched),
  }));
  if (given.length === 0) return { result: undefined, events: [] };
  const kept = await trx
    .insertInto('matches')
    .values(given)
    .onConflict((conflict) =>
      conflict
        .columns(['case_id', 'document_id'])
        .doUpdateSet((update) => ({
          key: update.ref('excluded.key'),
          matched: update.ref('excluded.matched'),
        }))
        .where((where) => where.or([sql<boolean>`matches.key <> excluded.key`, isFailure])),
    )
    .returning('document_id')
    .execute();
  const ids = new Set(kept.map(({ document_id }) => document_id));
  const rows = given.filter(({ document_id }) => ids.has(document_id));
  if (rows.length === 0) return { result: undefined, events: [] };
  await saveCasts(
    trx,
    caseId,
    new Map([...found].flatMap(([id, { cast }]) => (ids.has(id) ? [[id, cast]] : []))),
  );
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
