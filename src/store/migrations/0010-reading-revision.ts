import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  // Grows with every reading that is kept, so that it is seen at once whether any is new.
  sql`create sequence readings_revision`,
  sql`alter table readings add column revision bigint not null default nextval('readings_revision')`,
  sql`create index readings_by_revision on readings (revision)`,
  // Lists of documents are paged by date.
  sql`create index documents_published on documents (published desc nulls last, id)`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
