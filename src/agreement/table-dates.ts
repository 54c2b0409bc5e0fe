import { isDay } from '../model/index.ts';

/** When a row of a table says that something is due; `unclear` says why a cell could not be read. */
export type Due =
  | { to: string }
  | { within: string; after: string | null }
  | { after: string }
  | { unclear: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const units: Readonly<Record<string, string>> = { day: 'D', week: 'W', month: 'M', year: 'Y' };

const dayFrom = (year: string, month: number, day: string): string | null => {
  const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
};

const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** A day written 2031-05-14, 14 May 2031, May 14, 2031 or 14.5.2031; null where it is none. */
const writtenDay = (text: string): string | null => {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/u.exec(text);
  if (iso) return dayFrom(iso[1] ?? '', Number(iso[2]), iso[3] ?? '');
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/iu.exec(text);
  if (dayFirst) return dayFrom(dayFirst[3] ?? '', monthOf(dayFirst[2] ?? ''), dayFirst[1] ?? '');
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu.exec(text);
  if (monthFirst) return dayFrom(monthFirst[3] ?? '', monthOf(monthFirst[1] ?? ''), monthFirst[2] ?? '');
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(text);
  return dotted ? dayFrom(dotted[3] ?? '', Number(dotted[2]), dotted[1] ?? '') : null;
};

/** A cell that says when something is due; null for an empty one. */
export const dueOf = (cell: string): Due | null => {
  const text = cell
    .trim()
    .replace(/^(?:by|until|no later than|not later than|before|on)\s+/iu, '')
    .replace(/\.$/u, '');
  if (!text || /^(?:-|–|n\/?a|none|open|ongoing|continuous(?:ly)?|permanent(?:ly)?)$/iu.test(text))
    return null;
  const day = writtenDay(text);
  if (day) return { to: day };
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text);
  if (slashed) {
    const [, first = '', second = '', year = ''] = slashed;
    const readings = [dayFrom(year, Number(second), first), dayFrom(year, Number(first), second)];
    const [only, other] = [...new Set(readings.filter((one) => one !== null))];
    if (only && !other) return { to: only };
    return { unclear: only ? 'it may be the day first or the month first' : 'there is no such day' };
  }
  if (/^P\d+[YMWD]$/u.test(text)) return { within: text, after: null };
  const span =
    /^(?:within |d ?\+ ?)?(\d{1,4})[ -]?(day|week|month|year)?s?(?: (?:after|of|from|following) (.+))?$/iu.exec(
      text,
    );
  if (span && (span[2] || /^d/iu.test(text))) {
    const event = span[3] && !/^(?:the )?(?:signing|signature)/iu.test(span[3]) ? span[3] : null;
    return { within: `P${span[1]}${units[(span[2] ?? 'day').toLowerCase()]}`, after: event };
  }
  const after = /^(?:after|upon|once|following) (.+)$/iu.exec(text);
  return after ? { after: after[1] ?? '' } : { unclear: 'it is no day and no number of days' };
};
