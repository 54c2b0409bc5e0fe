import { type Kysely, sql, type Transaction } from 'kysely';
import {
  type ArchivedCase,
  type Capture,
  type CaseFile,
  originalsOf,
  type Reading,
  type RegistryEntry,
} from '../model/index.ts';
import type { AuditEvent } from './audit.ts';
import { canonicalJson, toJsonb } from './canonical-json.ts';
import { caseExists, putCase } from './cases.ts';
import { change } from './change.ts';
import { insertLinks } from './copies.ts';
import {
  capturesOf,
  documentById,
  insertCapture,
  insertContainer,
  insertDocument,
  linkToCase,
} from './documents.ts';
import { keepAgreement } from './drafts.ts';
import { type Around, entryInDatabase, keep } from './entries.ts';
import type { JournalEntry } from './journal.ts';
import { saveMatches } from './matches.ts';
import { addModelAnswer } from './model-answers.ts';
import { isNeeded } from './named-originals.ts';
import { Originals, sha256Of } from './originals.ts';
import type { StoreParts } from './parts.ts';
import { readingOf, saveReading } from './readings.ts';
import { isSameHere, type ReceivedCase, reconciled } from './reconcile-case.ts';
import { type Records, recorded, recordsOf } from './records.ts';
import { archiveDamaged, caseExistsAlready } from './refusals.ts';
import type { Tables } from './tables.ts';
import { addTranslation } from './translations.ts';
import { quoteProblems } from './verify-quotes.ts';

/** Digests of one entry of the audit log. */
const batch = 500;

/**
 * Keeps a whole case that comes from another store: its bytes, then all rows in one transaction. Documents that the store has
 * already stay as they are here. Where it throws, nothing is left.
 * @throws ProvisoError PROVISO_CASE_EXISTS, PROVISO_ARCHIVE_DAMAGED, or as `keep` does.
 */
export async function receiveCase(
  { ledger, journal, originals, place }: StoreParts,
  incoming: ArchivedCase,
  file: CaseFile,
): Promise<ReceivedCase> {
  const { db } = ledger;
  if (await caseExists(db, file.id)) throw caseExistsAlready(file.id);
  const { content, received } = await reconciled(db, incoming);
  const entries = await freshEntries(db, content);
  const kept: string[] = [];
  try {
    const current = await place.current();
    await keepOriginals(new Originals(current.objects), content, kept);
    let isDone = false;
    const around: Around = async (trx, apply) => {
      await place.hold(trx, current);
      const events = await insertCase(trx, content, file, apply);
      isDone = true;
      return events;
    };
    await keep(ledger, journal, entries, around);
    // With nothing decided there is nothing that it would have come in with.
    if (!isDone)
      await change(ledger, async (trx) => ({
        result: undefined,
        events: await around(trx, async () => []),
      }));
  } catch (thrown) {
    // Why it was not taken in is what a person must know; bytes that nothing names do no harm.
    for (const sha256 of kept)
      if (!(await isNeeded(db, sha256))) await originals.remove(sha256).catch(() => {});
    throw thrown;
  }
  return received;
}

/** All that people decided, in the order it came, but for what is here already. */
async function freshEntries(db: Kysely<Tables>, content: ArchivedCase): Promise<JournalEntry[]> {
  const all: JournalEntry[] = [
    ...content.judgements.map((judgement) => ({ judgement })),
    ...content.decisions.map((decision) => ({ decision })),
    ...content.claims.map((claim) => ({ claim })),
    ...content.corrections.map((correction) => ({ correction })),
    ...content.withdrawals.map((withdrawal) => ({ withdrawal })),
    ...content.takedowns.map((takedown) => ({ takedown })),
  ];
  const fresh: JournalEntry[] = [];
  for (const entry of all) {
    const isThere = 'correction' in entry && (await entryInDatabase(db, entry)) !== null;
    if (!isThere) fresh.push(entry);
  }
  return fresh;
}

/** Keeps all bytes; `kept` gets the hashes of those that were not here. */
async function keepOriginals(originals: Originals, content: ArchivedCase, kept: string[]): Promise<void> {
  for (const sha256 of originalsOf(content)) {
    const bytes = await content.original(sha256);
    if (sha256Of(bytes) !== sha256)
      throw archiveDamaged(`the original ${sha256} in it does not match its hash`);
    if ((await originals.state(sha256)) === 'missing') kept.push(sha256);
    await originals.keep(bytes);
  }
}

/** Writes all rows, and checks that what is quoted stands there. */
async function insertCase(
  trx: Transaction<Tables>,
  content: ArchivedCase,
  file: CaseFile,
  apply: Parameters<Around>[1],
): Promise<AuditEvent[]> {
  const { id } = content;
  if (await caseExists(trx, id)) throw caseExistsAlready(id);
  const placed = await putCase(trx, file, content.source, { importedAt: new Date(content.importedAt) });
  const records: Records[] = placed.events.map((event) => event.records ?? {});
  if (content.agreement) records.push(await keepAgreement(trx, id, content.agreement));
  const known = await insertDocuments(trx, content, records);
  records.push(...(await insertTranslations(trx, content)));
  const decided = await apply('received');
  for (const { id: documentId } of content.documents)
    records.push(...(await insertReading(trx, content, documentId, known.get(documentId))));
  records.push(
    ...(await insertRevisions(trx, content)),
    ...(await insertCopies(trx, content)),
    ...(await insertAnswers(trx, content)),
    await insertRegistries(trx, content.registries),
    await insertHistory(trx, content),
  );
  for await (const { message } of quoteProblems(trx, id)) throw archiveDamaged(message.replace(/\.$/, ''));
  return [...decided, ...eventsOf(content, records)];
}

