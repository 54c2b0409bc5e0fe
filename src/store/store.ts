import type { Kysely, Transaction } from 'kysely';
import type {
  Capture,
  CaseFile,
  CopyLink,
  Document,
  DocumentSummary,
  Judgement,
  Reading,
} from '../model/index.ts';
import { type CaseCounts, caseById, caseExists, caseList, putCase, type StoredCase } from './cases.ts';
import { type Change, change } from './change.ts';
import { type Comparison, compareDocument, copiesOf, documentsToCompare } from './copies.ts';
import { type DocumentFilter, documentPage, type PageOf, summariesOf } from './document-pages.ts';
import { addDocument, capturesOf, documentById, documentSummaries, type NewCapture } from './documents.ts';
import type { Journal } from './journal.ts';
import { newestJudgements, recordJudgements } from './judgements.ts';
import type { Originals } from './originals.ts';
import {
  documentsToRead,
  documentsWithReadings,
  type ReadDocument,
  readingOf,
  saveReading,
} from './readings.ts';
import { caseNotFound, documentNotFound, guarded, guardedEach } from './refusals.ts';
import { currentRevision, type Revision } from './revision.ts';
import { type SearchHits, searchCase } from './search.ts';
import type { Tables } from './tables.ts';
import { type Problem, problems } from './verify.ts';

/** What a store is made of. */
export interface StoreParts {
  db: Kysely<Tables>;
  originals: Originals;
  /** null with a server, whose own durability serves. */
  journal: Journal | null;
  /** Version of this Proviso, for the audit log. */
  tool: string;
  notices: readonly string[];
  /** Closes everything that opening opened. */
  closeAll: () => Promise<void>;
}

/**
 * Everything Proviso keeps. Methods that change something do so wholly or not at all, and leave an entry
 * in the audit log. A failure of the database or the disk is thrown as PROVISO_FAILED, in one short line.
 */
