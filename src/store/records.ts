import { type Kysely, sql } from 'kysely';
import { canonicalJson } from './canonical-json.ts';
import { sha256Of } from './originals.ts';
import type { Tables } from './tables.ts';

interface RecordKind {
  table: keyof Tables;
  /** What tells one row from the others. */
  key: readonly string[];
  /** What the audit log vouches for; a column that is added later is null in older rows, and null is left out. */
  columns: readonly string[];
  /** What people call a row. */
  name: string;
  /** Rows that are in memory at once. */
  page: number;
}

/** Texts and readings are long. */
const few = 50;
const many = 1000;

/**
 * Everything that findings follow from, by kind. Of each row the audit log has a digest, made when the row was written:
 * `verify` finds what was changed, forged or removed behind Proviso's back.
 */
export const recorded = {
  document: {
    table: 'documents',
    key: ['id'],
    columns: [
      'id',
      'sha256',
      'media_type',
      'byte_length',
      'title',
      'author',
      'language',
      'publisher',
      'published',
      'published_from',
      'url',
      'kind',
      'text',
      'pages',
      'title_from',
      'publisher_from',
      'agency',
      'segments',
      'account',
      'incomplete',
      'guessed_charset',
    ],
    name: 'Document',
    page: few,
  },
  capture: {
    table: 'captures',
    key: ['seq'],
    columns: [
      'seq',
      'document_id',
      'source',
      'collected_at',
      'collector',
      'tool',
      'url',
      'taken_at',
      'headers',
      'container',
      'sha256',
      'fetched',
    ],
    name: 'Capture',
    page: many,
  },
  container: {
    table: 'containers',
    key: ['sha256'],
    columns: ['sha256', 'byte_length'],
    name: 'Feed',
    page: many,
  },
  revision: {
    table: 'revisions',
    key: ['seq'],
    columns: ['seq', 'later_id', 'earlier_id', 'source', 'at', 'changes', 'standing'],
    name: 'Page change',
    page: few,
  },
  link: {
    table: 'case_documents',
    key: ['case_id', 'document_id'],
    columns: ['case_id', 'document_id'],
    name: 'Place of a document in its case',
    page: many,
  },
  reading: {
    table: 'readings',
    key: ['document_id'],
    columns: ['document_id', 'reader_name', 'reader_version', 'reading', 'unreadable'],
    name: 'Reading of document',
    page: few,
  },
  case: {
    table: 'cases',
    key: ['id'],
    columns: ['id', 'file', 'source', 'imported_at'],
    name: 'Case',
    page: few,
  },
  agreement: {
    table: 'agreements',
    key: ['case_id'],
    columns: ['case_id', 'source', 'text'],
    name: 'Agreement of case',
    page: few,
  },
  judgement: {
    table: 'judgements',
    key: ['id'],
    columns: ['id', 'case_id', 'evidence_id', 'verdict', 'reason', 'by', 'at', 'anchor', 'seq'],
    name: 'Verdict',
    page: many,
  },
  decision: {
    table: 'decisions',
    key: ['id'],
    columns: ['id', 'case_id', 'kind', 'subject', 'value', 'reason', 'by', 'at', 'seq'],
    name: 'Decision',
    page: many,
  },
  claim: {
    table: 'entered_claims',
    key: ['id'],
    columns: ['id', 'case_id', 'document_id', 'entry', 'by', 'at', 'seq'],
    name: 'Entered claim',
    page: many,
  },
  correction: {
    table: 'corrections',
    key: ['id'],
    columns: ['id', 'document_id', 'field', 'value', 'previous', 'reason', 'by', 'at', 'seq'],
    name: 'Correction',
    page: many,
  },
  withdrawal: {
    table: 'withdrawals',
    key: ['claim_id'],
    columns: ['claim_id', 'reason', 'by', 'at'],
    name: 'Withdrawal of claim',
    page: many,
  },
  tombstone: {
    table: 'tombstones',
    key: ['document_id'],
    columns: ['document_id', 'sha256', 'text_sha256', 'cases', 'at', 'by', 'reason', 'removed'],
    name: 'Tombstone of document',
    page: many,
  },
  copy: {
    table: 'copy_links',
    key: ['document_id', 'other_id'],
    columns: ['document_id', 'other_id', 'kind', 'resemblance', 'passages'],
    name: 'Link between copies',
    page: many,
  },
  matches: {
    table: 'matches',
    key: ['case_id', 'document_id'],
    columns: ['case_id', 'document_id', 'key', 'matched'],
    name: 'What was matched in',
    page: few,
  },
  answer: {
    table: 'model_answers',
    key: ['case_id', 'hash'],
    columns: ['case_id', 'hash', 'model', 'prompt', 'answer', 'thrown_away', 'tokens', 'by', 'at'],
    name: 'Answer of a language model',
    page: many,
  },
  translation: {
    table: 'translations',
    key: ['document_id', 'hash'],
    columns: [
      'document_id',
      'hash',
      'text',
      'sentences',
      'from_language',
      'into_language',
      'tool',
      'model',
      'prompt',
      'by',
      'at',
    ],
    name: 'Translation of document',
    page: few,
  },
  entry: {
    table: 'registry_entries',
    key: ['registry', 'id'],
    columns: ['registry', 'id', 'entry'],
    name: 'Registry entry',
    page: many,
  },
  history: {
    table: 'received_history',
    key: ['case_id', 'place'],
    columns: ['case_id', 'place', 'entry'],
    name: 'Entry of another audit log',
    page: many,
  },
} as const satisfies Record<string, RecordKind>;
export type RecordedKind = keyof typeof recorded;
export const recordedKinds = Object.keys(recorded) as RecordedKind[];

