import type { Writable } from 'node:stream';
import type { Kysely, Transaction } from 'kysely';
import type {
  Agreement,
  ArchivedCase,
  Capture,
  CaseFile,
  CopyLink,
  Correction,
  Decision,
  Document,
  DocumentMatches,
  DocumentSummary,
  DraftSummary,
  DraftWork,
  EnteredClaim,
  EntityType,
  Judgement,
  KeptDraft,
  ListedDocument,
  ModelAnswer,
  Reading,
  RegistryEntry,
  Revision,
  SetAside,
  Tombstone,
  Translation,
  VisitFailure,
  WatchedAddress,
  Withdrawal,
} from '../model/index.ts';
import { type Link, newestLink } from './audit.ts';
import { backUp } from './backup.ts';
import { addCapture, addUnchanged, collectedFirst, documentFrom } from './captures.ts';
import { caseContent } from './case-content.ts';
import { leftOfCase, type RemovedCase, removeCase } from './case-removal.ts';
import {
  type CaseCounts,
  caseById,
  caseExists,
  caseList,
  casesOf,
  putCase,
  type StoredCase,
} from './cases.ts';
import {
  type CaseName,
  type CaseNetwork,
  type ClaimPlaces,
  type ClaimsAsked,
  caseName,
  caseNames,
  caseNetwork,
  claimPlaces,
  everyName,
  type NamedInCase,
  namesByKey,
} from './casts.ts';
import { type Change, change } from './change.ts';
import { type Comparison, compareDocument, copiesOf, copiesWithin, documentsToCompare } from './copies.ts';
import { correctionsOf, correctionsWithin } from './corrections.ts';
import { decisionHistory } from './decisions.ts';
import {
  type DocumentFilter,
  documentPage,
  type PageOf,
  publishersOf,
  summariesOf,
} from './document-pages.ts';
import {
  addDocument,
  capturesOf,
  documentById,
  listedDocument,
  listedDocuments,
  type NewCapture,
} from './documents.ts';
import {
  agreementOf,
  draftById,
  draftList,
  insertDraft,
  type NewDraft,
  proposeDraft,
  removeDraft,
  saveDraft,
  settleDraft,
} from './drafts.ts';
import { claimHistory, enteredClaims } from './entered-claims.ts';
import { keep } from './entries.ts';
import type { JobQueue } from './job-queue.ts';
import type { JournalEntry } from './journal.ts';
import { judgementHistory, newestJudgements } from './judgements.ts';
import {
  addPerson,
  documentsSince,
  type Look,
  lookOf,
  people,
  recordLook,
  waitingDocuments,
} from './looks.ts';
import {
  documentsToMatch,
  type FoundInDocument,
  type MatchedDocument,
  MatchedDocuments,
  pairReadings,
  saveMatches,
} from './matches.ts';
import { addModelAnswer, modelAnswers } from './model-answers.ts';
import { type MoveOptions, type MoveStep, moveOriginals } from './move-originals.ts';
import { Originals, originalKey, sha256Of } from './originals.ts';
import { type CurrentPlace, MovedMeanwhile } from './originals-place.ts';
import type { StoreParts } from './parts.ts';
import type { Problem } from './problem.ts';
import {
  documentsToRead,
  documentsWithReadings,
  type ReadDocument,
  readersOf,
  readingCounts,
  readingOf,
  saveReading,
} from './readings.ts';
import { receiveCase } from './receive-case.ts';
import type { ReceivedCase } from './reconcile-case.ts';
import {
  addressUnknown,
  caseNotFound,
  documentNotFound,
  draftNotFound,
  guarded,
  guardedEach,
} from './refusals.ts';
import { putRegistry, registryCounts, registryEntries } from './registries.ts';
import { insertRevision, type NewRevision, revisionsOf } from './revisions.ts';
import { type SearchHits, searchCase } from './search.ts';
import type { ServedStore } from './served-store.ts';
import { setAside, takeUp } from './set-aside.ts';
import { currentState, type StoreState } from './state.ts';
import { refreshStatistics } from './statistics.ts';
import type { Tables } from './tables.ts';
import {
  leftOf,
  refuseTakenDown,
  takeDown,
  tombstoneFor,
  tombstoneOf,
  tombstones,
  vacuum,
} from './takedowns.ts';
import { addTranslation } from './translations.ts';
import { problems } from './verify.ts';
import {
  broughtBy,
  forgetVisit,
  type KeptVisit,
  passingVisits,
  pauseVisit,
  recordAttempt,
  recordBrought,
  recordVisit,
  type Visit,
  visitOf,
  watchedAddresses,
  watchedVisits,
} from './visits.ts';

