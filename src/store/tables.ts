import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type {
  Account,
  AgreementFacts,
  AgreementSource,
  Capture,
  CaseFile,
  ClaimEntry,
  CopyLink,
  Correction,
  Decision,
  Document,
  DocumentMatches,
  DraftWork,
  EntityType,
  Fetched,
  HistoryEntry,
  Judgement,
  ModelAnswer,
  Page,
  Reading,
  RegistryEntry,
  Revision,
  SaidBy,
  Segment,
  Status,
  TextChange,
  Translation,
  Verdict,
  VisitFailure,
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
  published_from: NullableJson<SaidBy>;
  url: string | null;
  kind: Document['kind'];
  text: string;
  pages: NullableJson<Page[]>;
  title_from: NullableJson<SaidBy>;
  publisher_from: NullableJson<SaidBy>;
  agency: string | null;
  segments: NullableJson<Segment[]>;
  account: NullableJson<Account>;
  incomplete: string | null;
  guessed_charset: string | null;
  /** Generated from title and text: never written, and matched in SQL only. */
  search: ColumnType<string, never, never>;
}

export interface CapturesTable {
  document_id: string;
  source: string;
  collected_at: Instant;
  collector: string;
  tool: string;
  url: string | null;
  taken_at: string | null;
  headers: NullableJson<NonNullable<Capture['headers']>>;
  container: string | null;
  sha256: string;
  fetched: NullableJson<Fetched>;
  /** Order of arrival. */
  seq: Generated<string>;
}

/** A page taken again with another text. */
export interface RevisionsTable {
  later_id: string;
  earlier_id: string;
  source: string;
  at: Instant;
  changes: Json<TextChange[]>;
  /** Whether the later text stands for the page; `waiting` until a person has looked. */
  standing: Revision['standing'];
  seq: Generated<string>;
}

/** What people put right on documents. */
export interface CorrectionsTable {
  id: string;
  document_id: string;
  field: Correction['field'];
  value: string | null;
  previous: string | null;
  reason: string;
  by: string;
  at: Instant;
  /** Order of arrival. */
  seq: Generated<string>;
}

/** What is left of documents that were taken down. */
export interface TombstonesTable {
  document_id: string;
  sha256: string;
  text_sha256: string;
  cases: Json<string[]>;
  at: Instant;
  by: string;
  reason: string;
  removed: Json<string[]>;
}

export interface EnteredClaimsTable {
  id: string;
  case_id: string;
  document_id: string;
  words: string;
  entry: Json<ClaimEntry>;
  by: string;
  at: Instant;
  /** Order of arrival. */
  seq: Generated<string>;
}

/** Entered claims that were taken back. */
export interface WithdrawalsTable {
  claim_id: string;
  reason: string;
  by: string;
  at: Instant;
}

/** Addresses that were fetched for a case; the watched ones are fetched again. */
interface VisitsTable {
  case_id: string;
  url: string;
  etag: string | null;
  last_modified: string | null;
  checked_at: ColumnType<Date, Date | string, Date | string>;
  watched: boolean;
  first_at: ColumnType<Date, Date | string, never>;
  mark: string | null;
  tried_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  failures: NullableJson<VisitFailure[]>;
  paused: Generated<boolean>;
}

/** Which documents came by which address. */
interface BroughtTable {
  case_id: string;
  url: string;
  document_id: string;
  at: Instant;
}

/** Who judges here. */
interface PeopleTable {
  name: string;
  first_at: Instant;
}

