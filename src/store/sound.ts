import { ProvisoError } from '../model/index.ts';
import type { JournalEntry } from './journal.ts';

/** Longer than anything that a person writes or points at; in UTF-16 code units, for one text and for all of an entry. */
const longest = { text: 20_000, entry: 200_000 };

const invalid = (what: string): ProvisoError =>
  new ProvisoError('PROVISO_DECISION_INVALID', `The decision is wrong: ${what}.`, 'Write it anew.');

/** Every text in a value, however deep. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* textsIn(part);
}

/** Half of a surrogate pair, which no text has. */
const halfPair = /\p{Surrogate}/u;

/**
 * Refuses what a database cannot keep word for word, before anything is written.
 * @throws ProvisoError PROVISO_DECISION_INVALID.
 */
export function requireSound(entry: JournalEntry): void {
  let length = 0;
  for (const text of textsIn(entry)) {
    if (text.includes('\0')) throw invalid('it has a character NUL');
    if (halfPair.test(text)) throw invalid('it has half a character');
    if (text.length > longest.text) throw invalid(`a text of it is longer than ${longest.text} characters`);
    length += text.length;
  }
  if (length > longest.entry) throw invalid(`it is longer than ${longest.entry} characters`);
}
