import type { Kysely } from 'kysely';
import { type AuditEntry, auditEntries, entryProblem } from './audit.ts';
import { missingDecisions } from './decisions.ts';
import { containerHashes, documentById, documentHashes } from './documents.ts';
import { agreementHashes } from './drafts.ts';
import type { Journal } from './journal.ts';
import { missingJudgements } from './judgements.ts';
import type { Originals } from './originals.ts';
import type { Problem } from './problem.ts';
import type { Tables } from './tables.ts';
import { tombstones } from './takedowns.ts';
import { quoteProblems } from './verify-quotes.ts';

/** Everything in the store that does not hold; `journal` is null with a server. */
export async function* problems(
  db: Kysely<Tables>,
  originals: Originals,
  journal: Journal | null,
): AsyncGenerator<Problem> {
  yield* originalProblems(db, originals);
  yield* takedownProblems(db, originals);
  yield* quoteProblems(db);
  yield* auditProblems(db);
  if (journal) yield* journalProblems(db, journal);
}

/** Every document that was taken down and left something behind: its bytes, or itself. */
async function* takedownProblems(db: Kysely<Tables>, originals: Originals): AsyncGenerator<Problem> {
  for (const { documentId, removed } of await tombstones(db)) {
    const states = await Promise.all(removed.map((sha256) => originals.state(sha256)));
    const text = await documentById(db, documentId);
    if (!text && states.every((state) => state === 'missing')) continue;
    yield {
      kind: 'takedown',
      subject: documentId,
      message: `Document ${documentId} was taken down, but its ${text ? 'text' : 'bytes'} are still there; take it down again.`,
    };
  }
}

/** Every original whose bytes are gone or changed. */
async function* originalProblems(db: Kysely<Tables>, originals: Originals): AsyncGenerator<Problem> {
  for (const { id, sha256 } of await documentHashes(db)) {
    const state = await originals.state(sha256);
    if (state === 'whole') continue;
    const what = state === 'missing' ? 'is missing' : 'no longer matches its hash';
    yield { kind: 'original', subject: id, message: `The original of document ${id} ${what}.` };
  }
  for (const sha256 of await containerHashes(db)) {
    const state = await originals.state(sha256);
    if (state === 'whole') continue;
    const what = state === 'missing' ? 'is missing' : 'no longer matches its hash';
    yield {
      kind: 'original',
      subject: sha256,
      message: `The feed ${sha256}, kept with its entries, ${what}.`,
    };
  }
  for (const { of, sha256 } of await agreementHashes(db)) {
    const state = await originals.state(sha256);
    if (state === 'whole') continue;
    const what = state === 'missing' ? 'is missing' : 'no longer matches its hash';
    yield { kind: 'original', subject: sha256, message: `The agreement of ${of} ${what}.` };
  }
}

/** Every entry of the audit log that was changed, or that does not follow the one before. */
async function* auditProblems(db: Kysely<Tables>): AsyncGenerator<Problem> {
  let before: AuditEntry | null = null;
  for await (const entry of auditEntries(db)) {
    const problem = entryProblem(entry, before);
    if (problem)
      yield {
        kind: 'audit',
        subject: `${entry.seq}`,
        message: `Entry ${entry.seq} of the audit log ${problem}.`,
      };
    before = entry;
  }
}

/** Every judgement and decision of the journal that the database lacks. */
async function* journalProblems(db: Kysely<Tables>, journal: Journal): AsyncGenerator<Problem> {
  const judgements = await missingJudgements(db, journal.of('judgement'));
  const decisions = await missingDecisions(db, journal.of('decision'));
  for (const { id } of [...judgements, ...decisions]) {
    const message = `Judgement ${id} is in the journal but not in the database.`;
    yield { kind: 'judgement', subject: id, message };
  }
}
