import type { Kysely, Transaction } from 'kysely';
import { type AuditEvent, appendAudit } from './audit.ts';
import type { Head } from './head.ts';
import type { Tables } from './tables.ts';

/** What a change is written down in. */
export interface Ledger {
  db: Kysely<Tables>;
  /** Version of this Proviso. */
  tool: string;
  /** Where the audit log ends, kept outside the database. */
  head: Head;
}

/** What a change gave, and what is to be written down about it; no events: nothing was changed. */
export interface Change<T> {
  result: T;
  events: readonly AuditEvent[];
}

/** Makes a change and its audit entries in one transaction. `work` must use its `trx` for every query. */
export async function change<T>(
  { db, tool, head }: Ledger,
  work: (trx: Transaction<Tables>) => Promise<Change<T>>,
): Promise<T> {
  const { result, end } = await db.transaction().execute(async (trx) => {
    const { result, events } = await work(trx);
    return { result, end: await appendAudit(trx, tool, events) };
  });
  if (end) await head.moveTo(end);
  return result;
}