/** A few entries of the log, each with digests of some of the rows. */
function eventsOf({ id }: ArchivedCase, records: readonly Records[]): AuditEvent[] {
  const all = records.flatMap((record) => Object.entries(record));
  const events: AuditEvent[] = [];
  for (let start = 0; start < all.length; start += batch) {
    const some = all.slice(start, start + batch);
    events.push({
      action: 'case.received',
      subject: id,
      details: { rows: some.length },
      records: Object.fromEntries(some),
    });
  }
  return events;
}

/** How a document stands that the store had already: as the archive has it, or otherwise. */
type Known = 'same' | 'other';

/** Inserts documents with their captures and their places in the case; returns those that were here. */
async function insertDocuments(
  trx: Transaction<Tables>,
  content: ArchivedCase,
  records: Records[],
): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const container of content.containers) records.push(await insertContainer(trx, container));
  for (const facts of content.documents) {
    const document = { ...facts, text: await content.text(facts.id) };
    const added = await insertDocument(trx, document);
    if (added) records.push(added);
    else known.set(facts.id, (await isSameHere(trx, facts)) ? 'same' : 'other');
  }
  const here = new Set<string>();
  for (const id of known.keys())
    for (const capture of await capturesOf(trx, id)) here.add(nameOfCapture(capture));
  for (const capture of content.captures) {
    if (here.has(nameOfCapture(capture))) continue;
    const { documentId, sha256, ...rest } = capture;
    records.push(await insertCapture(trx, documentId, sha256, rest));
  }
  for (const { id } of content.documents) records.push(await linkToCase(trx, id, content.id));
  return known;
}

const nameOfCapture = ({ documentId, source, sha256, collectedAt }: Capture): string =>
  canonicalJson([documentId, source, sha256, collectedAt]);

/** Keeps a document's reading and what was matched, unless the document or its reading is another one here. */
async function insertReading(
  trx: Transaction<Tables>,
  content: ArchivedCase,
  id: string,
  known: Known | undefined,
): Promise<Records[]> {
  if (known === 'other') return [];
  const reading = await content.reading(id);
  const own = known ? await readingOf(trx, id) : null;
  if (own && !isEqual(own, reading)) return [];
  // Another translation may stand here than the one that was read there.
  if (reading && reading.text !== (await documentById(trx, id))?.text) return [];
  const read = reading && !own ? (await saveReading(trx, id, reading)).events : [];
  const found = await content.matched(id);
  const matched = found ? (await saveMatches(trx, content.id, found.key, new Map([[id, found]]))).events : [];
  return [...read, ...matched].map(({ records = {} }) => records);
}

const isEqual = (a: Reading, b: Reading | null): boolean => canonicalJson(a) === canonicalJson(b);

async function insertRevisions(trx: Transaction<Tables>, { revisions }: ArchivedCase): Promise<Records[]> {
  const records: Records[] = [];
  for (const { earlier, later, source, at, changes, standing } of revisions) {
    const known = await trx
      .selectFrom('revisions')
      .select('seq')
      .where('earlier_id', '=', earlier)
      .where('later_id', '=', later)
      .where('source', '=', source)
      .where('at', '=', new Date(at))
      .executeTakeFirst();
    if (known) continue;
    const kept = await trx
      .insertInto('revisions')
      .values({ earlier_id: earlier, later_id: later, source, at, changes: toJsonb(changes), standing })
      .returning(recorded.revision.columns)
      .execute();
    records.push(recordsOf('revision', kept));
  }
  return records;
}

async function insertCopies(trx: Transaction<Tables>, { copies }: ArchivedCase): Promise<Records[]> {
  const records: Records[] = [];
  for (const { of, ...link } of copies) records.push(await insertLinks(trx, of, [link]));
  return records;
}

/** Entries that a registry of this store has already stay as they are here. */
async function insertRegistries(
  trx: Transaction<Tables>,
  entries: readonly RegistryEntry[],
): Promise<Records> {
  let records: Records = {};
  for (const entry of entries) {
    const kept = await trx
      .insertInto('registry_entries')
      .values({ registry: entry.registry, id: entry.id, entry: toJsonb(entry) })
      .onConflict((conflict) => conflict.doNothing())
      .returning(recorded.entry.columns)
      .execute();
    records = { ...records, ...recordsOf('entry', kept) };
  }
  return records;
}

async function insertAnswers(trx: Transaction<Tables>, { answers }: ArchivedCase): Promise<Records[]> {
  const records: Records[] = [];
  for (const answer of answers) {
    for (const event of (await addModelAnswer(trx, answer)).events) records.push(event.records ?? {});
  }
  return records;
}

/** Beside those that the store has: of several of a document the newest stands here as there. */
async function insertTranslations(
  trx: Transaction<Tables>,
  { translations }: ArchivedCase,
): Promise<Records[]> {
  const records: Records[] = [];
  for (const translation of translations) {
    for (const event of (await addTranslation(trx, translation)).events) records.push(event.records ?? {});
  }
  return records;
}

async function insertHistory(trx: Transaction<Tables>, { id, history }: ArchivedCase): Promise<Records> {
  const rows = history.map((entry, place) => ({ case_id: id, place, entry }));
  if (rows.length === 0) return {};
  // One value however many rows: a statement takes 65,535 parameters at most.
  const { rows: kept } = await sql<object>`
    insert into received_history (case_id, place, entry)
    select case_id, place, entry
    from jsonb_to_recordset(${toJsonb(rows)}::jsonb) as received (case_id text, place integer, entry jsonb)
    returning case_id, place, entry`.execute(trx);
  return recordsOf('history', kept);
}
