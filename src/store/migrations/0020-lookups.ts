import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** What is looked up for each document, and would be searched for among all. */
const statements: readonly RawBuilder<unknown>[] = [
  sql`create index matches_document on matches (document_id)`,
  sql`create index case_documents_document on case_documents (document_id)`,
  sql`create index judgements_document on judgements ((anchor ->> 'documentSha256'))`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
