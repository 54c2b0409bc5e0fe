import type { Kysely } from 'kysely';
import type { Link } from './audit.ts';
import { containerHashes, documentById, documentHashes, documentsWithoutBytes } from './documents.ts';
import { agreementHashes } from './drafts.ts';
import type { Originals } from './originals.ts';
import type { StoreParts } from './parts.ts';
import type { Problem } from './problem.ts';
import type { Tables } from './tables.ts';
import { tombstones } from './takedowns.ts';
import { auditProblems } from './verify-audit.ts';
import { journalProblems } from './verify-journal.ts';
import { quoteProblems } from './verify-quotes.ts';
import { recordProblems } from './verify-records.ts';

/** Everything in the store that does not hold; `against`: heads of the audit log that were kept elsewhere. */
export async function* problems(
  { ledger: { db, head }, originals, journal }: Pick<StoreParts, 'ledger' | 'originals' | 'journal'>,
  against: readonly Link[],
): AsyncGenerator<Problem> {
  yield* originalProblems(db, originals);
  yield* takedownProblems(db, originals);
  yield* quoteProblems(db, null);
  yield* auditProblems(db, [...(head.mark ? [head.mark] : []), ...against], journal !== null);
  yield* recordProblems(db);
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

/** Every original whose bytes are gone or changed, and every document that no capture gave. */
async function* originalProblems(db: Kysely<Tables>, originals: Originals): AsyncGenerator<Problem> {
  for (const id of await documentsWithoutBytes(db))
    yield { kind: 'original', subject: id, message: `No capture gave the bytes of document ${id}.` };
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
