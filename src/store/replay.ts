import { sql } from 'kysely';
import { change, type Ledger } from './change.ts';
import {
  applied,
  type EntryKind,
  entryInDatabase,
  entryKinds,
  idsInDatabase,
  removeEntry,
} from './entries.ts';
import { type Journal, type JournalEntry, nameOf } from './journal.ts';
import { systemReason } from './refusals.ts';
import { leftOf } from './takedowns.ts';

/** Gives the database what only the journal still has; returns what a person should know of it. */
export async function replay(journal: Journal, ledger: Ledger): Promise<string[]> {
  await finishTakedowns(journal);
  const removed = await removeRefused(journal, ledger);
  let replayed = 0;
  for (const kind of entryKinds) replayed += await replayKind(journal, ledger, kind);
  return [
    ...(journal.wasTorn
      ? ['The last line of the journal was unfinished, never confirmed to anybody, and was cut off.']
      : []),
    ...(replayed > 0
      ? [`${replayed} decisions of people that the database had lost came back from the journal.`]
      : []),
    ...(removed > 0
      ? [`${removed} decisions that had been refused were in the database all the same, and were taken out.`]
      : []),
    ...journal.setAside.map(
      ({ line, why }) => `Line ${line} of the journal, a decision of somebody, does not count: ${why}.`,
    ),
  ];
}

/** Words of a document whose takedown was interrupted must not come back from the journal. */
async function finishTakedowns(journal: Journal): Promise<void> {
  const takedowns = journal.of('takedown');
  const words = takedowns.flatMap(({ documentId, sha256 }) => [documentId, sha256]);
  const lefts = takedowns.map(leftOf);
  const left = (entry: JournalEntry) =>
    lefts.reduce<JournalEntry | null>((rest, leftOfIt) => rest && leftOfIt(rest), entry);
  const isFinished = journal.lines.every(({ entry, text }) =>
    entry ? left(entry) === entry : !words.some((word) => text.includes(word)),
  );
  if (!isFinished) await journal.rewrite(left, words);
}

/** Takes out of the database what was refused, where the database had it all the same; returns how many. */
async function removeRefused(journal: Journal, ledger: Ledger): Promise<number> {
  const counting = new Set(journal.entries.map((entry) => nameOf(entry).id));
  let removed = 0;
  for (const { entry, isAborted } of journal.lines) {
    // What a takedown removed does not come back.
    if (!entry || !isAborted || 'takedown' in entry || counting.has(nameOf(entry).id)) continue;
    if (!(await entryInDatabase(ledger.db, entry))) continue;
    await change(ledger, (trx) => removeEntry(trx, entry));
    removed += 1;
  }
  return removed;
}

/**
 * Gives the database the entries of a kind that it lacks, and returns how many. The order of decisions is that of the journal:
 * those that came after a lost one are written anew behind it.
 */
async function replayKind(journal: Journal, ledger: Ledger, kind: EntryKind): Promise<number> {
  const known = await idsInDatabase(ledger.db, kind);
  const all = journal.entries.filter((entry) => kind in entry);
  const isKnown = (entry: JournalEntry) => known.has(nameOf(entry).id);
  const first = all.findIndex((entry) => !isKnown(entry));
  const isOrdered = kind !== 'withdrawal' && kind !== 'takedown';
  let replayed = 0;
  for (const entry of first < 0 ? [] : all.slice(first)) {
    if (isKnown(entry) && !(isOrdered && replayed > 0)) continue;
    if (await replayEntry(journal, ledger, entry, isKnown(entry))) replayed += isKnown(entry) ? 0 : 1;
  }
  return replayed;
}

/** An entry that the database does not take is set aside: false. */
async function replayEntry(
  journal: Journal,
  ledger: Ledger,
  entry: JournalEntry,
  isKnown: boolean,
): Promise<boolean> {
  try {
    await change(ledger, async (trx) => {
      if (isKnown) await removeEntry(trx, entry);
      return applied(trx, entry, 'replayed');
    });
    return true;
  } catch (thrown) {
    // A database that answers nothing at all is another matter.
    await sql`select 1`.execute(ledger.db);
    journal.leaveOut(entry, `the database does not take it (${systemReason(thrown)})`);
    return false;
  }
}
