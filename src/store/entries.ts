import { type Kysely, sql, type Transaction } from 'kysely';
import { ProvisoError } from '../model/index.ts';
import { type AuditEvent, type How, lockAudit } from './audit.ts';
import { canonicalJson, toJsonb } from './canonical-json.ts';
import { type Change, change, type Ledger } from './change.ts';
import { addCorrection, correctionById, takeCorrectionBack } from './corrections.ts';
import { addDecision, decisionById } from './decisions.ts';
import { addEnteredClaim, addWithdrawal, enteredClaimById, withdrawalOf } from './entered-claims.ts';
import { type Journal, type JournalEntry, type Keeping, nameOf } from './journal.ts';
import { addJudgement, judgementById } from './judgements.ts';
import { type RecordedKind, recorded, removedOf } from './records.ts';
import { unsure } from './refusals.ts';
import { sound } from './sound.ts';
import type { Tables } from './tables.ts';
import { takeDown, tombstoneOf } from './takedowns.ts';

/** Gives the database what a person decided; what it has already changes nothing. */
export function applied(trx: Transaction<Tables>, entry: JournalEntry, how: How): Promise<Change<void>> {
  if ('judgement' in entry) return addJudgement(trx, entry.judgement, how);
  if ('decision' in entry) return addDecision(trx, entry.decision, how);
  if ('claim' in entry) return addEnteredClaim(trx, entry.claim, how);
  if ('correction' in entry) return addCorrection(trx, entry.correction, how);
  if ('withdrawal' in entry) return addWithdrawal(trx, entry.withdrawal, how);
  return takeDown(trx, entry.takedown, how);
}

async function allApplied(
  trx: Transaction<Tables>,
  entries: readonly JournalEntry[],
  how: How,
): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  for (const entry of entries) events.push(...(await applied(trx, entry, how)).events);
  return events;
}

/** What the database has under the name of an entry; null where it has nothing. */
export function entryInDatabase(db: Kysely<Tables>, entry: JournalEntry): Promise<JournalEntry | null> {
  const { kind, id } = nameOf(entry);
  return entryOf(db, kind, id);
}

async function entryOf(db: Kysely<Tables>, kind: EntryKind, id: string): Promise<JournalEntry | null> {
  const found = {
    judgement: judgementById,
    decision: decisionById,
    claim: enteredClaimById,
    correction: correctionById,
    withdrawal: withdrawalOf,
    takedown: tombstoneOf,
  }[kind];
  const value = await found(db, id);
  return value && ({ [kind]: value } as JournalEntry);
}

/** All that people decided, as a journal has it. */
export async function* everyEntry(db: Kysely<Tables>): AsyncGenerator<JournalEntry> {
  for (const kind of entryKinds)
    for (const id of await idsInDatabase(db, kind)) {
      const entry = await entryOf(db, kind, id);
      if (entry) yield entry;
    }
}

/** The tables that entries are kept in. */
const kindOf = {
  judgement: 'judgement',
  decision: 'decision',
  claim: 'claim',
  correction: 'correction',
  withdrawal: 'withdrawal',
  takedown: 'tombstone',
} as const satisfies Record<string, RecordedKind>;

export type EntryKind = keyof typeof kindOf;
export const entryKinds = Object.keys(kindOf) as EntryKind[];

