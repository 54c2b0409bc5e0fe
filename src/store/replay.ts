import type { Kysely } from 'kysely';
import { change } from './change.ts';
import { missingCorrections, recordCorrections } from './corrections.ts';
import { missingDecisions, recordDecisions } from './decisions.ts';
import { addEnteredClaim, addWithdrawal } from './entered-claims.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { missingJudgements, recordJudgements } from './judgements.ts';
import type { Tables } from './tables.ts';
import { leftOf, takeDown, tombstones } from './takedowns.ts';

/** Gives the database what only the journal still has; returns what a person should know of it. */
export async function replay(journal: Journal, db: Kysely<Tables>, tool: string): Promise<string[]> {
  await finishTakedowns(journal);
  const judgements = await missingJudgements(db, journal.of('judgement'));
  const decisions = await missingDecisions(db, journal.of('decision'));
  const replayed =
    (await recordJudgements(db, tool, judgements, 'judgement.replayed')) +
    (await recordDecisions(db, tool, decisions, 'decision.replayed')) +
    (await replayClaims(journal, db, tool)) +
    (await recordCorrections(db, tool, await missingCorrections(db, journal.of('correction')))) +
    (await replayTakedowns(journal, db, tool));
  return [
    ...(journal.wasTorn
      ? ['The last line of the journal was unfinished, never confirmed to anybody, and was cut off.']
      : []),
    ...(replayed > 0
      ? [`${replayed} decisions of people that the database had lost came back from the journal.`]
      : []),
  ];
}

/** Words of a document whose takedown was interrupted must not come back from the journal. */
async function finishTakedowns(journal: Journal): Promise<void> {
  const takedowns = journal.of('takedown').map(leftOf);
  const left = (entry: JournalEntry) =>
    takedowns.reduce<JournalEntry | null>((rest, leftOfIt) => rest && leftOfIt(rest), entry);
  if (!journal.entries.every((entry) => left(entry) === entry)) await journal.rewrite(left);
}

/** Returns how many entered claims and withdrawals the database lacked. */
async function replayClaims(journal: Journal, db: Kysely<Tables>, tool: string): Promise<number> {
  const claims = await db.selectFrom('entered_claims').select('id').execute();
  const withdrawals = await db.selectFrom('withdrawals').select('claim_id').execute();
  const entered = new Set(claims.map(({ id }) => id));
  const withdrawn = new Set(withdrawals.map(({ claim_id }) => claim_id));
  const lostClaims = journal.of('claim').filter(({ id }) => !entered.has(id));
  const lostWithdrawals = journal.of('withdrawal').filter(({ claimId }) => !withdrawn.has(claimId));
  for (const claim of lostClaims) await change(db, tool, (trx) => addEnteredClaim(trx, claim));
  for (const withdrawal of lostWithdrawals) await change(db, tool, (trx) => addWithdrawal(trx, withdrawal));
  return lostClaims.length + lostWithdrawals.length;
}

/** Returns how many takedowns the database lacked. */
async function replayTakedowns(journal: Journal, db: Kysely<Tables>, tool: string): Promise<number> {
  const known = new Set((await tombstones(db)).map(({ documentId }) => documentId));
  const lost = journal.of('takedown').filter(({ documentId }) => !known.has(documentId));
  for (const takedown of lost) await change(db, tool, (trx) => takeDown(trx, takedown));
  return lost.length;
}