/**
 * Everything Proviso keeps. Methods that change something do so wholly or not at all, and leave an entry
 * in the audit log. A failure of the database or the disk is thrown as PROVISO_FAILED, in one short line.
 */
export class Store {
  /** What had to be repaired or left out at opening, in plain sentences for the person. */
  readonly notices: readonly string[];
  /** Jobs that processes on the same server share; null where this one has the store to itself. */
  readonly queue: JobQueue | null;
  readonly #db: Kysely<Tables>;
  readonly #parts: StoreParts;
  readonly #matched: MatchedDocuments;
  #closing: Promise<void> | null = null;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#db = parts.ledger.db;
    this.#matched = new MatchedDocuments(this.#db);
    this.notices = parts.notices;
    this.queue = parts.queue;
  }

  /**
   * Keeps the bytes, then the document with its capture and its place in the case (null: in no case).
   * `known`: the same bytes were there already; what the earlier document did not say of its publisher,
   * date and URL is filled in. `revision`: the text before, where the same address had another one.
   * Throws PROVISO_CASE_NOT_FOUND or PROVISO_TAKEN_DOWN.
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
    revision: NewRevision | null = null,
  ): Promise<'new' | 'known'> {
    return guarded('keep the document', async () => {
      if (caseId !== null) await this.#requireCase(caseId);
      await refuseTakenDown(this.#db, collected.document);
      const { bytes, heldIn = null } = collected;
      if (sha256Of(bytes) !== collected.document.sha256)
        throw new Error('the document was made of other bytes');
      const container = heldIn && { sha256: heldIn.sha256, byteLength: heldIn.bytes.length };
      return this.#keeping(heldIn ? [bytes, heldIn.bytes] : [bytes], async (trx) => {
        const added = await addDocument(trx, collected.document, capture, caseId, container);
        if (!revision) return added;
        const revised = await insertRevision(trx, collected.document.id, capture, revision);
        return { ...added, events: [...added.events, ...revised] };
      });
    });
  }

  /** The document last taken from a source, to which another capture of it belongs; null when there is none. */
  documentFrom(source: string): Promise<Document | null> {
    return guarded('look a source up', () => documentFrom(this.#db, source));
  }

  /** Keeps bytes that hold the same text as a known document, as another capture of it. */
  addCapture(
    documentId: string,
    bytes: Uint8Array,
    capture: NewCapture,
    caseId: string | null,
  ): Promise<void> {
    return guarded('keep a capture', async () => {
      const sha256 = sha256Of(bytes);
      return this.#keeping([bytes], (trx) => addCapture(trx, documentId, sha256, capture, caseId));
    });
  }

  /**
   * Keeps that a source was found unchanged, as a capture of the document last taken from it. Returns that document's
   * id; null when there is none, as with a feed.
   */
  addUnchanged(capture: NewCapture, caseId: string | null): Promise<string | null> {
    return guarded('keep a capture', () => this.#change((trx) => addUnchanged(trx, capture, caseId)));
  }

  /** What changed in pages that were taken again: the changes to the document and away from it, in order. */
  revisions(documentId: string): Promise<Revision[]> {
    return guarded('read the changes', () => revisionsOf(this.#db, documentId));
  }

  /** Keeps when an address was fetched for a case, and what to ask with for changes. */
  recordVisit(caseId: string, visit: Visit): Promise<void> {
    return guarded('keep a visit', () =>
      this.#db.transaction().execute((trx) => recordVisit(trx, caseId, visit)),
    );
  }

  /** null for an address that was not fetched for this case. */
  visit(caseId: string, url: string): Promise<KeptVisit | null> {
    return guarded('read a visit', () => visitOf(this.#db, caseId, url));
  }

  /** The addresses of a case that are fetched again, in order. */
  watched(caseId: string): Promise<KeptVisit[]> {
    return guarded('list what is watched', () => watchedVisits(this.#db, caseId));
  }

  /** Keeps how asking an address of a case went, beside its last visit; nothing for an address never fetched. */
  recordAttempt(caseId: string, url: string, failures: readonly VisitFailure[]): Promise<void> {
    return guarded('keep a visit', () => recordAttempt(this.#db, caseId, url, failures));
  }

  /** Keeps by which address of the case a document came. */
  recordBrought(caseId: string, url: string, documentId: string): Promise<void> {
    return guarded('keep a visit', () => recordBrought(this.#db, caseId, url, documentId));
  }

  /** What is fetched again for a case, paused or not, with what it brought and what went wrong. */
  watchedAddresses(caseId: string): Promise<WatchedAddress[]> {
    return guarded('list what is watched', () => watchedAddresses(this.#db, caseId));
  }

  /** Which documents of a case came by which of its addresses. */
  broughtBy(caseId: string): Promise<{ url: string; documentId: string }[]> {
    return guarded('list what was brought', () => broughtBy(this.#db, caseId));
  }

  /** Lets an address rest, or asks it again from now on. Throws PROVISO_ADDRESS_UNKNOWN. */
  pause(caseId: string, url: string, paused: boolean): Promise<void> {
    return guarded('change what is watched', async () => {
      if (!(await pauseVisit(this.#db, caseId, url, paused))) throw addressUnknown(url);
    });
  }

  /** An address is fetched no more; what it brought stays. Throws PROVISO_ADDRESS_UNKNOWN. */
  unwatch(caseId: string, url: string): Promise<void> {
    return guarded('change what is watched', async () => {
      if (!(await forgetVisit(this.#db, caseId, url))) throw addressUnknown(url);
    });
  }

  /** The names of those who judge here, in order. */
  people(): Promise<string[]> {
    return guarded('read the names of people', () => people(this.#db));
  }

  addPerson(name: string): Promise<void> {
    return guarded('keep a name', () => addPerson(this.#db, name));
  }

  /** When a person last looked at what is new in a case, and what stood there then; null: not yet. */
  look(caseId: string, person: string): Promise<Look | null> {
    return guarded('read what was seen', () => lookOf(this.#db, caseId, person));
  }

  recordLook(caseId: string, person: string, look: Look): Promise<void> {
    return guarded('keep what was seen', () => recordLook(this.#db, caseId, person, look));
  }

  /** Ids of the documents of a case that were first taken after a time (ISO 8601), the newest first. */
  documentsSince(caseId: string, since: string): Promise<string[]> {
    return guarded('list what is new', () => documentsSince(this.#db, caseId, since));
  }

  /** Ids of the texts of a case of which a person has yet to say whether they replace the one before. */
  waitingDocuments(caseId: string): Promise<string[]> {
    return guarded('list what waits', () => waitingDocuments(this.#db, caseId));
  }

  /** The addresses of a case that feeds named, and that were first fetched since a time (ISO 8601), in order. */
  passing(caseId: string, since: string): Promise<KeptVisit[]> {
    return guarded('list what feeds named', () => passingVisits(this.#db, caseId, since));
  }

  /**
   * Returns once the corrections are safe; where it throws, none of them counts.
   * Throws PROVISO_DOCUMENT_NOT_FOUND, PROVISO_DECISION_INVALID or PROVISO_DECISION_UNSURE.
   */
  correct(corrections: readonly Correction[]): Promise<void> {
    return guarded('keep the correction', async () => {
      for (const { documentId } of corrections)
        if (!(await documentById(this.#db, documentId))) throw documentNotFound(documentId);
      await this.#keep(corrections.map((correction) => ({ correction })));
    });
  }

  /** What people put right on a document, the newest first. */
  corrections(documentId: string): Promise<Correction[]> {
    return guarded('read the corrections', () => correctionsOf(this.#db, documentId));
  }

  /** The document with its text; null when there is none of that id. */
  document(id: string): Promise<Document | null> {
    return guarded('read a document', () => documentById(this.#db, id));
  }

  /** The case's documents without their texts, by publication date, undated ones last. */
  documents(caseId: string): Promise<ListedDocument[]> {
    return guarded('list the documents', () => listedDocuments(this.#db, caseId));
  }

  /** How a document stands in a case; null when the case has none of that id. */
  listedDocument(caseId: string, id: string): Promise<ListedDocument | null> {
    return guarded('look a document up', () => listedDocument(this.#db, caseId, id));
  }

  /** The instant (ISO 8601) at which each document of a case was first collected, by its id. */
  collectedFirst(caseId: string): Promise<Map<string, string>> {
    return guarded('read when documents were collected', () => collectedFirst(this.#db, caseId));
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
    return guarded('compare a document', () => this.#change((trx) => compareDocument(trx, id, comparison)));
  }

  /** The documents that are copies of this one or share long passages with it, most alike first. */
  copies(documentId: string): Promise<CopyLink[]> {
    return guarded('read the copies', () => copiesOf(this.#db, documentId));
  }

  /** The same for every document of a case that has any, among the documents of the case. */
  copiesWithin(caseId: string): Promise<Map<string, CopyLink[]>> {
    return guarded('read the copies', () => copiesWithin(this.#db, caseId));
  }

  /** Keeps the reading in place of any earlier one. Throws PROVISO_DOCUMENT_NOT_FOUND. */
  saveReading(documentId: string, reading: Reading): Promise<void> {
    return guarded('keep a reading', async () => {
      const isKept = await this.#change((trx) => saveReading(trx, documentId, reading));
      if (!isKept) throw documentNotFound(documentId);
    });
  }

  /** null when the document has not been read, or is not there. */
  readingOf(documentId: string): Promise<Reading | null> {
    return guarded('read a reading', () => readingOf(this.#db, documentId));
  }

  /** Which program read each document of a case, by the document's id; what was not read is not there. */
  readersOf(caseId: string): Promise<Map<string, Reading['reader']>> {
    return guarded('read who read the documents', () => readersOf(this.#db, caseId));
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

  /** Every document that stands in the case (not replaced by a later text of its page) with its reading, by id. */
  documentsWithReadings(caseId: string): AsyncGenerator<ReadDocument> {
    return guardedEach('read the readings', documentsWithReadings(this.#db, caseId));
  }

  /** The documents of a case that are to be matched by this key; see `documentsToMatch`. */
  documentsToMatch(
    caseId: string,
    key: string,
    entered: readonly string[],
    among: readonly string[] | null = null,
  ): Promise<string[]> {
    return guarded('list what is to be matched', () =>
      documentsToMatch(this.#db, caseId, key, entered, among),
    );
  }

  /** The cases that each of the documents is in. */
  casesOf(documentIds: readonly string[]): Promise<{ case: string; document: string }[]> {
    return guarded('look cases up', () => casesOf(this.#db, documentIds));
  }

  /** What was tried often enough, of reading and of matching. */
  setAside(): Promise<SetAside[]> {
    return guarded('list what was set aside', () => setAside(this.#db));
  }

  /** Lets what was set aside be done again, by its id; false when there is none of that id. */
  takeUp(id: string): Promise<boolean> {
    return guarded('take up what was set aside', () => this.#change((trx) => takeUp(trx, id)));
  }

  /** Every document of the case, with what was matched in it by this key; see `saveMatches`. */
  matchedDocuments(caseId: string, key: string): Promise<MatchedDocument[]> {
    return guarded('read what was matched', () => this.#matched.of(caseId, key));
  }

  /** The pair readings kept of documents of a case; see `pairReadings`. */
  pairReadings(
    caseId: string,
    stamp: string,
    documentIds: readonly string[],
  ): Promise<Map<string, DocumentMatches['pairs']>> {
    return guarded('read what was matched', () => pairReadings(this.#db, caseId, stamp, documentIds));
  }

  /** Keeps what was matched in documents of a case, by a key of all that matching hung on; it can be made again. */
  saveMatches(caseId: string, key: string, found: ReadonlyMap<string, FoundInDocument>): Promise<void> {
    return guarded('keep what was matched', () =>
      this.#change((trx) => saveMatches(trx, caseId, key, found)),
    );
  }

  /** A page of the names in the matched documents of a case, those met most often first, and how many there are. */
  names(
    caseId: string,
    asked: { folded?: string; type?: EntityType | undefined },
    page: PageOf,
  ): Promise<{ total: number; names: CaseName[] }> {
    return guarded('list the names', () => caseNames(this.#db, caseId, asked, page));
  }

  /** One name, how it is written, what it belongs to and who belongs to it; null where no matched document has it. */
  name(caseId: string, key: string): Promise<NamedInCase | null> {
    return guarded('look a name up', () => caseName(this.#db, caseId, key));
  }

  /** Every name in the matched documents of a case, in no order. */
  everyName(caseId: string): Promise<Pick<CaseName, 'key' | 'name' | 'type' | 'documents'>[]> {
    return guarded('list the names', () => everyName(this.#db, caseId));
  }

  /** Those of the keys that matched documents of the case name. */
  namesByKey(caseId: string, keys: readonly string[]): Promise<Map<string, CaseName>> {
    return guarded('look names up', () => namesByKey(this.#db, caseId, keys));
  }

  /** Who is said to have done something to whom: the strongest links between those linked most often. */
  network(caseId: string, limits: { nodes: number; edges: number }): Promise<CaseNetwork> {
    return guarded('read the network', () => caseNetwork(this.#db, caseId, limits));
  }

  /** In which documents a page of claims stands. */
  claimPlaces(caseId: string, asked: ClaimsAsked, page: PageOf): Promise<ClaimPlaces> {
    return guarded('find claims', () => claimPlaces(this.#db, caseId, asked, page));
  }

  /** Lets the database see how its tables have grown; it plans its queries by that. Cheap when they have not. */
  refreshStatistics(): Promise<void> {
    return guarded('look at the tables', () => refreshStatistics(this.#db));
  }

  /**
   * Keeps the case in place of any earlier one of its id; its documents and judgements stay. `seen`: the version that was
   * edited. Throws PROVISO_EDIT_CONFLICT where another one is kept by now.
   */
  putCase(file: CaseFile, source: string, seen?: string): Promise<'new' | 'replaced' | 'unchanged'> {
    return guarded('keep the case', () => this.#change((trx) => putCase(trx, file, source, { seen })));
  }

  /**
   * Begins a case in the making: keeps the agreement's bytes, then its text and what was proposed from it.
   * Throws PROVISO_TAKEN_DOWN.
   */
  addDraft(bytes: Uint8Array, draft: NewDraft): Promise<void> {
    return guarded('keep the agreement', async () => {
      await refuseTakenDown(this.#db, { sha256: draft.source.sha256, text: draft.text });
      if (sha256Of(bytes) !== draft.source.sha256) throw new Error('the draft was made of other bytes');
      await this.#keeping([bytes], (trx) => insertDraft(trx, draft));
    });
  }

  /** Throws PROVISO_DRAFT_NOT_FOUND. */
  draft(id: string): Promise<KeptDraft> {
    return guarded('read an unfinished case', async () => {
      const draft = await draftById(this.#db, id);
      if (!draft) throw draftNotFound(id);
      return draft;
    });
  }

  /** The cases in the making, the one changed last first. */
  drafts(): Promise<DraftSummary[]> {
    return guarded('list the unfinished cases', () => draftList(this.#db));
  }

  /** Keeps what a person made of a revision; returns the new one. See `saveDraft`. */
  saveDraft(id: string, revision: number, work: DraftWork): Promise<number> {
    return guarded('keep an unfinished case', () =>
      this.#db.transaction().execute((trx) => saveDraft(trx, id, revision, work)),
    );
  }

  /** Keeps what was proposed from a draft's text, which is the cleaned one from then on. */
  proposeDraft(id: string, text: string, work: DraftWork): Promise<void> {
    return guarded('keep what was proposed', () =>
      this.#db.transaction().execute((trx) => proposeDraft(trx, id, text, work)),
    );
  }

  /** Throws a case in the making away, with the agreement's bytes unless something else needs them. */
  removeDraft(id: string): Promise<void> {
    return guarded('throw an unfinished case away', async () => {
      const { hash } = await this.#change((trx) => removeDraft(trx, id));
      if (hash) await this.#parts.originals.remove(hash);
    });
  }

  /** Keeps the case that a draft has become, with the agreement's text, in the draft's place: all of it or nothing. */
  settleDraft(id: string, file: CaseFile, source: string): Promise<void> {
    return guarded('keep the case', () =>
      this.#change(async (trx) => {
        const { events } = await putCase(trx, file, source);
        const settled = await settleDraft(trx, id, file.id);
        return { result: undefined, events: [...events, ...settled.events] };
      }),
    );
  }

  /** The text that a case was made from; null for a case that came as a file or out of the form. */
  agreement(caseId: string): Promise<Agreement | null> {
    return guarded('read an agreement', () => agreementOf(this.#db, caseId));
  }

  /** Throws PROVISO_CASE_NOT_FOUND. */
  caseById(id: string): Promise<StoredCase> {
    return guarded('read a case', async () => {
      const stored = await caseById(this.#db, id);
      if (!stored) throw caseNotFound(id);
      return stored;
    });
  }

  /**
   * Removes a case with all that people decided in it, from the journal too; its documents stay in the store. `by`: who, for
   * the audit log. Throws PROVISO_CASE_NOT_FOUND.
   */
  removeCase(id: string, by: string): Promise<Omit<RemovedCase, 'hash'>> {
    return guarded('remove the case', async () => {
      const { hash, ...removed } = await this.#change((trx) => removeCase(trx, id, by));
      const { journal, originals } = this.#parts;
      const claims = journal?.of('claim').flatMap((claim) => (claim.caseId === id ? [claim.id] : []));
      await journal?.rewrite(leftOfCase(id, new Set(claims)), []);
      if (hash) await originals.remove(hash);
      return removed;
    });
  }

  /** All cases by title, with how many documents and commitments they have. */
  cases(): Promise<CaseCounts[]> {
    return guarded('list the cases', () => caseList(this.#db));
  }

  /**
   * Returns once the judgement is safe; the same one again changes nothing. Where it throws, the judgement does not count.
   * Throws PROVISO_CASE_NOT_FOUND, PROVISO_DECISION_INVALID or PROVISO_DECISION_UNSURE.
   */
  addJudgement(judgement: Judgement): Promise<void> {
    return this.addJudgements([judgement]);
  }

  /** The same for many: all of them count, or none. */
  addJudgements(judgements: readonly Judgement[]): Promise<void> {
    return guarded('keep the judgement', async () => {
      for (const caseId of new Set(judgements.map((each) => each.caseId))) await this.#requireCase(caseId);
      await this.#keep(judgements.map((judgement) => ({ judgement })));
    });
  }

  /** The judgement that holds for each piece of evidence: the last that came, in the order they came. */
  judgements(caseId: string): Promise<Judgement[]> {
    return guarded('read the judgements', () => newestJudgements(this.#db, caseId));
  }

  /** Every judgement of the case, the last that came first, with the document that its words stand in. */
  judgementHistory(caseId: string): Promise<{ judgement: Judgement; document: string | null }[]> {
    return guarded('read the judgements', () => judgementHistory(this.#db, caseId));
  }

  /** Every claim entered in a case, the last that came first, with how it was taken back. */
  claimHistory(caseId: string): Promise<{ claim: EnteredClaim; withdrawal: Withdrawal | null }[]> {
    return guarded('read the entered claims', () => claimHistory(this.#db, caseId));
  }

  /** What was put right on the documents of a case, the last that came first. */
  correctionsWithin(caseId: string): Promise<Correction[]> {
    return guarded('read the corrections', () => correctionsWithin(this.#db, caseId));
  }

  /** Keeps a claim like a judgement. Throws the same. */
  addClaim(claim: EnteredClaim): Promise<void> {
    return guarded('keep the claim', async () => {
      await this.#requireCase(claim.caseId);
      await this.#keep([{ claim }]);
    });
  }

  /** Takes an entered claim back; returns once that is safe. Throws as keeping a claim does. */
  withdrawClaim(withdrawal: Withdrawal): Promise<void> {
    return guarded('withdraw the claim', async () => {
      await this.#keep([{ withdrawal }]);
    });
  }

  /** The claims that people entered in a case and did not withdraw, in the order they came. */
  enteredClaims(caseId: string): Promise<EnteredClaim[]> {
    return guarded('read the entered claims', () => enteredClaims(this.#db, caseId));
  }

  /**
   * Removes a document's text, bytes and readings, its captures, and the words quoted from it in judgements; what
   * remains is the tombstone. Run again, it removes what an interruption left. Throws PROVISO_DOCUMENT_NOT_FOUND.
   */
  takeDown(documentId: string, by: string, reason: string): Promise<Tombstone> {
    return guarded('take the document down', async () => {
      const at = new Date().toISOString();
      const laid = await this.tombstone(documentId);
      const tombstone = laid ?? (await tombstoneFor(this.#db, documentId, { at, by, reason }));
      if (!tombstone) throw documentNotFound(documentId);
      const { journal, originals } = this.#parts;
      if (laid) await this.#change((trx) => takeDown(trx, tombstone, 'added'));
      else await this.#keep([{ takedown: tombstone }]);
      await journal?.rewrite(leftOf(tombstone), [tombstone.documentId, tombstone.sha256]);
      for (const sha256 of tombstone.removed) await originals.remove(sha256);
      await vacuum(this.#db);
      return tombstone;
    });
  }

  /** What is left of a document that was taken down; null when it was not. */
  tombstone(documentId: string): Promise<Tombstone | null> {
    return guarded('look a takedown up', () => tombstoneOf(this.#db, documentId));
  }

  /** What is left of all documents that were taken down, oldest first. */
  tombstones(): Promise<Tombstone[]> {
    return guarded('list what was taken down', () => tombstones(this.#db));
  }

  /**
   * Keeps a decision like a judgement. The last that came of a kind and a subject holds; older ones stay as its history.
   * Throws the same.
   */
  addDecision(decision: Decision): Promise<Decision> {
    return guarded('keep the decision', async () => {
      await this.#requireCase(decision.caseId);
      const [kept] = await this.#keep([{ decision }]);
      return kept && 'decision' in kept ? kept.decision : decision;
    });
  }

  /** All decisions of the case, the last that came first; of one kind and subject where these are given. */
  decisions(caseId: string, of: Partial<Pick<Decision, 'kind' | 'subject'>> = {}): Promise<Decision[]> {
    return guarded('read the decisions', () => decisionHistory(this.#db, caseId, of));
  }

  /** Keeps what a language model answered; an answer to the same question changes nothing. */
  addModelAnswer(answer: ModelAnswer): Promise<void> {
    return guarded('keep an answer', async () => {
      await this.#requireCase(answer.caseId);
      await this.#change((trx) => addModelAnswer(trx, answer));
    });
  }

  /** Keeps a machine translation of a document, which is read in it from then on. Throws PROVISO_DOCUMENT_NOT_FOUND. */
  addTranslation(translation: Translation): Promise<void> {
    return guarded('keep a translation', async () => {
      const { documentId } = translation;
      if (!(await documentById(this.#db, documentId))) throw documentNotFound(documentId);
      await this.#change((trx) => addTranslation(trx, translation));
    });
  }

  /** Every answer that language models gave for the case, oldest first. */
  modelAnswers(caseId: string): Promise<ModelAnswer[]> {
    return guarded('read the answers', () => modelAnswers(this.#db, caseId));
  }

  /** Keeps a registry's entries in place of all that it had. `sourceSha256`: of the file they come from. */
  putRegistry(registry: string, entries: readonly RegistryEntry[], sourceSha256: string): Promise<void> {
    return guarded('keep the registry', () =>
      this.#change((trx) => putRegistry(trx, registry, entries, sourceSha256)),
    );
  }

  /** Every entry of every registry, in order of registry and id. */
  registryEntries(): Promise<RegistryEntry[]> {
    return guarded('read the registries', () => registryEntries(this.#db));
  }

  registries(): Promise<{ registry: string; entries: number }[]> {
    return guarded('list the registries', () => registryCounts(this.#db));
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
  ): Promise<{ total: number; documents: ListedDocument[] }> {
    return guarded('list the documents', () => documentPage(this.#db, caseId, filter, page));
  }

  /** Who published the case's documents, by name, and how many each. */
  publishers(caseId: string): Promise<{ publisher: string; documents: number }[]> {
    return guarded('list the publishers', () => publishersOf(this.#db, caseId));
  }

  /** The documents of those ids, without their texts. */
  summaries(ids: readonly string[]): Promise<DocumentSummary[]> {
    return guarded('list the documents', () => summariesOf(this.#db, ids));
  }

  /** What tells whether anything has changed that findings follow from. */
  state(): Promise<StoreState> {
    return guarded('tell what is new', () => currentState(this.#db));
  }

  /**
   * Re-hashes every original, re-checks every quotation, and holds rows, audit log and journal against each other; yields what
   * does not hold. `against`: a head of the audit log that was kept elsewhere.
   */
  verify(against: readonly Link[] = []): AsyncGenerator<Problem> {
    return guardedEach('be verified', problems(this.#parts, against));
  }

  /** Where the audit log ends: to be kept elsewhere, and held against the log one day. */
  auditHead(): Promise<Link> {
    return guarded('read the audit log', () => newestLink(this.#db));
  }

  /** Writes the whole store as of one moment, as an archive that `restore` makes a store of; work may go on meanwhile. */
  backUp(out: Writable): Promise<void> {
    return guarded('be backed up', () => backUp(this.#parts, out));
  }

  /**
   * Gives all that belongs to a case as of one moment, with the entries of all registries; with the embedded database others
   * wait until `use` is done with it. Throws PROVISO_CASE_NOT_FOUND.
   */
  withCase<T>(caseId: string, use: (content: ArchivedCase) => Promise<T>): Promise<T> {
    return guarded('give a case', () =>
      this.#db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (trx) => use(await caseContent(trx, this.#parts.originals, caseId))),
    );
  }

  /**
   * Keeps a whole case of another store, all of it or nothing; see `receiveCase`. `file`: what its case file means.
   * Throws PROVISO_CASE_EXISTS, PROVISO_ARCHIVE_DAMAGED, PROVISO_DECISION_INVALID or PROVISO_DECISION_UNSURE.
   */
  receiveCase(content: ArchivedCase, file: CaseFile): Promise<ReceivedCase> {
    return guarded('take the case in', () => receiveCase(this.#parts, content, file));
  }

  /**
   * Moves the originals to a folder or bucket; see `moveOriginals`. Yields how far it is, and last what became of them.
   * Throws PROVISO_ORIGINALS_SETTING, PROVISO_ORIGINALS_ELSEWHERE, PROVISO_ORIGINAL_DAMAGED, or why a place cannot be reached.
   */
  moveOriginals(to: string, options: MoveOptions = {}): AsyncGenerator<MoveStep> {
    return guardedEach('move the originals', moveOriginals(this.#parts, to, options));
  }

  /** How many documents there are, and how many in those languages no reader has read. */
  readingCounts(languages: readonly string[]): Promise<{ documents: number; waiting: number }> {
    return guarded('count the documents', () => readingCounts(this.#db, languages));
  }

  /** Asks database and originals for an answer. Throws why there is none. */
  check(): Promise<void> {
    return guarded('answer', async () => {
      await currentState(this.#db);
      await this.#parts.place.check();
    });
  }

  /** Lets other processes of this machine know where the store is served. */
  announce(served: ServedStore): Promise<void> {
    return guarded('be announced', () => this.#parts.announce(served));
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
    return change(this.#parts.ledger, work);
  }

  /** Keeps bytes, then makes a change that names them; once more where the originals were moved in between. */
  async #keeping<T>(
    bytes: readonly Uint8Array[],
    work: (trx: Transaction<Tables>) => Promise<Change<T>>,
  ): Promise<T> {
    const { place } = this.#parts;
    const before: CurrentPlace[] = [];
    for (;;) {
      const current = await place.current();
      const originals = new Originals(current.objects);
      const kept: string[] = [];
      for (const each of bytes) kept.push(originalKey(await originals.keep(each)));
      try {
        const result = await this.#change(async (trx) => {
          await place.hold(trx, current);
          return work(trx);
        });
        // The change is made, whatever becomes of a copy that nothing names.
        await place.clear(before, kept).catch(() => {});
        return result;
      } catch (thrown) {
        if (!(thrown instanceof MovedMeanwhile)) throw thrown;
        before.push(current);
        await place.follow();
      }
    }
  }

  #keep(entries: readonly JournalEntry[]): Promise<JournalEntry[]> {
    return keep(this.#parts.ledger, this.#parts.journal, entries);
  }
}
