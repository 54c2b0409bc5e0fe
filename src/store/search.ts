import { type Kysely, sql } from 'kysely';
import type { ListedDocument } from '../model/index.ts';
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

/**
 * The documents of the case that match, best first. The query may use "quoted phrases", OR and -without;
 * one of stop words only finds nothing.
 */
export async function searchCase(
  db: Kysely<Tables>,
  caseId: string,
  query: string,
  limit: number,
): Promise<SearchHit[]> {
  const tsquery = sql`websearch_to_tsquery('english', ${query.replaceAll('\0', ' ')})`;
  // Excerpts are slow to make, so they are made for the hits within the limit only.
  const rows = await db
    .with('hits', (nested) =>
      nested
        .selectFrom('documents')
        .innerJoin('case_documents', 'case_documents.document_id', 'documents.id')
        .select([...summaryColumns, ...standing, 'documents.text'])
        .select(sql<number>`ts_rank_cd(search, ${tsquery})`.as('rank'))
        .where('case_id', '=', caseId)
        .where(sql<boolean>`search @@ ${tsquery}`)
        .orderBy('rank', 'desc')
        .orderBy('documents.id')
        .limit(limit),
    )
    .selectFrom('hits')
    .select(['id', 'title', 'publisher', 'published', 'url', 'kind', 'language', 'unread', 'replacedBy'])
    .select(
      sql<string>`ts_headline('english', translate(text, ${matchStart + matchEnd}, ''), ${tsquery}, ${headline})`.as(
        'excerpt',
      ),
    )
    .orderBy('rank', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ excerpt, ...document }) => ({ document, excerpt }));
}
