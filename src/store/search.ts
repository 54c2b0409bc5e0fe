import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { ListedDocument } from '../model/index.ts';
import { isInCase } from './cases.ts';
import { type DocumentFilter, filtered, type PageOf } from './document-pages.ts';
import { standing, summaryColumns } from './documents.ts';
import type { Tables } from './tables.ts';

/** Stand around each word found in an excerpt; control characters, so that no text can forge them. */
export const matchStart = '\u0002';
export const matchEnd = '\u0003';

export interface SearchHit {
  document: ListedDocument;
  /** Up to two passages of the text, the words found between `matchStart` and `matchEnd`. Not HTML. */
  excerpt: string;
}

const headline = `StartSel="${matchStart}",StopSel="${matchEnd}",MaxFragments=2,MinWords=8,MaxWords=30,FragmentDelimiter=" … "`;

/** Of more matches than this the newest are ranked: a word that most reports have tells none of them apart. */
const rankedAtMost = 500;

/** What was found: a page of hits, and how many documents match. */
export interface SearchHits {
  total: number;
  hits: SearchHit[];
}

const countOf = async (
  matching: SelectQueryBuilder<Tables, 'case_documents' | 'documents', unknown>,
): Promise<number> => {
  const { total } = await matching
    .select(sql<number>`count(*)::integer`.as('total'))
    .executeTakeFirstOrThrow();
  return total;
};

/** Documents whose translation matches. They are few, and asked for first, so that the index of the documents still serves. */
async function translatedMatching(
  db: Kysely<Tables>,
  caseId: string,
  tsquery: RawBuilder<unknown>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('translations')
    .select('document_id')
    .distinct()
    .where(isInCase(caseId, 'document_id'))
    .where(sql<boolean>`search @@ ${tsquery}`)
    .execute();
  return rows.map(({ document_id }) => document_id);
}

/** The original and its translations, without the marks of an excerpt. */
const searchedText = sql`translate(concat_ws(${'\n\n'}, documents.text,
  (select string_agg(translations.text, ${'\n\n'}) from translations where document_id = documents.id)),
  ${matchStart + matchEnd}, '')`;

/**
 * The documents of the case that match, in their own words or in a translation, and pass the filter, best first; of very many, the best of the newest. The query may use "quoted phrases", OR and
 * -without; one of stop words only finds nothing.
 */
export async function searchCase(
  db: Kysely<Tables>,
  caseId: string,
  query: string,
  { offset, limit }: PageOf,
  filter: DocumentFilter = {},
): Promise<SearchHits> {
  const tsquery = sql`websearch_to_tsquery('english', ${query.replaceAll('\0', ' ')})`;
  const translated = await translatedMatching(db, caseId, tsquery);
  const matching = filtered(
    db.selectFrom('case_documents').innerJoin('documents', 'documents.id', 'case_documents.document_id'),
    caseId,
    filter,
  ).where(
    sql<boolean>`(documents.search @@ ${tsquery} ${
      translated.length > 0 ? sql`or documents.id = any(${translated}::text[])` : sql``
    })`,
  );
  // Ranks are slow to work out for many, and excerpts for any: both are made for no more than are needed.
  const rows = await db
    .with(
      (made) => made('matching').materialized(),
      () => matching.select(['documents.id', 'documents.published', 'documents.search']),
    )
    .with('newest', (nested) =>
      nested
        .selectFrom('matching')
        .select(['id', 'search'])
        .orderBy('published', (order) => order.desc().nullsLast())
        .orderBy('id')
        .limit(rankedAtMost),
    )
    .with('hits', (nested) =>
      nested
        .selectFrom('newest')
        .select(['id', sql<number>`ts_rank_cd(search, ${tsquery})`.as('rank')])
        .orderBy('rank', 'desc')
        .orderBy('id')
        .offset(offset)
        .limit(limit),
    )
    .selectFrom('hits')
    .innerJoin('documents', 'documents.id', 'hits.id')
    .select([...summaryColumns, ...standing])
    .select([
      sql<number>`(select count(*)::integer from matching)`.as('total'),
      sql<string>`ts_headline('english', ${searchedText}, ${tsquery}, ${headline})`.as('excerpt'),
    ])
    .orderBy('rank', 'desc')
    .orderBy('documents.id')
    .execute();
  const hits = rows.map(({ excerpt, total: _, ...document }) => ({ document, excerpt }));
  const [first] = rows;
  // A page after the last has no row to bring the number with it.
  const total = first || offset === 0 ? (first?.total ?? 0) : await countOf(matching);
  return { total, hits };
}
