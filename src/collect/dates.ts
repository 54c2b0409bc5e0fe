import { type Calendar, gregorianDay, type Month, monthNamed } from './months.ts';

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether the text is a year, a month or a day of the calendar (EDTF level 0: YYYY, YYYY-MM, YYYY-MM-DD). */
export function isPublicationDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = pattern.exec(text) ?? [];
  if (!year) return false;
  const date = `${year}-${month}-${day}`;
  // Date.parse rolls 31 June over to 1 July, so the day must come back as it went in.
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/**
 * The date at the start of a longer timestamp, such as a page's meta tag (`2020-10-25T08:15Z`, `20201025T081500`), or
 * the UTC day of seconds or milliseconds since 1970; null when there is none.
 */
export function leadingDate(timestamp: string): string | null {
  const trimmed = timestamp.trim();
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(trimmed) ?? [];
  const compact = year && checked(`${year}-${month}-${day}`);
  if (compact) return compact;
  if (/^\d{9,10}(?:\.\d+)?$/.test(trimmed)) return dayOf(Number(trimmed) * 1000);
  if (/^\d{12,13}$/.test(trimmed)) return dayOf(Number(trimmed));
  const [date] = /^\d{4}(?:[-/]\d{2}){0,2}(?!\d)/.exec(trimmed) ?? [];
  return checked(date?.replaceAll('/', '-'));
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** A date written out, with the place in the text where it stands. */
export interface WrittenDate {
  /** YYYY-MM-DD. */
  date: string;
  /** False where a calendar is followed by the moon, and may be a day early or late. */
  exact: boolean;
  index: number;
}

type Reading = Omit<WrittenDate, 'index'> | null;

/**
 * The first day written out in a text, as its writer's clock had it, in any language that dates are known of
 * (`25 October 2020`, `9 de mayo de 2024`, `2024年5月9日`); null when there is none. Figures alone are read in the
 * order of the locale (BCP 47, of the page): `10/11/2020` means nothing without one, nor in English of no land.
 */
export const writtenDate = (text: string, locale: string | null = null): string | null =>
  findDate(text, locale)?.date ?? null;

/** As `writtenDate`, with its place and whether it is exact. */
export function findDate(text: string, locale: string | null = null): WrittenDate | null {
  const plain = plainFigures(text);
  const found: WrittenDate[] = [];
  for (const { pattern: form, read } of forms) {
    form.lastIndex = 0;
    for (let match = form.exec(plain); match; match = form.exec(plain)) {
      const reading = read(match, locale);
      if (reading) {
        found.push({ ...reading, index: match.index });
        break;
      }
      form.lastIndex = match.index + 1;
    }
  }
  return found.reduce<WrittenDate | null>(
    (first, one) => (first && first.index <= one.index ? first : one),
    null,
  );
}

/** Digits of every script as figures, marks of direction and rare blanks as blanks: one character for one. */
export const plainFigures = (text: string): string =>
  text
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/[\u00a0\u202f\u2009\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ');

/** Digits of a script stand in a row of ten, and each row begins at a code that is no digit's follower. */
function digitValue(digit: string): number {
  let zero = digit.codePointAt(0) as number;
  const code = zero;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

interface Form {
  pattern: RegExp;
  read(match: RegExpExecArray, locale: string | null): Reading;
}

const clock = '(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s+[A-Z]{3,4})?)?';
const between = '[^\\d\\n;:!?()<>]';

/** How days are written: each begins at a figure or at the name of a month. */
const forms: readonly Form[] = [
  {
    // 2020-10-25, 2020/10/25, 2024年5月9日, 2024년 5월 9일
    pattern: /(?<![\d.])(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)/g,
    read: ([, year, month, day], locale) => ofFigures(year, month, day, locale),
  },
  {
    // 25/10/2020, 25.10.2020
    pattern: /(?<![\d./-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d]|[./-]\d)/g,
    read: ([, first, sign, second, year], locale) =>
      inOrderOf(Number(first), Number(second), sign ?? '', year ?? '', locale),
  },
  {
    // 25 October 2020, 9 de mayo de 2024
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(${between}{2,40}?)(\\d{4})(?!\\d)`, 'gu'),
    read: ([, day, words, year], locale) => inWords(year, monthAmong(words, locale), day),
  },
  {
    // 9 tháng 5 năm 2024: a month that is a number
    pattern: /(?<!\d)(\d{1,2})\s+(?:tháng|thg)\s+(\d{1,2})\s*(?:,|năm)?\s+(\d{4})(?!\d)/gu,
    read: ([, day, month, year], locale) => ofFigures(year, month, day, locale),
  },
  {
    // October 25, 2020; May 09 15:21:41 2024
    pattern: new RegExp(
      `((?:\\p{L}[\\p{L}\\p{M}'’ʻ.-]*\\s){0,2}\\p{L}[\\p{L}\\p{M}'’ʻ.-]*)\\s+(\\d{1,2})(?:st|nd|rd|th)?,?${clock},?\\s+(\\d{4})(?!\\d)`,
      'gu',
    ),
    read: ([, words, day, year], locale) => inWords(year, monthLast(words, locale), day),
  },
  {
    // 2024. május 9., 2024 m. gegužės 9 d.
    pattern: new RegExp(`(?<!\\d)(\\d{4})(${between}{2,40}?)(\\d{1,2})(?!\\d|:)`, 'gu'),
    read: ([, year, words, day], locale) => inWords(year, monthAmong(words, locale), day),
  },
  {
    // 2024. gada 9. maijā
    pattern: /(?<!\d)(\d{4})\.?\s+\p{L}+\s+(\d{1,2})\.?\s+(\p{L}[\p{L}\p{M}]+)/gu,
    read: ([, year, day, words], locale) => inWords(year, monthAmong(words, locale), day),
  },
];

/** Small words between a day, its month and its year. */
const smallWords = new Set(
  (
    'ta ta’ de del d of the di da do den der du dne ng st nd rd th er e o a m д г го года році год роки dia día ab al et ' +
    'año ano anno year ko ten gada رقم من لعام عام سنة'
  ).split(' '),
);

/** The month that stands alone among small words; null where others stand beside it. */
function monthAmong(words: string | undefined, locale: string | null): Month | null {
  const tokens = tokensOf(words);
  const from = tokens.findIndex((token) => !smallWords.has(token));
  const to = tokens.findLastIndex((token) => !smallWords.has(token)) + 1;
  if (from < 0 || to - from > 4) return null;
  return monthOf(tokens.slice(from, to), locale) ?? monthOf(tokens, locale) ?? monthOfBoth(words, locale);
}

/** The month where it is named twice, as Arabs of several lands are written for: `أيار/مايو`. */
function monthOfBoth(words: string | undefined, locale: string | null): Month | null {
  const [one, other, ...more] = (words ?? '').split('/').map((name) => monthOf(tokensOf(name), locale));
  return one && other?.number === one.number && more.length === 0 ? one : null;
}

/** The month that ends a run of words. */
function monthLast(words: string | undefined, locale: string | null): Month | null {
  const tokens = tokensOf(words);
  for (let from = Math.max(0, tokens.length - 3); from < tokens.length; from += 1) {
    const month = monthOf(tokens.slice(from), locale);
    if (month) return month;
  }
  return null;
}

const tokensOf = (words: string | undefined): string[] =>
  (words ?? '')
    .toLowerCase()
    .split(/[\s,./·–—-]+/u)
    .filter(Boolean);

function monthOf(tokens: readonly string[], locale: string | null): Month | null {
  if (tokens.length === 0) return null;
  const name = tokens.join(' ');
  // Hebrew writes "in" as a letter before the name; Basque and Latvian add an ending to it.
  return (
    monthNamed(name, locale) ??
    (/^ב\p{L}{2}/u.test(name) ? monthNamed(name.slice(1), locale) : null) ??
    monthNamed(tokens.join('-'), locale) ??
    // Thai months are shortened in letters with full stops.
    (tokens.length > 1 ? monthNamed(tokens.join(''), locale) : null)
  );
}

function inWords(year: string | undefined, month: Month | null, day: string | undefined): Reading {
  if (!year || !month || !day) return null;
  return ofCalendar(calendarOf(month, Number(year)), Number(year), month.number, Number(day));
}

/** A month that has the same name in two calendars is of the one that the year is possible in. */
const calendarOf = ({ calendar }: Month, year: number): Calendar | null =>
  (calendar === 'gregory') === year > 1500 ? calendar : null;

/** Years of the Buddhist era are 543 ahead. */
function ofCalendar(calendar: Calendar | null, year: number, month: number, day: number): Reading {
  if (!calendar || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const counted = calendar === 'gregory' && year > 2400 && year < 2700 ? year - 543 : year;
  const date = checked(gregorianDay(calendar, counted, month, day) ?? undefined);
  return date ? { date, exact: calendar !== 'islamic-umalqura' } : null;
}

function ofFigures(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  locale: string | null,
): Reading {
  return ofCalendar(calendarOfYear(Number(year), locale), Number(year), Number(month), Number(day));
}

/** Figures alone are of the calendar that the page's language counts by. */
function calendarOfYear(year: number, locale: string | null): Calendar | null {
  if (year > 1500) return 'gregory';
  if (/^(?:fa|ps|ckb|tg)\b/i.test(locale ?? '')) return 'persian';
  return /^(?:ar|ur)\b/i.test(locale ?? '') ? 'islamic-umalqura' : null;
}

function inOrderOf(
  first: number,
  second: number,
  sign: string,
  year: string,
  locale: string | null,
): Reading {
  const order = orderOf(locale);
  const dayFirst =
    first > 12
      ? true
      : second > 12
        ? false
        : sign === '.' || first === second
          ? true
          : order && order === 'dmy';
  if (dayFirst === null) return null;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  if (year.length === 4) return ofFigures(year, String(month), String(day), locale);
  return order ? ofCalendar('gregory', century(Number(year)), month, day) : null;
}

const century = (year: number): number => (year < 70 ? 2000 : 1900) + year;

/** Whether days or months stand first in a locale's figures; null where writers differ, as in English of no land. */
function orderOf(locale: string | null): 'dmy' | 'mdy' | null {
  if (!locale || !Intl.DateTimeFormat.supportedLocalesOf(locale.replaceAll('_', '-')).length) return null;
  const { language, region } = new Intl.Locale(locale.replaceAll('_', '-'));
  if (language === 'en' && !region) return null;
  const figures = new Intl.DateTimeFormat(locale.replaceAll('_', '-'), {
    calendar: 'gregory',
    dateStyle: 'short',
  });
  const types = figures.formatToParts(0).map(({ type }) => type);
  if (types.indexOf('year') < types.indexOf('day')) return 'dmy';
  return types.indexOf('day') < types.indexOf('month') ? 'dmy' : 'mdy';
}

/**
 * The day in an address (`/2020/10/25/title`, `/2020/oct/25/`, `/20201025-title`), else its month (`/2020/10/title`);
 * null when there is none.
 */
export function dateInAddress(url: string): string | null {
  const path = url.replace(/^\w+:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  const [, year, month, day] =
    /\/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?=[/_.-]|$)/i.exec(path) ??
    /(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(path) ??
    /(?:[/_-])((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/.exec(path) ??
    [];
  const whole = year && month && day ? figuresOr(year, month, day) : null;
  if (whole) return whole;
  const [, itsYear, itsMonth] = /\/((?:19|20)\d{2})[/-](\d{2})(?=\/)/.exec(path) ?? [];
  return itsYear ? checked(`${itsYear}-${itsMonth}`) : null;
}

function figuresOr(year: string, month: string, day: string): string | null {
  const number = /^\d+$/.test(month) ? Number(month) : monthNamed(month, 'en')?.number;
  return number === undefined
    ? null
    : checked(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const checked = (date: string | undefined): string | null => (date && isPublicationDate(date) ? date : null);
