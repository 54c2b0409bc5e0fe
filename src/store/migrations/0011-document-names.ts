import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const statements: readonly RawBuilder<unknown>[] = [
  // Whom the claims of each document of a case name, and who is said to do something to whom; kept beside the matches.
  sql`
    create table document_names (
      case_id text not null,
      document_id text not null,
      key text not null,
      name text not null,
      folded text not null,
      type text not null,
      bodies text[] not null,
      acts integer not null,
      undergoes integer not null,
      speaks integer not null,
      primary key (case_id, key, document_id)
    )`,
  sql`create index document_names_document on document_names (document_id)`,
  sql`
    create table document_links (
      case_id text not null,
      document_id text not null,
      from_key text not null,
      to_key text not null,
      type text not null,
      claims integer not null,
      primary key (case_id, from_key, to_key, document_id, type)
    )`,
  sql`create index document_links_document on document_links (document_id)`,
  // Whether people judged or decided anything new is asked at every request.
  sql`create index audit_judgements on audit (seq) where action like 'judgement.%'`,
  sql`create index audit_decisions on audit (seq) where action like 'decision.%'`,
  // The embedded PostgreSQL has no autovacuum, which alone would empty the index's list of what is yet to be sorted in.
  sql`alter index documents_search set (fastupdate = off)`,
  sql`select gin_clean_pending_list('documents_search')`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
