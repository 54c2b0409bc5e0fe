import { ProvisoError } from '../model/index.ts';
import type { JournalEntry } from './journal.ts';

/** Longer than anything that a person writes or points at; in UTF-16 code units, for one text and for all of an entry. */
const longest = { text: 20_000, entry: 200_000 };

const invalid = (what: string): ProvisoError =>
  new ProvisoError('PROVISO_DECISION_INVALID', `The decision is wrong: ${what}.`, 'Write it anew.');

/** Half of a surrogate pair, which no text has. */
const halfPair = /\p{Surrogate}/u;

/** A value with each of its texts as `change` gives it, however deep. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => withTexts(part, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withTexts(part, change)]));
}

/**
 * An entry as every database can keep it word for word, before anything is written. A byte order mark that a text begins with
 * is no part of it, and goes.
 * @throws ProvisoError PROVISO_DECISION_INVALID for what no database can keep.
 */
export function sound(entry: JournalEntry): JournalEntry {
  let length = 0;
  const checked = (text: string): string => {
    if (text.includes('\0')) throw invalid('it has a character NUL');
    if (halfPair.test(text)) throw invalid('it has half a character');
    if (text.length > longest.text) throw invalid(`a text of it is longer than ${longest.text} characters`);
    length += text.length;
    return text.replace(/^\ufeff+/, '');
  };
  const whole = withTexts(entry, checked) as JournalEntry;
  if (length > longest.entry) throw invalid(`it is longer than ${longest.entry} characters`);
  return whole;
}
