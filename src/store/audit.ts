import { type Kysely, sql, type Transaction } from 'kysely';
import { canonicalJson, toJsonb } from './canonical-json.ts';
import { sha256Of } from './originals.ts';
import type { Records } from './records.ts';
import type { Tables } from './tables.ts';

/** How what a person decided came in: from the person, back from the journal, or with a case from another store. */
export type How = 'added' | 'replayed' | 'received';

/** What was done to the store. */
export interface AuditEvent {
  action:
    | 'agreement.kept'
    | 'answer.kept'
    | 'audit.cut'
    | 'audit.unanchored'
    | 'draft.made'
    | 'draft.thrownAway'
    | 'document.added'
    | 'document.captured'
    | 'document.compared'
    | 'document.completed'
    | 'document.corrected'
    | 'document.linked'
    | 'document.revised'
    | 'document.takenDown'
    | 'document.translated'
    | 'case.imported'
    | 'case.received'
    | 'case.removed'
    | 'claim.entered'
    | 'claim.withdrawn'
    | `judgement.${How}`
    | `decision.${How}`
    | 'matches.kept'
    | 'originals.moved'
    | 'originals.placed'
    | 'reading.kept'
    | 'reading.retried'
    | 'refused.removed'
    | 'registry.imported'
    | 'store.sealed';
  /** Id of the document, case, draft, judgement, decision or registry; address of a place of originals. */
  subject: string;
  details: Readonly<Record<string, unknown>>;
  /** Digests of the rows that were written, and of which were removed; kept among the details. */
  records?: Records;
}

/** One line of the log; its hash covers all of it, with the hash of the line before. */
export interface AuditEntry {
  /** 1, 2, 3 … without gaps. */
  seq: number;
  /** ISO 8601, UTC. */
  at: string;
  /** Version of the Proviso that did it. */
  tool: string;
  action: string;
  subject: string;
  details: Readonly<Record<string, unknown>>;
  previous: string;
  hash: string;
}

/** What stands in for the entry before the first. */
const genesis = { seq: 0, hash: '0'.repeat(64) };
export type Link = Pick<AuditEntry, 'seq' | 'hash'>;

/** The entry that records the event after the one before; null before the first. */
export function nextEntry(event: AuditEvent, tool: string, at: Date, before: Link | null): AuditEntry {
  const { seq, hash: previous } = before ?? genesis;
  const { records = {} } = event;
  const details = Object.keys(records).length > 0 ? { ...event.details, records } : event.details;
  const content = {
    seq: seq + 1,
    at: at.toISOString(),
    tool,
    action: event.action,
    subject: event.subject,
    // As the database will give them back, or the hash would not hold.
    details: JSON.parse(toJsonb(details)) as AuditEvent['details'],
    previous,
  };
  return { ...content, hash: hashOf(content) };
}

/** What is wrong with an entry that follows the one before; null when nothing is. */
export function entryProblem(entry: AuditEntry, before: Link | null): string | null {
  const { hash, ...content } = entry;
  const { seq, hash: previous } = before ?? genesis;
  if (hashOf(content) !== hash) return 'was changed after it was written';
  if (entry.seq !== seq + 1 || entry.previous !== previous) return 'does not follow the entry before it';
  return null;
}

const hashOf = (content: Omit<AuditEntry, 'hash'>) => sha256Of(canonicalJson(content));

/** Any number that other programs on the same server are unlikely to use. */
const auditLock = 7_760_840_002;

/** Waits for other writers, who wait then until the transaction ends. */
export const lockAudit = (trx: Transaction<Tables>): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(${auditLock})`.execute(trx);

/**
 * Records the events, and returns where the log ends then; null where there was nothing to record. Call it last in a
 * transaction: other writers wait from here to its end.
 */
export async function appendAudit(
  trx: Transaction<Tables>,
  tool: string,
  events: readonly AuditEvent[],
): Promise<Link | null> {
  if (events.length === 0) return null;
  await lockAudit(trx);
  let before: Link = await newestLink(trx);
  for (const event of events) {
    const entry = nextEntry(event, tool, new Date(), before);
    await trx
      .insertInto('audit')
      .values({ ...entry, details: toJsonb(entry.details) })
      .execute();
    before = { seq: entry.seq, hash: entry.hash };
  }
  return before;
}

/** Where the log ends. */
export const newestLink = async (db: Kysely<Tables>): Promise<Link> =>
  (await db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()) ??
  genesis;

/** The hash of an entry; null where there is none of that number. */
export async function hashAt(db: Kysely<Tables>, seq: number): Promise<string | null> {
  if (seq === genesis.seq) return genesis.hash;
  const row = await db.selectFrom('audit').select('hash').where('seq', '=', seq).executeTakeFirst();
  return row?.hash ?? null;
}

const pageSize = 1000;

/** The whole log in order, read a page at a time. */
export async function* auditEntries(db: Kysely<Tables>): AsyncGenerator<AuditEntry> {
  let last = 0;
  while (true) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    for (const row of rows) yield { ...row, at: row.at.toISOString() };
    const end = rows.at(-1);
    if (!end) return;
    last = end.seq;
  }
}
