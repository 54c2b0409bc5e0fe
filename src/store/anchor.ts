import { hashAt, newestLink } from './audit.ts';
import { change, type Ledger } from './change.ts';

/**
 * Holds the audit log against its head outside the database. A log that was cut, or whose head is gone, is recorded as such
 * for ever: what came after cannot hide it. Returns what a person should know.
 *
 * @param isNew the log has had no head until now: the store is new, or was brought up to date
 */
export async function anchor(ledger: Ledger, isNew: boolean): Promise<string[]> {
  const { db, head } = ledger;
  const end = await newestLink(db);
  const { mark } = head;
  if (mark && (await hashAt(db, mark.seq)) === mark.hash) {
    await head.moveTo(end);
    return [];
  }
  if (!mark && isNew) {
    await head.moveTo(end);
    return [];
  }
  await head.moveBackTo(end);
  await change(ledger, async () => ({
    result: undefined,
    events: [
      mark
        ? { action: 'audit.cut', subject: `${mark.seq}`, details: { expected: mark, found: end } }
        : { action: 'audit.unanchored', subject: `${end.seq}`, details: { found: end } },
    ],
  }));
  return mark
    ? [
        `The audit log had ${mark.seq} entries and ends with ${end.seq}: entries were cut off or rewritten, or lost in a power cut. Run: proviso verify.`,
      ]
    : [];
}
