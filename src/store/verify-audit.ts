import { type Kysely, sql } from 'kysely';
import { type AuditEntry, auditEntries, entryProblem, hashAt, type Link } from './audit.ts';
import type { Problem } from './problem.ts';
import type { Tables } from './tables.ts';

const problem = (subject: string | number, message: string): Problem => ({
  kind: 'audit',
  subject: `${subject}`,
  message,
});

/**
 * Every entry of the audit log that was changed, or does not follow the one before; heads that the log does not lead to; and
 * what the log itself says of cuts. `isEmbedded`: a head outside the database can only be gone by a hand.
 */
export async function* auditProblems(
  db: Kysely<Tables>,
  heads: readonly Link[],
  isEmbedded: boolean,
): AsyncGenerator<Problem> {
  let before: AuditEntry | null = null;
  for await (const entry of auditEntries(db)) {
    const wrong = entryProblem(entry, before);
    if (wrong) yield problem(entry.seq, `Entry ${entry.seq} of the audit log ${wrong}.`);
    yield* toldBy(entry, isEmbedded);
    before = entry;
  }
  const last = before?.seq ?? 0;
  for (const { seq, hash } of heads) {
    const found = await hashAt(db, seq);
    if (found === hash) continue;
    const what = found === null ? `ends with entry ${last}` : 'has another entry there';
    yield problem(
      seq,
      `The audit log led to entry ${seq} when its head was written down, and ${what}: it was cut or rewritten.`,
    );
  }
  if (!(await isGuarded(db)))
    yield problem(
      'trigger',
      'The database no longer keeps the audit log from being changed: its trigger is gone.',
    );
}

function* toldBy({ seq, at, action, subject, details }: AuditEntry, isEmbedded: boolean): Generator<Problem> {
  const day = at.slice(0, 10);
  if (action === 'audit.cut')
    yield problem(
      seq,
      `When the store was opened on ${day}, the audit log no longer led to its entry ${subject}: entries were cut off or rewritten, or lost in a power cut.`,
    );
  if (action === 'audit.unanchored') {
    const message = `When the store was opened on ${day}, the head of the audit log outside the database was missing: entries cut off before then are seen only by a head kept elsewhere.`;
    yield { ...problem(seq, message), kind: isEmbedded ? 'audit' : 'note' };
  }
  const isReplayed = action.endsWith('.replayed') || details.how === 'replayed';
  const what = action === 'document.corrected' ? 'A correction of document' : 'Decision';
  if (isReplayed)
    yield {
      kind: 'note',
      subject,
      message: `${what} ${subject} came back from the journal on ${day}: until then nothing else vouched for it.`,
    };
  if (action === 'refused.removed')
    yield {
      kind: 'note',
      subject,
      message: `Decision ${subject}, which the journal has as refused, was taken out of the database on ${day}.`,
    };
}

async function isGuarded(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`
    select from pg_trigger
    where tgrelid = 'audit'::regclass and tgname = 'audit_is_append_only' and tgenabled in ('O', 'A')`.execute(
    db,
  );
  return rows.length > 0;
}
