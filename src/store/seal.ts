import type { Transaction } from 'kysely';
import { appendAudit } from './audit.ts';
import { type RecordedKind, recordedKinds, recordsOf, rowsOf } from './records.ts';
import type { Tables } from './tables.ts';

/** Digests of one entry of the audit log. */
const batch = 500;

/**
 * Records every row as it stands: from here on the audit log vouches for what an older Proviso wrote without digests. What was
 * changed before is not seen by that.
 */
export async function seal(trx: Transaction<Tables>, tool: string): Promise<void> {
  for (const kind of recordedKinds) {
    let rows: object[] = [];
    for await (const row of rowsOf(trx, kind)) {
      rows.push(row);
      if (rows.length < batch) continue;
      await sealed(trx, tool, kind, rows);
      rows = [];
    }
    if (rows.length > 0) await sealed(trx, tool, kind, rows);
  }
}

const sealed = (trx: Transaction<Tables>, tool: string, kind: RecordedKind, rows: readonly object[]) =>
  appendAudit(trx, tool, [
    { action: 'store.sealed', subject: kind, details: { rows: rows.length }, records: recordsOf(kind, rows) },
  ]);
