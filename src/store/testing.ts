import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  CaseFile,
  type Correction,
  type Decision,
  type Document,
  type Judgement,
  type Reading,
  unreadReading,
} from '../model/index.ts';
import { connectEmbedded, connectServer } from './connection.ts';
import type { NewCapture } from './documents.ts';
import type { NewDraft } from './drafts.ts';
import { exists } from './files.ts';
import { Journal } from './journal.ts';
import { partsOver } from './open.ts';
import { sha256Of } from './originals.ts';
import type { StoreParts } from './parts.ts';

/**
 * For tests: a new folder with an empty database in it, to open a store in and to delete afterwards.
 * Making a database takes seconds, so one is made for all tests of this machine, and copied.
 */
export async function temporaryStoreFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-store-'));
  await cp(await emptyDatabase(), join(folder, 'database'), { recursive: true });
  return folder;
}

const server = process.env.PROVISO_TEST_DATABASE_URL;

/** The kinds of database that a store is tested on; `address`: of a server, where there is one. */
export const storeKinds = [
  { kind: 'embedded', address: undefined },
  ...(server ? [{ kind: 'server', address: server }] : []),
];

/** A schema of its own in the server's database, and a name of its own for connections, so that test runs do not meet. */
export async function ownSchema(databaseUrl: string): Promise<string> {
  const schema = `proviso_test_${randomUUID().slice(0, 8)}`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`create schema ${schema}`);
  await client.end();
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${schema}`);
  url.searchParams.set('application_name', schema);
  return url.href;
}

/** What a store is made of, to do it harm: without its lock, closed by `closeAll`. */
export async function openParts(dir: string, databaseUrl: string | undefined): Promise<StoreParts> {
  const journal = databaseUrl ? null : await Journal.open(join(dir, 'journal.jsonl'));
  const connection = await (databaseUrl ? connectServer(databaseUrl) : connectEmbedded(dir));
  const closeAll = async () => {
    await connection.close().catch(() => {});
    await journal?.close();
  };
  return partsOver(connection, dir, {
    journal,
    queue: null,
    tool: '0.1.0',
    announce: async () => {},
    closeAll,
  });
}

/** How a report came from a file. */
export const capture: NewCapture = {
  source: 'report.txt',
  collectedAt: '2026-01-02T03:04:05.678Z',
  collector: 'me',
  tool: 'proviso 0.1.0',
  url: null,
  takenAt: null,
  headers: null,
  container: null,
  fetched: null,
};

/** A database of one version of PGlite may not open with another. */
const { version } = JSON.parse(
  readFileSync(new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url), 'utf8'),
);
const shared = join(tmpdir(), `proviso-empty-database-${version}`);

async function emptyDatabase(): Promise<string> {
  if (!(await exists(shared))) {
    const own = await mkdtemp(`${shared}-`);
    const { close } = await connectEmbedded(own);
    await close();
    // Another test run may have been quicker; its database is as good.
    await rename(join(own, 'database'), shared).catch(() => {});
    await rm(own, { recursive: true });
  }
  return shared;
}

/** A correction of a report's title, with the given parts. */
export const correctionOf = (documentId: string, parts: Partial<Correction> = {}): Correction => ({
  id: randomUUID(),
  documentId,
  field: 'title',
  value: 'As printed',
  previous: 'A report',
  reason: 'Its imprint says so.',
  by: 'A. Monitor',
  at: '2026-01-02T03:04:05.678Z',
  ...parts,
});

/** A case in the making, of an agreement that is the report. */
export const draftOf = ({
  bytes,
  document,
}: ReturnType<typeof reportOf>): NewDraft & { bytes: Uint8Array } => ({
  bytes,
  id: randomUUID(),
  source: { name: 'pact.txt', mediaType: 'text/plain', sha256: document.sha256 },
  facts: { title: 'A Pact', signed: null },
  text: document.text,
  work: null,
  madeAt: '2026-01-02T03:04:05.678Z',
});

/** A judgement with the given parts; the rest are plausible. */
export const judgementOf = (parts: Partial<Judgement> = {}): Judgement => ({
  id: randomUUID(),
  caseId: 'border-accord',
  evidenceId: 'ev-1',
  verdict: 'accepted',
  reason: 'The report names its witness.',
  by: 'A. Monitor',
  at: '2026-01-02T03:04:05.678Z',
  anchor: {
    documentSha256: 'ab'.repeat(32),
    span: [3, 9],
    words: 'denied',
    commitment: 'c-1',
    kind: 'conduct',
  },
  ...parts,
});

/** A decision with the given parts; the rest are plausible. */
export const decisionOf = (parts: Partial<Omit<Decision, 'kind' | 'value'>> = {}): Decision => ({
  id: randomUUID(),
  caseId: 'border-accord',
  kind: 'grade',
  subject: 'source:monitors',
  value: 'B',
  reason: 'Two of its reports were checked.',
  by: 'A. Monitor',
  at: '2026-01-02T03:04:05.678Z',
  ...parts,
});

/** A report with the given text and parts, as collecting it would give it. */
export function reportOf(
  text: string,
  parts: Partial<Document> = {},
): { bytes: Uint8Array; document: Document } {
  const bytes = new TextEncoder().encode(text);
  const sha256 = sha256Of(bytes);
  const document: Document = {
    id: sha256.slice(0, 16),
    sha256,
    mediaType: 'text/plain',
    byteLength: bytes.length,
    title: 'A report',
    titleFrom: null,
    author: null,
    publisher: null,
    publisherFrom: null,
    agency: null,
    published: null,
    publishedFrom: null,
    url: null,
    kind: 'original',
    text,
    language: null,
    guessedCharset: null,
    pages: null,
    segments: null,
    account: null,
    incomplete: null,
    ...parts,
  };
  return { bytes, document };
}

/** A reading of the document that found nothing. */
export const readingFor = (document: Document, version = '1.0.0'): Reading => ({
  ...unreadReading(document),
  reader: { name: 'test-reader', version },
  sentences: [{ span: [0, document.text.length] }],
});

/** A small case of the given id. */
export const caseOf = (id: string, title = `Case ${id}`): CaseFile =>
  CaseFile.parse({
    id,
    title,
    signed: '2020-02-29',
    parties: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ],
    commitments: [
      {
        id: 'c-1',
        debtor: 'a',
        creditor: 'b',
        kind: 'obligation',
        requires: 'A leaves.',
        window: { from: '2020-02-29' },
      },
    ],
  });