export class Store {
  /** What had to be repaired at opening, in plain sentences for the person. */
  readonly notices: readonly string[];
  readonly #db: Kysely<Tables>;
  readonly #parts: StoreParts;
  #closing: Promise<void> | null = null;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#db = parts.db;
    this.notices = parts.notices;
  }

  /**
   * Keeps the bytes, then the document with its capture and its place in the case (null: in no case).
   * `known`: the same bytes were there already; what the earlier document did not say of its publisher,
   * date and URL is filled in. Throws PROVISO_CASE_NOT_FOUND.
   */
  addDocument(
    collected: {
      bytes: Uint8Array;
      document: Document;
      /** The file it was taken out of, where that is kept whole beside it. */
      heldIn?: { sha256: string; bytes: Uint8Array } | null;
    },
    capture: NewCapture,
    caseId: string | null,
  ): Promise<'new' | 'known'> {
    return guarded('keep the document', async () => {
      if (caseId !== null) await this.#requireCase(caseId);
      const { originals } = this.#parts;
      const sha256 = await originals.keep(collected.bytes);
      if (sha256 !== collected.document.sha256) throw new Error('the document was made of other bytes');
      const { heldIn = null } = collected;
      if (heldIn) await originals.keep(heldIn.bytes);
      const container = heldIn && { sha256: heldIn.sha256, byteLength: heldIn.bytes.length };
      return this.#change((trx) => addDocument(trx, collected.document, capture, caseId, container));
    });
  }

  /** The document with its text; null when there is none of that id. */
  document(id: string): Promise<Document | null> {
    return guarded('read a document', () => documentById(this.#db, id));
  }

  /** The case's documents without their texts, by publication date, undated ones last. */
  documents(caseId: string): Promise<DocumentSummary[]> {
    return guarded('list the documents', () => documentSummaries(this.#db, caseId));
  }

  /** Whence and when the document was collected, earliest first. */
  captures(documentId: string): Promise<Capture[]> {
    return guarded('read the captures', () => capturesOf(this.#db, documentId));
  }

  /** The bytes as collected. Throws PROVISO_DOCUMENT_NOT_FOUND, or PROVISO_ORIGINAL_DAMAGED. */
  original(documentId: string): Promise<Uint8Array> {
    return guarded('read an original', async () => {
      const document = await documentById(this.#db, documentId);
      if (!document) throw documentNotFound(documentId);
      return this.#parts.originals.read(document.sha256);
    });
  }

  /** Ids of all documents in the store that have not been compared with the others yet. */
  documentsToCompare(): Promise<string[]> {
    return guarded('list what is to be compared', () => documentsToCompare(this.#db));
  }

  /** Compares a document with those compared before it, and keeps and returns its links to copies of it. */
  compareDocument(id: string, comparison: Comparison): Promise<CopyLink[]> {
    return guarded('compare a document', () =>
      this.#db.transaction().execute((trx) => compareDocument(trx, id, comparison)),
    );
  }

  /** The documents that are copies of this one or share long passages with it, most alike first. */
  copies(documentId: string): Promise<CopyLink[]> {
    return guarded('read the copies', () => copiesOf(this.#db, documentId));
  }

  /** Keeps the reading in place of any earlier one. Throws PROVISO_DOCUMENT_NOT_FOUND. */
  saveReading(documentId: string, reading: Reading): Promise<void> {
    return guarded('keep a reading', async () => {
      if (!(await saveReading(this.#db, documentId, reading))) throw documentNotFound(documentId);
    });
  }

  /** null when the document has not been read, or is not there. */
  readingOf(documentId: string): Promise<Reading | null> {
    return guarded('read a reading', () => readingOf(this.#db, documentId));
  }

  /**
   * Ids of the documents that this version of this reader has not read; of the whole store without `caseId`. With
   * `languages` only those in one of them, and those whose language is not known.
   */
  documentsToRead(
    reader: Reading['reader'],
    caseId: string | null = null,
    languages: readonly string[] | null = null,
  ): Promise<string[]> {
    return guarded('list what is to be read', () => documentsToRead(this.#db, reader, caseId, languages));
  }

  /** Every document of the case with its reading, in order of id; a page at a time in memory. */
  documentsWithReadings(caseId: string): AsyncGenerator<ReadDocument> {
    return guardedEach('read the readings', documentsWithReadings(this.#db, caseId));
  }

  /** Keeps the case in place of any earlier one of its id; its documents and judgements stay. */
  putCase(file: CaseFile, source: string): Promise<'new' | 'replaced' | 'unchanged'> {
    return guarded('keep the case', () => this.#change((trx) => putCase(trx, file, source)));
  }

  /** Throws PROVISO_CASE_NOT_FOUND. */
  caseById(id: string): Promise<StoredCase> {
    return guarded('read a case', async () => {
      const stored = await caseById(this.#db, id);
      if (!stored) throw caseNotFound(id);
      return stored;
    });
  }

  /** All cases by title, with how many documents and commitments they have. */
  cases(): Promise<CaseCounts[]> {
    return guarded('list the cases', () => caseList(this.#db));
  }

  /**
   * Returns once the judgement is safe; the same one again changes nothing. If the database fails after
   * the journal was written, the next opening completes it. Throws PROVISO_CASE_NOT_FOUND.
   */
  addJudgement(judgement: Judgement): Promise<void> {
    return guarded('keep the judgement', async () => {
      await this.#requireCase(judgement.caseId);
      await this.#parts.journal?.append(judgement);
      await recordJudgements(this.#db, this.#parts.tool, [judgement], 'judgement.added');
    });
  }

  /** The judgement that holds for each piece of evidence: the newest one. */
  judgements(caseId: string): Promise<Judgement[]> {
    return guarded('read the judgements', () => newestJudgements(this.#db, caseId));
  }

  /** A page of the case's documents that match, best first; see `SearchHit` for the marks in excerpts. */
  search(
    caseId: string,
    query: string,
    page: PageOf = { offset: 0, limit: 20 },
    filter: DocumentFilter = {},
  ): Promise<SearchHits> {
    return guarded('search', () => searchCase(this.#db, caseId, query, page, filter));
  }

  /** A page of the case's documents that pass, without their texts, newest first, undated ones last. */
  documentPage(
    caseId: string,
    filter: DocumentFilter,
    page: PageOf,
  ): Promise<{ total: number; documents: DocumentSummary[] }> {
    return guarded('list the documents', () => documentPage(this.#db, caseId, filter, page));
  }

  /** The documents of those ids, without their texts. */
  summaries(ids: readonly string[]): Promise<DocumentSummary[]> {
    return guarded('list the documents', () => summariesOf(this.#db, ids));
  }

  /** What tells whether anything has changed that findings follow from. */
  revision(): Promise<Revision> {
    return guarded('tell what is new', () => currentRevision(this.#db));
  }

  /** Re-hashes every original and re-checks the audit log; yields what does not hold. */
  verify(): AsyncGenerator<Problem> {
    return guardedEach('be verified', problems(this.#db, this.#parts.originals, this.#parts.journal));
  }

  /** Closes the database and gives the folder free; may be called more than once. */
  close(): Promise<void> {
    this.#closing ??= this.#parts.closeAll();
    return this.#closing;
  }

  async #requireCase(id: string): Promise<void> {
    if (!(await caseExists(this.#db, id))) throw caseNotFound(id);
  }

  #change<T>(work: (trx: Transaction<Tables>) => Promise<Change<T>>): Promise<T> {
    return change(this.#db, this.#parts.tool, work);
  }
}
