import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { DocumentSummary, ListedDocument } from '../model/index.ts';
import { standing, summaryColumns } from './documents.ts';
import type { Tables } from './tables.ts';

/** Which of a case's documents; what is absent does not matter. */
export interface DocumentFilter {
  /** A part of the publisher's name, in capitals or not. */
  publisher?: string | undefined;
  /** EDTF days, both inclusive; with either, undated documents do not pass. */
  from?: string | undefined;
  to?: string | undefined;
  kind?: DocumentSummary['kind'] | undefined;
  /** Only those of these ids. */
  ids?: readonly string[] | undefined;
}

export interface PageOf {
  offset: number;
  limit: number;
}

/** Adds the filter's conditions to a query over `documents` and `case_documents`. */
export const filtered = <O>(
  query: SelectQueryBuilder<Tables, 'case_documents' | 'documents', O>,
  caseId: string,
  { publisher, from, to, kind, ids }: DocumentFilter,
): SelectQueryBuilder<Tables, 'case_documents' | 'documents', O> =>
  query
    .where('case_id', '=', caseId)
    .$if(ids !== undefined, (some) =>
      some.where(sql<boolean>`documents.id = any(${[...(ids ?? [])]}::text[])`),
    )
    .$if(publisher !== undefined, (some) =>
      some.where('publisher', 'ilike', `%${(publisher ?? '').replace(/[\\%_]/g, '\\$&')}%`),
    )
    .$if(from !== undefined, (some) => some.where('published', '>=', from ?? ''))
    // `2020-10` is not later than `2020-10-05`, and `~` sorts after every digit and hyphen.
    .$if(to !== undefined, (some) => some.where('published', '<=', `${to}~`))
    .$if(kind !== undefined, (some) => some.where('kind', '=', kind ?? 'original'));

/** A page of the documents that pass, newest first, undated ones last; and how many pass. */
export async function documentPage(
  db: Kysely<Tables>,
  caseId: string,
  filter: DocumentFilter,
  { offset, limit }: PageOf,
): Promise<{ total: number; documents: ListedDocument[] }> {
  const matching = filtered(
    db.selectFrom('case_documents').innerJoin('documents', 'documents.id', 'case_documents.document_id'),
    caseId,
    filter,
  );
  const { total } = await matching
    .select(sql<number>`count(*)::integer`.as('total'))
    .executeTakeFirstOrThrow();
  const documents = await matching
    .select([...summaryColumns, ...standing])
    .orderBy('published', (order) => order.desc().nullsLast())
    .orderBy('documents.id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, documents };
}

/** Who published the documents of a case, by name, and how many each; without those of whom nobody knows it. */
export const publishersOf = (
  db: Kysely<Tables>,
  caseId: string,
): Promise<{ publisher: string; documents: number }[]> =>
  db
    .selectFrom('case_documents')
    .innerJoin('documents', 'documents.id', 'case_documents.document_id')
    .where('case_id', '=', caseId)
    .where('publisher', 'is not', null)
    .select(['publisher', sql<number>`count(*)::integer`.as('documents')])
    .$narrowType<{ publisher: string }>()
    .groupBy('publisher')
    .orderBy('publisher')
    .execute();

/** The documents of those ids, without their texts, in no order. */
export function summariesOf(db: Kysely<Tables>, ids: readonly string[]): Promise<DocumentSummary[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.selectFrom('documents').select(summaryColumns).where('id', 'in', ids).execute();
}
