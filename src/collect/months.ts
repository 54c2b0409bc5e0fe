/** What a month's name stands for: its number from 1, in one of the calendars that outlets date by. */
export interface Month {
  number: number;
  calendar: Calendar;
}

export type Calendar = 'gregory' | 'persian' | 'islamic-umalqura';

/** Languages and lands whose names for the months differ; the names are those of Unicode's CLDR, by `Intl`. */
const locales: Readonly<Record<Calendar, readonly string[]>> = {
  gregory: (
    'en fr de es it pt nl ru uk be bg sr sr-Latn hr bs sl sk cs pl ro hu el tr az kk ky uz tg hy ka he ar ar-SY ' +
    'ar-IQ ar-DZ ar-MA fa fa-AF ps ckb ku ur hi bn ta si ne my th km lo vi id ms fil sw am ti so ha yo sv da nb fi ' +
    'et lv lt is sq mk mt ca gl eu mn'
  ).split(' '),
  persian: ['en', 'fa', 'fa-AF', 'ps', 'ckb', 'tg', 'ru'],
  'islamic-umalqura': ['en', 'ar', 'fa', 'ur', 'tr', 'fr', 'id', 'ms', 'ru'],
};

/** The names of the Islamic months are written in Latin letters in many ways; matched without signs and blanks. */
const islamicInLatin: readonly RegExp[] = [
  /^m[ou]h?arr?[ae]m$/,
  /^saff?[ae]r$/,
  /^r[ae]bi.?(?:aw?|u?l|[aeu]l)?(?:aw+al|aww?el|i)$/,
  /^r[ae]bi.?(?:a|u?l|[aeu][lt])?(?:t?th?ani(?:yya?)?|akh?i?r|sani|ii)$/,
  /^jum+adh?[aei]?.?(?:[aeu]l)?(?:ul?[ao]h?|aw+al|i)$/,
  /^jum+adh?[aei]?.?(?:[aeu][lt])?(?:t?th?ani(?:ya?h?)?|akh?i?r[ae]?h?|sani|ii)$/,
  /^r[ae]jab$/,
  /^sh[ae]'?ab?a?n$/,
  /^ram[ae]?[dz]h?[ao]n$/,
  /^sh[ae]w+[ao]l$/,
  /^(?:dh?|z)h?[uo]l?(?:[aeu]?l)?[qk]h?[aeiu]+d[ae]h?$/,
  /^(?:dh?|z)h?[uo]l?(?:[aeu]?l)?hij+[ae]h?$/,
];

/** Without case, accents of Latin, Greek and Cyrillic letters, full stops, and joiners. */
const foldedName = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u200b-\u200f.]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

type Names = Map<string, Map<string, Month>>;

/** Made when a page first needs them: it takes a tenth of a second. */
let names: Names | null = null;

function allNames(): Names {
  const made: Names = new Map();
  for (const calendar of Object.keys(locales) as Calendar[]) {
    for (const locale of locales[calendar]) {
      for (const [name, number] of namesIn(locale, calendar)) {
        const meanings = made.get(name) ?? new Map<string, Month>();
        // The first land of a language that has the name decides.
        const language = locale.split('-')[0] as string;
        if (!meanings.has(language)) meanings.set(language, { number, calendar });
        made.set(name, meanings);
      }
    }
  }
  return made;
}

/** As they stand alone and in a date, whole and shortened. */
function* namesIn(locale: string, calendar: Calendar): Generator<[string, number]> {
  const withDay = { day: 'numeric', year: 'numeric' } as const;
  for (const month of ['long', 'short'] as const) {
    for (const more of [{}, withDay]) {
      const options = { calendar, timeZone: 'UTC', numberingSystem: 'latn', month, ...more } as const;
      const format = new Intl.DateTimeFormat(locale, options);
      for (const [number, time] of firstDays(calendar)) {
        const name = format.formatToParts(time).find(({ type }) => type === 'month')?.value ?? '';
        // What is only a number is no name.
        if (/\p{L}\p{M}*\p{L}/u.test(foldedName(name))) yield [foldedName(name), number];
      }
    }
  }
}

/** A day of each month of one year. */
function firstDays(calendar: Calendar): [number, number][] {
  const format = new Intl.DateTimeFormat('en', { calendar, timeZone: 'UTC', month: 'numeric' });
  const found = new Map<number, number>();
  for (let day = 0; day < 366; day += 14) {
    const time = Date.UTC(2024, 0, 1 + day);
    found.set(Number(format.format(time)), time);
  }
  return [...found];
}

/**
 * The month that a name means to a writer of the language (BCP 47; null when it is not known). What different months
 * are called in different languages, as `listopad` is, means nothing without one.
 */
export function monthNamed(name: string, language: string | null): Month | null {
  names ??= allNames();
  const folded = foldedName(name);
  const meanings = names.get(folded);
  const inLanguage = language && meanings?.get(language.toLowerCase().split(/[-_]/)[0] as string);
  if (inLanguage) return inLanguage;
  const [first, ...others] = meanings?.values() ?? [];
  if (first) return others.every(({ number }) => number === first.number) ? first : null;
  const bare = folded.replace(/[^a-z]/g, '');
  const islamic = bare.length > 3 ? islamicInLatin.findIndex((pattern) => pattern.test(bare)) : -1;
  return islamic < 0 ? null : { number: islamic + 1, calendar: 'islamic-umalqura' };
}

const dayMs = 86_400_000;

/** The Gregorian day (YYYY-MM-DD) of a day in another calendar; null when that has no such day. */
export function gregorianDay(calendar: Calendar, year: number, month: number, day: number): string | null {
  if (calendar === 'gregory') return isoDay(year, month, day);
  const options = { calendar, timeZone: 'UTC', numberingSystem: 'latn' } as const;
  const format = new Intl.DateTimeFormat('en', {
    ...options,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const wanted = `${year}-${month}-${day}`;
  let time = yearBegins(calendar, year) + (month - 1) * 29 * dayMs;
  for (let step = 0; step < 120; step += 1, time += dayMs) {
    const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
    if (`${Number.parseInt(part.year ?? '', 10)}-${part.month}-${part.day}` === wanted)
      return new Date(time).toISOString().slice(0, 10);
  }
  return null;
}

/** Some weeks before the first day of the year, by the mean length of the calendar's years. */
const yearBegins = (calendar: Calendar, year: number): number =>
  calendar === 'persian'
    ? Date.UTC(year + 621, 1, 20)
    : Date.UTC(622, 6, 1) + (year - 1) * 354.367 * dayMs - 25 * dayMs;

const isoDay = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
