import type { Kysely, Transaction } from 'kysely';
import { type AuditEvent, appendAudit } from './audit.ts';
import type { Tables } from './tables.ts';

/** What a change gave, and what is to be written down about it; no events: nothing was changed. */
export interface Change<T> {
  result: T;
  events: readonly AuditEvent[];
}

/** Makes a change and its audit entries in one transaction. `work` must use its `trx` for every query. */
export function change<T>(
  db: Kysely<Tables>,
  tool: string,
  work: (trx: Transaction<Tables>) => Promise<Change<T>>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const { result, events } = await work(trx);
    await appendAudit(trx, tool, events);
    return result;
  });
}