/** When a person last looked at what is new in a case, and where its commitments stood then. */
interface LooksTable {
  case_id: string;
  person: string;
  at: ColumnType<Date, Date | string, Date | string>;
  statuses: Json<Record<string, Status>>;
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
  unreadable: Generated<boolean>;
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

export interface JudgementsTable {
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

export interface DecisionsTable {
  id: string;
  case_id: string;
  kind: Decision['kind'];
  subject: string;
  /** In an object, since not every driver takes a bare string as `jsonb`; null takes earlier ones back. */
  value: NullableJson<{ value: Decision['value'] }>;
  reason: string;
  by: string;
  at: Instant;
  /** Order of arrival. */
  seq: Generated<string>;
}

interface MatchesTable {
  case_id: string;
  document_id: string;
  /** Of all that matching hangs on beside the document. */
  key: string;
  matched: Json<DocumentMatches>;
}

export interface ModelAnswersTable {
  case_id: string;
  hash: string;
  model: string;
  prompt: string;
  answer: Json<NonNullable<ModelAnswer['answer']>> | null;
  thrown_away: string | null;
  tokens: Json<NonNullable<ModelAnswer['tokens']>> | null;
  by: string;
  at: Instant;
}

export interface TranslationsTable {
  document_id: string;
  hash: string;
  text: string;
  /** Spans of the original and of this text. */
  sentences: Json<Translation['sentences']>;
  from_language: string;
  into_language: string;
  tool: Translation['tool'];
  model: string;
  prompt: string | null;
  by: string;
  at: Instant;
  /** Generated from the text: never written, and matched in SQL only. */
  search: ColumnType<string, never, never>;
}

interface DocumentNamesTable {
  case_id: string;
  document_id: string;
  key: string;
  name: string;
  /** The name folded, for looking it up. */
  folded: string;
  type: EntityType;
  /** Keys of what it belongs to, itself left out. */
  bodies: string[];
  acts: number;
  undergoes: number;
  speaks: number;
}

interface DocumentLinksTable {
  case_id: string;
  document_id: string;
  from_key: string;
  to_key: string;
  /** The predicate's; `?` where it has none. */
  type: string;
  claims: number;
}

interface RegistryEntriesTable {
  registry: string;
  id: string;
  entry: Json<RegistryEntry>;
}

/** Cases in the making. */
interface DraftsTable {
  id: string;
  revision: number;
  source: Json<AgreementSource>;
  facts: Json<AgreementFacts>;
  text: string;
  work: NullableJson<DraftWork>;
  made_at: Instant;
  changed_at: ColumnType<Date, Date | string, Date | string>;
}

/** The texts that cases were made from. */
interface AgreementsTable {
  case_id: string;
  source: Json<AgreementSource>;
  text: string;
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

/** Entries of other stores' audit logs on a case that came from there, in order. */
interface ReceivedHistoryTable {
  case_id: string;
  place: number;
  entry: Json<HistoryEntry>;
}

interface CopyKeysTable {
  key: number;
  document_id: string;
}

export interface CopyLinksTable {
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

/** Where the originals are; one row. */
export interface OriginalsPlaceTable {
  only_row: Generated<boolean>;
  /** `folder`: of the store; else a path, or `s3://bucket/prefix`. */
  address: string;
  /** What the place is known by; null of the store's own folder. */
  mark: string | null;
  /** The other place of a move that is unfinished, with its mark; null without one. */
  other: string | null;
  other_mark: string | null;
}

interface MigrationsTable {
  version: number;
  name: string;
  tool: string;
  applied_at: Generated<Date>;
}

export interface Tables {
  agreements: AgreementsTable;
  brought: BroughtTable;
  documents: DocumentsTable;
  entered_claims: EnteredClaimsTable;
  captures: CapturesTable;
  containers: ContainersTable;
  copy_keys: CopyKeysTable;
  corrections: CorrectionsTable;
  copy_links: CopyLinksTable;
  compared: ComparedTable;
  readings: ReadingsTable;
  revisions: RevisionsTable;
  cases: CasesTable;
  case_documents: CaseDocumentsTable;
  judgements: JudgementsTable;
  looks: LooksTable;
  decisions: DecisionsTable;
  drafts: DraftsTable;
  received_history: ReceivedHistoryTable;
  registry_entries: RegistryEntriesTable;
  matches: MatchesTable;
  document_names: DocumentNamesTable;
  model_answers: ModelAnswersTable;
  translations: TranslationsTable;
  document_links: DocumentLinksTable;
  audit: AuditTable;
  migrations: MigrationsTable;
  originals_place: OriginalsPlaceTable;
  people: PeopleTable;
  tombstones: TombstonesTable;
  visits: VisitsTable;
  withdrawals: WithdrawalsTable;
}