/** The digests of rows written, by `kind:key`; null for a row that was removed. */
export type Records = Readonly<Record<string, string | null>>;

/** A row of a kind, of which the digest hangs on `columns` alone. */
type Row = Readonly<Record<string, unknown>>;

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Words may have to be taken down, and are checked against the text itself. */
const withoutWords = (kind: RecordedKind, row: Row): Row => {
  if (kind !== 'judgement') return row;
  const { words: _, ...anchor } = row.anchor as Row;
  return { ...row, anchor };
};

/** The SHA-256 of a row's content as the database gives it back, whatever the order of its keys. */
export function digestOf(kind: RecordedKind, row: Row): string {
  const content = recorded[kind].columns.flatMap((column) => {
    const value = withoutWords(kind, row)[column];
    return value === null || value === undefined ? [] : [[column, value]];
  });
  return sha256Of(canonicalJson(plain(Object.fromEntries(content))));
}

export const keyOf = (kind: RecordedKind, row: Row): string =>
  `${kind}:${recorded[kind].key.map((column) => row[column]).join('/')}`;

/** The digests of rows of one kind. */
export const recordsOf = (kind: RecordedKind, rows: readonly object[]): Records =>
  Object.fromEntries((rows as Row[]).map((row) => [keyOf(kind, row), digestOf(kind, row)]));

/** That rows of one kind were removed. */
export const removedOf = (kind: RecordedKind, rows: readonly object[]): Records =>
  Object.fromEntries((rows as Row[]).map((row) => [keyOf(kind, row), null]));

/** Every row of a kind, by key, read a page at a time. */
export async function* rowsOf(db: Kysely<Tables>, kind: RecordedKind): AsyncGenerator<Row> {
  const { table, key, columns, page }: RecordKind = recorded[kind];
  const keys = sql.join(key.map((column) => sql.ref(column)));
  for (let last: Row | undefined; ; ) {
    const after = last && sql.join(key.map((column) => (last as Row)[column]));
    const { rows } = await sql<Row>`
      select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
      ${after ? sql`where (${keys}) > (${after})` : sql``}
      order by ${keys} limit ${page}`.execute(db);
    yield* rows;
    last = rows.at(-1);
    if (!last) return;
  }
}
