import edtf from 'edtf';

/** Days from `from` to `to`, both inclusive, as milliseconds since 1970 (UTC); ±Infinity when open. */
export interface Interval {
  from: number;
  to: number;
}

/** Parsing takes a tenth of a millisecond, and reports share their dates. */
const known = new Map<string, Interval | null>();
const keptDates = 10_000;

/** The interval an EDTF date or interval covers; null when it is no EDTF. */
export const intervalOf = (date: string): Interval | null => {
  const found = known.get(date);
  if (found !== undefined) return found;
  if (known.size >= keptDates) known.clear();
  const interval = dayOf(date) ?? parse(date);
  known.set(date, interval);
  return interval;
};

const dayMs = 86_400_000;

/** A plain day, as nearly all dates are; null for what the library has to read. */
const dayOf = (date: string): Interval | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return null;
  const from = Date.parse(date);
  const isDay = !Number.isNaN(from) && new Date(from).toISOString().startsWith(date);
  return isDay ? { from, to: from + dayMs - 1 } : null;
};

/** The two ends apart: the library does not know intervals of seasons ("2030-24/.."), which reports tell of. */
const parse = (date: string): Interval | null => {
  const [first = '', last = first] = date.split('/');
  try {
    const [from, to] = [first, last].map((end) => (end === '..' || end === '' ? null : edtf(end)));
    if (!from && !to) return null;
    return { from: from?.min ?? Number.NEGATIVE_INFINITY, to: to?.max ?? Number.POSITIVE_INFINITY };
  } catch {
    return null;
  }
};

/** Every month, `YYYY-MM`, that an interval of finite length touches. */
export const monthsOf = ({ from, to }: Interval): string[] => {
  const months: string[] = [];
  const month = new Date(from);
  month.setUTCDate(1);
  for (; month.getTime() <= to; month.setUTCMonth(month.getUTCMonth() + 1)) {
    months.push(month.toISOString().slice(0, 7));
  }
  return months;
};

export const meets = (a: Interval, b: Interval): boolean => a.from <= b.to && b.from <= a.to;
