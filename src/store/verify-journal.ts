import type { Kysely } from 'kysely';
import { entryInDatabase, entryKinds, idsInDatabase, isSame } from './entries.ts';
import { type Journal, nameOf } from './journal.ts';
import type { Problem } from './problem.ts';
import type { Tables } from './tables.ts';

const problem = (subject: string, message: string): Problem => ({ kind: 'journal', subject, message });

/** Every line of the journal that does not count, and every decision that journal and database do not have alike. */
export async function* journalProblems(db: Kysely<Tables>, journal: Journal): AsyncGenerator<Problem> {
  for (const { line, why } of journal.setAside)
    yield problem(`${line}`, `Line ${line} of the journal does not count: ${why}.`);
  const inJournal = new Set<string>();
  for (const entry of journal.entries) {
    const { kind, id } = nameOf(entry);
    inJournal.add(`${kind}:${id}`);
    const row = await entryInDatabase(db, entry);
    if (!row) yield problem(id, `The ${kind} ${id} is in the journal and not in the database.`);
    else if (!isSame(entry, row))
      yield problem(id, `The ${kind} ${id} is one thing in the journal and another in the database.`);
  }
  for (const kind of entryKinds) {
    for (const id of await idsInDatabase(db, kind))
      if (!inJournal.has(`${kind}:${id}`))
        yield problem(id, `The ${kind} ${id} is in the database and not in the journal.`);
  }
}
