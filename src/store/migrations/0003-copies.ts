import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  // Keys under which documents with words in common meet; a document has some dozens to some thousands.
  sql`
    create table copy_keys (
      key integer not null,
      document_id text not null references documents,
      primary key (key, document_id)
    )`,
  sql`
    create table copy_links (
      document_id text not null references documents,
      other_id text not null references documents,
      kind text not null check (kind in ('exact', 'near', 'passages')),
      resemblance double precision not null,
      passages jsonb not null,
      primary key (document_id, other_id)
    )`,
  sql`create index copy_links_other on copy_links (other_id)`,
  // Which documents have been compared with those before them.
  sql`create table compared (document_id text primary key references documents)`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
