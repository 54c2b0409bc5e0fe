import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { CopyLink } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import { type Records, recorded, recordsOf } from './records.ts';
import type { CopyLinksTable, Tables } from './tables.ts';

/** Texts of documents, by id. */
type TextsOf = (ids: readonly string[]) => Promise<Map<string, string>>;

/** What a document needs in order to meet those that have words in common with it. */
export interface Comparison {
  /** Keys that two documents share if one may be a copy of the other; signed 32-bit integers. */
  keys: readonly number[];
  /** A key leads to this many documents at most, the first that had it, so that the work per document is bounded. */
  maxPostings: number;
  /** Which documents are worth comparing, given how many keys each shares. */
  choose(shared: ReadonlyMap<string, number>): string[];
  /** Which of the documents that share a key are copies indeed; `textsOf` reads those whose texts are needed for that. */
  judge(others: readonly string[], textsOf: TextsOf): Promise<CopyLink[]>;
}

/** Ids of the documents that have not been compared with the others yet. */
export async function documentsToCompare(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom('documents')
    .leftJoin('compared', 'compared.document_id', 'documents.id')
    .select('documents.id')
    .where('compared.document_id', 'is', null)
    .orderBy('documents.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Any number that other programs on the same server are unlikely to use. */
const copiesLock = 7_760_840_003;

/** Compares the document with those compared before it, and keeps its links and keys. Returns the links. */
export async function compareDocument(
  trx: Transaction<Tables>,
  id: string,
  { keys, maxPostings, choose, judge }: Comparison,
): Promise<Change<CopyLink[]>> {
  // Two documents compared at the same time would not see each other.
  await sql`select pg_advisory_xact_lock(${copiesLock})`.execute(trx);
  // Another process may have been quicker.
  if (await isCompared(trx, id)) return { result: await copiesOf(trx, id), events: [] };
  const postings = await postingsOf(trx, id, keys);
  const candidates = choose(counted(postings.map(({ document_id }) => document_id)));
  const links = await judge(candidates, (ids) => textsOf(trx, ids));
  await insertKeys(trx, id, roomyKeys(keys, postings, maxPostings));
  const records = await insertLinks(trx, id, links);
  await trx
    .insertInto('compared')
    .values({ document_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const details = { links: links.length };
  const isNews = Object.keys(records).length > 0;
  return {
    result: links,
    events: isNews ? [{ action: 'document.compared', subject: id, details, records }] : [],
  };
}

const isCompared = async (trx: Transaction<Tables>, id: string): Promise<boolean> =>
  (await trx
    .selectFrom('compared')
    .select('document_id')
    .where('document_id', '=', id)
    .executeTakeFirst()) !== undefined;

const postingsOf = (
  trx: Transaction<Tables>,
  id: string,
  keys: readonly number[],
): Promise<{ key: number; document_id: string }[]> =>
  trx
    .selectFrom('copy_keys')
    .select(['key', 'document_id'])
    .where(sql<boolean>`key = any(${[...keys]}::integer[])`)
    .where('document_id', '<>', id)
    // Among documents that share as many keys, the choice must not hang on how the rows are found.
    .orderBy('document_id')
    .execute();

async function textsOf(trx: Transaction<Tables>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx.selectFrom('documents').select(['id', 'text']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

function roomyKeys(
  keys: readonly number[],
  postings: readonly { key: number }[],
  maxPostings: number,
): number[] {
  const counts = counted(postings.map(({ key }) => key));
  return [...new Set(keys)].filter((key) => (counts.get(key) ?? 0) < maxPostings);
}

function counted<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

async function insertKeys(trx: Transaction<Tables>, id: string, keys: readonly number[]): Promise<void> {
  await sql`
    insert into copy_keys (key, document_id) select unnest(${[...keys]}::integer[]), ${id}
    on conflict do nothing`.execute(trx);
}

export async function insertLinks(
  trx: Transaction<Tables>,
  id: string,
  links: readonly CopyLink[],
): Promise<Records> {
  const fresh = await withoutTurned(trx, id, links);
  if (fresh.length === 0) return {};
  const kept = await trx
    .insertInto('copy_links')
    .values(
      fresh.map(({ document, kind, resemblance, passages }) => ({
        document_id: id,
        other_id: document,
        kind,
        resemblance,
        passages: toJsonb(passages),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(recorded.copy.columns)
    .execute();
  return recordsOf('copy', kept);
}

/** A link is kept once for both, also where the other document was compared later. */
async function withoutTurned(
  trx: Transaction<Tables>,
  id: string,
  links: readonly CopyLink[],
): Promise<CopyLink[]> {
  const turned = await trx
    .selectFrom('copy_links')
    .select('document_id')
    .where('other_id', '=', id)
    .execute();
  const known = new Set(turned.map(({ document_id }) => document_id));
  return links.filter(({ document }) => !known.has(document));
}

const linkFrom = (id: string, row: Selectable<CopyLinksTable>): CopyLink => {
  const { document_id, other_id, kind, resemblance, passages } = row;
  if (document_id === id) return { document: other_id, kind, resemblance, passages };
  const turned = passages.map(({ here, there }) => ({ here: there, there: here }));
  const inOrder = turned.sort((a, b) => a.here[0] - b.here[0]);
  return { document: document_id, kind, resemblance, passages: inOrder };
};

const mostAlike = (a: CopyLink, b: CopyLink): number =>
  b.resemblance - a.resemblance || (a.document < b.document ? -1 : 1);

/** The documents that are copies of this one or share long passages with it, most alike first. */
export async function copiesOf(db: Kysely<Tables>, id: string): Promise<CopyLink[]> {
  const rows = await db
    .selectFrom('copy_links')
    .selectAll()
    .where((where) => where.or([where('document_id', '=', id), where('other_id', '=', id)]))
    .execute();
  return rows.map((row) => linkFrom(id, row)).sort(mostAlike);
}

/** The same for every document of a case that has any, among the documents of the case. */
export async function copiesWithin(db: Kysely<Tables>, caseId: string): Promise<Map<string, CopyLink[]>> {
  const rows = await db
    .selectFrom('copy_links')
    .innerJoin('case_documents as one', 'one.document_id', 'copy_links.document_id')
    .innerJoin('case_documents as other', 'other.document_id', 'copy_links.other_id')
    .selectAll('copy_links')
    .where('one.case_id', '=', caseId)
    .where('other.case_id', '=', caseId)
    .execute();
  const links = new Map<string, CopyLink[]>();
  for (const row of rows) {
    for (const id of [row.document_id, row.other_id]) {
      const own = links.get(id);
      if (own) own.push(linkFrom(id, row));
      else links.set(id, [linkFrom(id, row)]);
    }
  }
  for (const list of links.values()) list.sort(mostAlike);
  return links;
}
