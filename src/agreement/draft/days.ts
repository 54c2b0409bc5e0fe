import { numberOf, numberPattern } from './numbers.ts';

/*
 * Days, months, quarters and years as agreements write them. All values are calendar days, YYYY-MM-DD.
 */

/** A stretch of days; of a day both ends are the same. */
export interface Days {
  first: string;
  last: string;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** Source of a pattern for a month's name, long or short, without groups. */
export const monthPattern = `(?:${months.join('|')}|${months.map((name) => name.slice(0, 3)).join('|')}|Sept)(?![\\p{L}])\\.?`;
const clock = String.raw`(?:(?:noon|midnight|\d{1,2}[:.]\d{2}(?: ?(?:hours|hrs|h|a\.m\.|p\.m\.|am|pm|local time|UTC|GMT))?)(?: \([^)]*\))?,? (?:on |of )?)?`;
const nth = `(?:the )?(?:${numberPattern})(?:st|nd|rd|th|\\.)?(?: day)?(?: of)?`;
const quarterWord = '(?:first|second|third|fourth|last)';

/** Source of a pattern for a day or a longer stretch, without groups. */
export const dayPattern = `${clock}(?:${nth} ${monthPattern},?(?: (?:in )?\\d{4})?|${monthPattern} \\d{1,2}(?!\\d)(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2}|(?:end|mid)-(?:of-)?(?:${monthPattern}[ -])?\\d{4}|(?:the )?(?:end|beginning|close) of (?:${monthPattern} )?(?:the year )?\\d{4}|(?:the )?${quarterWord} (?:calendar )?[Qq]uarter of (?:the year )?\\d{4}|(?:the )?${quarterWord} half of (?:the year )?\\d{4}|${monthPattern} \\d{4}|(?:the year )?\\d{4}(?!\\d|,\\d|\\s*%|\\s+(?!(?:and|or|than|to|at|on|for|by|with|in|of|the|from|as|until|a|no|not|into|it|they|each|is|are|shall|will|only|may|must|provided|if|unless|subject|which|that|when|where|through|without)\\b)[A-Za-z]))`;

const iso = (year: number, monthAt: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, monthAt, day));
  return date.getUTCMonth() === monthAt && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
};

const monthAt = (written: string): number => months.findIndex((name) => name.startsWith(written.slice(0, 3)));

const lastOf = (year: number, at: number): string =>
  new Date(Date.UTC(year, at + 1, 0)).toISOString().slice(0, 10);

const stretch = (year: number, from: number, count: number): Days => ({
  first: `${new Date(Date.UTC(year, from, 1)).toISOString().slice(0, 10)}`,
  last: lastOf(year, from + count - 1),
});

const monthIn = new RegExp(`(?<![\\p{L}])(${monthPattern})(?![\\p{L}])`, 'u');
const numberIn = new RegExp(numberPattern, 'iu');
const lengthIn = new RegExp(
  `(${numberPattern}|\\ban?\\b)(?:[ -]\\(\\d+\\))?[ -](?:further |full |consecutive |calendar |working |business |clear )?(hour|day|night|week|fortnight|month|year)s?`,
  'iu',
);

const order = ['first', 'second', 'third', 'fourth'];

/**
 * The days that words say; a day without a year is of `year`, and null without one.
 */
export const daysOf = (written: string, year: number | null): Days | null => {
  const words = written
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const whole = /\b(\d{4})-(\d{2})-(\d{2})\b/u.exec(words);
  if (whole) {
    const day = iso(Number(whole[1]), Number(whole[2]) - 1, Number(whole[3]));
    return day ? { first: day, last: day } : null;
  }
  const ownYear = /(?<!\d)(?:1[89]|2\d)\d{2}(?!\d)/u.exec(words.replace(/\d{1,2}[:.]\d{2}/gu, ' '))?.[0];
  const inYear = ownYear ? Number(ownYear) : year;
  if (inYear === null) return null;
  const quarter = /\b(first|second|third|fourth|last) (?:calendar )?quarter\b/iu
    .exec(words)?.[1]
    ?.toLowerCase();
  if (quarter) return stretch(inYear, 3 * (quarter === 'last' ? 3 : order.indexOf(quarter)), 3);
  const half = /\b(first|second|last) half\b/iu.exec(words)?.[1]?.toLowerCase();
  if (half) return stretch(inYear, half === 'first' ? 0 : 6, 6);
  const named = monthIn.exec(words);
  if (!named) {
    if (/\b(?:end|close)(?: of\b|-)/iu.test(words))
      return { first: `${inYear}-12-31`, last: `${inYear}-12-31` };
    if (/\bmid-/iu.test(words)) return { first: `${inYear}-06-30`, last: `${inYear}-06-30` };
    if (/\bbeginning of\b/iu.test(words)) return { first: `${inYear}-01-01`, last: `${inYear}-01-01` };
    return ownYear ? stretch(inYear, 0, 12) : null;
  }
  const at = monthAt(named[1] ?? '');
  if (/\bmid-/iu.test(words)) return { first: `${iso(inYear, at, 15)}`, last: `${iso(inYear, at, 15)}` };
  if (/\bend(?: of\b|-)/iu.test(words)) return { first: lastOf(inYear, at), last: lastOf(inYear, at) };
  const before = words.slice(0, named.index).replace(/\b(?:day|of|the|on|noon|midnight)\b/giu, ' ');
  const after = words.slice(named.index + named[0].length).replace(ownYear ?? '', ' ');
  const day = numberOf(
    numberIn.exec(before.replace(/\d{1,2}[:.]\d{2}/gu, ' '))?.[0] ?? numberIn.exec(after)?.[0] ?? '',
  );
  if (day === null) return stretch(inYear, at, 1);
  const date = iso(inYear, at, day);
  return date ? { first: date, last: date } : null;
};

const units: Readonly<Record<string, string>> = { day: 'D', night: 'D', week: 'W', month: 'M', year: 'Y' };

/** Source of a pattern for a length of time, without groups. */
export const durationPattern = `(?:a |one )?(?:period of |term of |maximum of )?(?:${numberPattern}|a|an|one)(?:[ -]\\(\\d+\\))?[ -](?:further |full |consecutive |calendar |working |business |clear )?(?:hour|day|night|week|fortnight|month|year)s?`;

/** ISO 8601 of a length of time; hours count as days begun, working days as days. null for none. */
export const durationOf = (written: string): string | null => {
  const [, number = '', unit = ''] = lengthIn.exec(written) ?? [];
  const count = /^an?$/iu.test(number) ? 1 : numberOf(number);
  if (count === null || count <= 0 || count > 100_000) return null;
  const kind = unit.toLowerCase();
  if (kind === 'hour') return `P${Math.ceil(count / 24)}D`;
  if (kind === 'fortnight') return `P${Math.round(2 * count)}W`;
  if (!Number.isInteger(count))
    return kind === 'year' && Number.isInteger(count * 12) ? `P${count * 12}M` : null;
  return `P${count}${units[kind]}`;
};

/** The day before a day. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
