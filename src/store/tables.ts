import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type {
  Capture,
  CaseFile,
  CopyLink,
  Document,
  Judgement,
  Page,
  PublishedFrom,
  Reading,
  Verdict,
} from '../model/index.ts';

/** Read as a Date (PostgreSQL `timestamptz`), written as ISO 8601 or as a Date. */
type Instant = ColumnType<Date, Date | string, never>;

/** Read as parsed JSON, written as the text that `toJsonb` makes. */
type Json<T extends object> = JSONColumnType<T, string, string>;
type NullableJson<T extends object> = ColumnType<T | null, string | null, string | null>;

export interface DocumentsTable {
  id: string;
  sha256: string;
  media_type: string;
  byte_length: number;
  title: string;
  author: string | null;
  language: string | null;
  publisher: string | null;
  published: string | null;
  published_from: NullableJson<PublishedFrom>;
  url: string | null;
  kind: Document['kind'];
  text: string;
  pages: NullableJson<Page[]>;
  /** Generated from title and text: never written, and matched in SQL only. */
  search: ColumnType<string, never, never>;
}

interface CapturesTable {
  document_id: string;
  source: string;
  collected_at: Instant;
  collector: string;
  tool: string;
  url: string | null;
  taken_at: string | null;
  headers: NullableJson<NonNullable<Capture['headers']>>;
  container: string | null;
}

/** Files that documents were taken out of, and that are kept whole among the originals. */
interface ContainersTable {
  sha256: string;
  byte_length: number;
}

interface ReadingsTable {
  document_id: string;
  reader_name: string;
  reader_version: string;
  reading: Json<Reading>;
  /** Grows with every reading kept, of whichever document. */
  revision: Generated<string>;
}

interface CasesTable {
  id: string;
  file: Json<CaseFile>;
  source: string;
  imported_at: ColumnType<Date, Date | string, Date | string>;
}

interface CaseDocumentsTable {
  case_id: string;
  document_id: string;
}

interface JudgementsTable {
  id: string;
  case_id: string;
  evidence_id: string;
  verdict: Verdict;
  reason: string;
  by: string;
  at: Instant;
  anchor: Json<Judgement['anchor']>;
  /** Order of arrival. */
  seq: Generated<string>;
}

interface AuditTable {
  seq: number;
  at: Instant;
  tool: string;
  action: string;
  subject: string;
  details: Json<Record<string, unknown>>;
  previous: string;
  hash: string;
}

interface CopyKeysTable {
  key: number;
  document_id: string;
}

interface CopyLinksTable {
  /** The one compared later. */
  document_id: string;
  other_id: string;
  kind: CopyLink['kind'];
  resemblance: number;
  passages: Json<CopyLink['passages']>;
}

interface ComparedTable {
  document_id: string;
}

interface MigrationsTable {
  version: number;
  name: string;
  tool: string;
  applied_at: Generated<Date>;
}

export interface Tables {
  documents: DocumentsTable;
  captures: CapturesTable;
  containers: ContainersTable;
  copy_keys: CopyKeysTable;
  copy_links: CopyLinksTable;
  compared: ComparedTable;
  readings: ReadingsTable;
  cases: CasesTable;
  case_documents: CaseDocumentsTable;
  judgements: JudgementsTable;
  audit: AuditTable;
  migrations: MigrationsTable;
}