/** The ids of all entries of a kind in the database, in the order in which they came where that counts. */
export async function idsInDatabase(db: Kysely<Tables>, kind: EntryKind): Promise<Set<string>> {
  const { table, key, columns } = recorded[kindOf[kind]];
  const order = (columns as readonly string[]).includes('seq') ? 'seq' : key[0];
  const { rows } = await sql<{ id: string }>`
    select ${sql.ref(key[0])} as id from ${sql.table(table)} order by ${sql.ref(order)}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Takes an entry's row out; what it was is in the journal and the audit log. */
export async function removeEntry(trx: Transaction<Tables>, entry: JournalEntry): Promise<Change<void>> {
  const { kind, id } = nameOf(entry);
  const { table, key } = recorded[kindOf[kind]];
  const { rows } = await sql<object>`
    delete from ${sql.table(table)} where ${sql.ref(key[0])} = ${id} returning ${sql.ref(key[0])}`.execute(
    trx,
  );
  const undone = 'correction' in entry ? await takeCorrectionBack(trx, entry.correction) : {};
  const records = { ...removedOf(kindOf[kind], rows), ...undone };
  return {
    result: undefined,
    events: [{ action: 'refused.removed', subject: id, details: { kind }, records }],
  };
}

/** An entry as a database that cannot keep every character gives it back, without its time if that may differ. */
const comparable = (entry: JournalEntry, isTimed: boolean): string => {
  const [value] = Object.values(JSON.parse(toJsonb(entry))) as [Record<string, unknown>];
  return canonicalJson(isTimed ? value : { ...value, at: null });
};

export const isSame = (a: JournalEntry, b: JournalEntry): boolean =>
  comparable(a, true) === comparable(b, true);

/** What comes into the database together with entries, around them, in one transaction; returns all that is written down. */
export type Around = (
  trx: Transaction<Tables>,
  apply: (how: How) => Promise<AuditEvent[]>,
) => Promise<AuditEvent[]>;

const alone: Around = (_trx, apply) => apply('added');

/**
 * Keeps what a person decided, all of it or none, and returns it as kept: the one door by which it comes in. It is safe once
 * this returns; the same again, by their ids, changes nothing, and `around` is not called then; and where this throws, nothing
 * of it counts.
 * @throws ProvisoError PROVISO_DECISION_INVALID; PROVISO_DECISION_UNSURE where nobody can tell whether it counts.
 */
export async function keep(
  ledger: Ledger,
  journal: Journal | null,
  sent: readonly JournalEntry[],
  around: Around = alone,
): Promise<JournalEntry[]> {
  const entries = sent.map(sound);
  const work: Keeping = {
    find: (entry) => findSame(ledger.db, entry),
    apply: (fresh) =>
      change(ledger, async (trx) => {
        const events = await around(trx, (how) => allApplied(trx, fresh, how));
        return { result: undefined, events };
      }),
    // The transaction that failed may be ending still: its lock is waited for.
    areKeptAfterFailure: (fresh) =>
      ledger.db.transaction().execute(async (trx) => {
        await lockAudit(trx);
        for (const entry of fresh) if (!(await entryInDatabase(trx, entry))) return false;
        return true;
      }),
  };
  return journal ? journal.keep(entries, work) : keptInDatabase(entries, work);
}

/** What is kept under an entry's name. Throws where that is another one. */
async function findSame(db: Kysely<Tables>, entry: JournalEntry): Promise<JournalEntry | null> {
  const known = await entryInDatabase(db, entry);
  if (known && comparable(known, false) !== comparable(entry, false) && !isOnce(entry))
    throw otherThan(known);
  return known;
}

async function keptInDatabase(
  entries: readonly JournalEntry[],
  { find, apply, areKeptAfterFailure }: Keeping,
): Promise<JournalEntry[]> {
  const kept: JournalEntry[] = [];
  const fresh: JournalEntry[] = [];
  for (const entry of entries) {
    const known = await find(entry);
    if (!known) fresh.push(entry);
    kept.push(known ?? entry);
  }
  if (fresh.length === 0) return kept;
  try {
    await apply(fresh);
  } catch (thrown) {
    const areKept = await areKeptAfterFailure(fresh).catch(() => {
      throw unsure(thrown);
    });
    if (!areKept) throw thrown;
  }
  return kept;
}

/** A claim is withdrawn, and a document taken down, once: the first reason stays. */
const isOnce = (entry: JournalEntry): boolean => 'withdrawal' in entry || 'takedown' in entry;

const otherThan = (known: JournalEntry): ProvisoError =>
  new ProvisoError(
    'PROVISO_DECISION_INVALID',
    `The decision is wrong: another one has the id ${nameOf(known).id}.`,
    'Send it with an id of its own, or with none.',
  );
