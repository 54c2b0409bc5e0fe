import type { Kysely } from 'kysely';
import { change } from './change.ts';
import { addEnteredClaim, addWithdrawal } from './entered-claims.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { missingJudgements, recordJudgements } from './judgements.ts';
import type { Tables } from './tables.ts';
import { leftOf, takeDown } from './takedowns.ts';

type OtherEntry = Exclude<JournalEntry, { judgement: unknown }>;

const idOf = (entry: OtherEntry): string =>
  'claim' in entry
    ? `claim ${entry.claim.id}`
    : 'withdrawal' in entry
      ? `withdrawal ${entry.withdrawal.claimId}`
      : `takedown ${entry.takedown.documentId}`;

async function knownIds(db: Kysely<Tables>): Promise<Set<string>> {
  const claims = await db.selectFrom('entered_claims').select('id').execute();
  const withdrawals = await db.selectFrom('withdrawals').select('claim_id').execute();
  const takedowns = await db.selectFrom('tombstones').select('document_id').execute();
  return new Set([
    ...claims.map(({ id }) => `claim ${id}`),
    ...withdrawals.map(({ claim_id }) => `withdrawal ${claim_id}`),
    ...takedowns.map(({ document_id }) => `takedown ${document_id}`),
  ]);
}

/** Words of a document whose takedown was interrupted must not come back from the journal. */
async function finishTakedowns(journal: Journal): Promise<void> {
  const takedowns = journal.entries.flatMap((entry) => ('takedown' in entry ? [entry.takedown] : []));
  const left = (entry: JournalEntry) =>
    takedowns.reduce<JournalEntry | null>((rest, takedown) => rest && leftOf(takedown)(rest), entry);
  if (!journal.entries.every((entry) => left(entry) === entry)) await journal.rewrite(left);
}

/** Gives the database what only the journal still has; returns what a person should know of it. */
export async function replay(journal: Journal, db: Kysely<Tables>, tool: string): Promise<string[]> {
  await finishTakedowns(journal);
  const { entries } = journal;
  const judgements = entries.flatMap((entry) => ('judgement' in entry ? [entry.judgement] : []));
  const missing = await missingJudgements(db, judgements);
  const replayed =
    (await recordJudgements(db, tool, missing, 'judgement.replayed')) +
    (await replayOthers(db, tool, entries));
  return [
    ...(journal.wasTorn
      ? ['The last line of the journal was unfinished, never confirmed to anybody, and was cut off.']
      : []),
    ...(replayed > 0
      ? [`${replayed} decisions of people that the database had lost came back from the journal.`]
      : []),
  ];
}

/** Entered claims, their withdrawals and takedowns, in the order that people made them; returns how many were lost. */
async function replayOthers(
  db: Kysely<Tables>,
  tool: string,
  entries: readonly JournalEntry[],
): Promise<number> {
  const known = await knownIds(db);
  let replayed = 0;
  for (const entry of entries) {
    if ('judgement' in entry || known.has(idOf(entry))) continue;
    replayed += await change(db, tool, async (trx) => {
      const { events } =
        'claim' in entry
          ? await addEnteredClaim(trx, entry.claim)
          : 'withdrawal' in entry
            ? await addWithdrawal(trx, entry.withdrawal)
            : await takeDown(trx, entry.takedown);
      return { result: events.length, events };
    });
  }
  return replayed;
}
