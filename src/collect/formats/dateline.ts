import { findDate } from '../dates.ts';
import { agencyNamed } from './agencies.ts';

/** What the beginning of a report says of where, when and by whom it was written. */
export interface Dateline {
  /** YYYY-MM-DD; null where it names no whole day. */
  date: string | null;
  agency: string | null;
}

/** A dateline ends by a dash, or by the brackets of an agency; it begins with a place in capitals, or in any letters. */
const form =
  /^[([]?(?<place>\p{Lu}[\p{L}\p{M}'’.\- ]{1,40}(?:[,/] ?\p{Lu}[\p{L}\p{M}'’.\- ]{1,30}){0,2})?(?<more>[^—–\n]{0,80}?)\s*(?:—|–|--|-(?= ))\s*/u;
const inBrackets = /[([]([^()[\]]{2,40})[)\]]/u;

/** The dateline that a paragraph begins with; null where it begins with none. */
export function datelineOf(paragraph: string, locale: string | null): Dateline | null {
  const match = form.exec(paragraph.slice(0, 180));
  if (!match) return null;
  const head = match[0];
  const bracket = inBrackets.exec(head)?.[1] ?? null;
  const agency = bracket
    ? agencyNamed(bracket.split(/[,–—]/)[0] ?? '', 'bracket')
    : (agencyNamed(lastPart(head), 'known') ?? null);
  const date = findDate(head, locale);
  const isPlaced = /^[([]?\p{Lu}[\p{Lu}\p{M}'’.\- ]+(?:,|\s*\(|\s*[—–-])/u.test(head);
  if (!agency && !isPlaced && !date) return null;
  // A date deep in a sentence before its dash is no dateline.
  if (!agency && !isPlaced && head.length > 60) return null;
  return { date: date?.date ?? null, agency };
}

/** `KARSK, 9 May, dpa —` names the agency last. */
const lastPart = (head: string): string =>
  head
    .replace(/[—–-]+\s*$/u, '')
    .split(/[,(/]/)
    .at(-1)
    ?.trim() ?? '';
