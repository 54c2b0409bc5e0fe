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
  const interval = parse(date);
  known.set(date, interval);
  return interval;
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

const dayMs = 86_400_000;

/** The calendar day of a moment, `YYYY-MM-DD` in UTC. */
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

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

/** The last day of `duration` (ISO 8601, such as P135D or P14M) counted from `day`. */
export const addDuration = (day: string, duration: string): string => {
  const [, years, months, weeks, days] = /^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/.exec(duration) ?? [];
  const count = (part: string | undefined) => Number.parseInt(part ?? '0', 10);
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + 12 * count(years) + count(months));
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastOfMonth));
  return dayOf(date.getTime() + (7 * count(weeks) + count(days)) * dayMs);
};
