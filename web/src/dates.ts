/** In which language dates and numbers are written: the browser's. */
export const language: string = 'document' in globalThis ? navigator.language : 'en-GB';

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });

const formats = {
  day: format({ day: 'numeric', month: 'short', year: 'numeric' }),
  month: format({ month: 'short', year: 'numeric' }),
  year: format({ year: 'numeric' }),
  moment: format({ dateStyle: 'medium', timeStyle: 'short' }),
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Seasons and quarters of EDTF level 1 and 2. */
const seasons: Record<string, string> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  33: 'first quarter of',
  34: 'second quarter of',
  35: 'third quarter of',
  36: 'fourth quarter of',
};

interface Point {
  date: Date;
  precision: 'day' | 'month' | 'year';
}

const pointOf = (text: string): Point | null => {
  if (isDay(text)) return { date: new Date(text), precision: 'day' };
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return { date: new Date(`${text}-01`), precision: 'month' };
  return /^\d{4}$/.test(text) ? { date: new Date(text), precision: 'year' } : null;
};

const doubt = { '~': 'about ', '?': 'perhaps ', '%': 'perhaps about ' } as const;

/** A day, month, year or season; as it stands where it is anything else. */
const pointInWords = (text: string): string => {
  const mark = text.at(-1) as keyof typeof doubt;
  if (mark in doubt) return `${doubt[mark]}${pointInWords(text.slice(0, -1))}`;
  const point = pointOf(text);
  if (point) return formats[point.precision].format(point.date);
  const [, year = '', season = ''] = /^(\d{4})-([23]\d)$/.exec(text) ?? [];
  return season in seasons ? `${seasons[season]} ${year}` : text;
};

/** An EDTF date or interval in words, by the browser's language; any other text as it stands. */
export const dateInWords = (edtf: string): string => {
  const [from = '', to] = edtf.split('/');
  if (to === undefined) return pointInWords(from);
  if (!to || to === '..') return `from ${pointInWords(from)}`;
  if (!from || from === '..') return `until ${pointInWords(to)}`;
  const [first, last] = [pointOf(from), pointOf(to)];
  return first && last && first.precision === last.precision
    ? formats[first.precision].formatRange(first.date, last.date)
    : `${pointInWords(from)} – ${pointInWords(to)}`;
};

const tick = format({ day: 'numeric', month: 'short' });

/** A mark on an axis of time, as exact as the next one is far. */
export const tickInWords = (date: Date, step: number): string => {
  const days = step / 86_400_000;
  return (days > 360 ? formats.year : days > 27 ? formats.month : tick).format(date);
};

/** A sentence with its days, written YYYY-MM-DD, in words. */
export const withDatesInWords = (sentence: string): string =>
  sentence.replace(/\b\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?\b/g, dateInWords);

/** An instant, in UTC. */
export const momentInWords = (instant: string): string => `${formats.moment.format(new Date(instant))} UTC`;

/** A day as the address carries it; undefined for anything else. */
export const dayOrNothing = (value: unknown): string | undefined =>
  typeof value === 'string' && isDay(value) ? value : undefined;

/** The day so many months earlier; the last of its month where that is shorter. */
export const monthsBefore = (day: string, months: number): string => {
  const then = new Date(day);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(Number(day.slice(8)), last));
  return then.toISOString().slice(0, 10);
};
