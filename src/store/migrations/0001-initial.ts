import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Plain SQL, since a migration must mean the same for ever, whatever becomes of the code around it. */
const statements: readonly RawBuilder<unknown>[] = [
  // A report too long for a tsvector (1 MB) is found by its beginning instead of being refused.
  sql`
    create function proviso_search(title text, body text) returns tsvector
    language plpgsql immutable parallel safe as $$
    begin
      return setweight(to_tsvector('english', title), 'A') || to_tsvector('english', body);
    exception when program_limit_exceeded then
      return to_tsvector('english', left(title, 1000)) || to_tsvector('english', left(body, 200000));
    end $$`,
  sql`
    create table documents (
      id text primary key check (id = left(sha256, 16)),
      sha256 text not null unique,
      media_type text not null,
      byte_length integer not null check (byte_length > 0),
      title text not null,
      publisher text,
      published text,
      url text,
      kind text not null check (kind in ('original', 'digest')),
      text text not null,
      search tsvector not null generated always as (proviso_search(title, text)) stored
    )`,
  sql`create index documents_search on documents using gin (search)`,
  sql`
    create table captures (
      document_id text not null references documents,
      source text not null,
      collected_at timestamptz not null,
      collector text not null,
      tool text not null,
      primary key (document_id, source)
    )`,
  sql`
    create table readings (
      document_id text primary key references documents,
      reader_name text not null,
      reader_version text not null,
      reading jsonb not null
    )`,
  sql`
    create table cases (
      id text primary key,
      file jsonb not null,
      source text not null,
      imported_at timestamptz not null
    )`,
  sql`
    create table case_documents (
      case_id text not null references cases,
      document_id text not null references documents,
      primary key (case_id, document_id)
    )`,
  // No reference to cases: the journal must be replayable into an empty database.
  sql`
    create table judgements (
      id uuid primary key,
      case_id text not null,
      evidence_id text not null,
      verdict text not null check (verdict in ('proposed', 'accepted', 'rejected')),
      reason text not null,
      "by" text not null,
      at timestamptz not null,
      anchor jsonb not null,
      seq bigint generated always as identity
    )`,
  sql`create index judgements_newest on judgements (case_id, evidence_id, at desc, seq desc)`,
  sql`
    create table audit (
      seq integer primary key,
      at timestamptz not null,
      tool text not null,
      action text not null,
      subject text not null,
      details jsonb not null,
      previous text not null,
      hash text not null
    )`,
  sql`
    create function proviso_audit_is_append_only() returns trigger
    language plpgsql as $$
    begin
      raise exception 'the audit log is append-only';
    end $$`,
  sql`
    create trigger audit_is_append_only before update or delete or truncate on audit
    execute function proviso_audit_is_append_only()`,
];

export async function up(trx: Transaction<Tables>): Promise<void> {
  for (const statement of statements) await statement.execute(trx);
}
