import type { TimeMention } from '../../model/index.ts';
import {
  addDays,
  addMonths,
  type Day,
  daysInMonth,
  dayText,
  exists,
  monthText,
  pad,
  weekday,
  weekText,
} from './calendar.ts';

/** What a time expression means: its EDTF date, its TIMEX3 value, its kind. */
export type TimexValue = Omit<TimeMention, 'span'>;

/** A date as far as it is known; parts that are not known are 1. */
export interface KnownDate extends Day {
  readonly known: 'day' | 'month' | 'year';
}

/** Whether what is told lies behind or ahead of the day of publication; null where the words do not say. */
export type TenseDirection = 'past' | 'future' | null;

/** Which third of a period: "early", "mid", "late". */
export type Third = 'early' | 'mid' | 'late';

/** What surrounds an expression and gives it its meaning. */
export interface TemporalContext {
  /** When the text was published; null when that is not known. */
  readonly anchor: KnownDate | null;
  /** The last date that the paragraph has named. */
  readonly narrative: KnownDate | null;
  /** The last date that the text has named. */
  readonly named: KnownDate | null;
  readonly tenseDirection: TenseDirection;
}

export const date = (edtf: string | null, value = edtf ?? 'XXXX-XX-XX'): TimexValue => ({
  edtf,
  value,
  kind: 'date',
});
export const duration = (value: string): TimexValue => ({ edtf: null, value, kind: 'duration' });
export const set = (value: string): TimexValue => ({ edtf: null, value, kind: 'set' });

/** The date that starts with `text`, such as `2020-10` or `2020-10-24`; null when it is none. */
export const knownDate = (text: string | null | undefined): KnownDate | null => {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(text ?? '');
  if (!found) return null;
  const [, year, month, day] = found;
  const known = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
  return exists(known) ? { ...known, known: day ? 'day' : month ? 'month' : 'year' } : null;
};

export const knowsDay = (at: KnownDate | null): at is KnownDate & { readonly known: 'day' } =>
  at?.known === 'day';
export const knowsMonth = (at: KnownDate | null): at is KnownDate =>
  at?.known === 'month' || at?.known === 'day';

export const dayMeaning = (day: Day): TimexValue => date(dayText(day));

const firstMonths: Readonly<Record<Third, number>> = { early: 1, mid: 5, late: 9 };
const firstDays: Readonly<Record<Third, number>> = { early: 1, mid: 11, late: 21 };

/** A third of a year is four months, of a month ten days. */
export const yearMeaning = (year: number, third?: Third): TimexValue => {
  if (!third) return date(pad(year, 4));
  const first = firstMonths[third];
  return date(`${monthText(year, first)}/${monthText(year, first + 3)}`, pad(year, 4));
};

export const monthMeaning = (year: number, month: number, third?: Third): TimexValue => {
  const text = monthText(year, month);
  if (!third) return date(text);
  const first = firstDays[third];
  const last = third === 'late' ? daysInMonth(year, month) : first + 9;
  return date(`${text}-${pad(first)}/${text}-${pad(last)}`, text);
};

/** A week of Monday to Sunday; a third of it is two days, the last three. */
export const weekMeaning = (within: Day, third?: Third): TimexValue => {
  const monday = addDays(within, 1 - weekday(within));
  const [first, last] = third === 'early' ? [0, 1] : third === 'mid' ? [2, 3] : third ? [4, 6] : [0, 6];
  return date(`${dayText(addDays(monday, first))}/${dayText(addDays(monday, last))}`, weekText(monday));
};

const weekendMeaning = (within: Day): TimexValue => {
  const saturday = addDays(within, 6 - weekday(within));
  return date(`${dayText(saturday)}/${dayText(addDays(saturday, 1))}`, `${weekText(saturday)}-WE`);
};

/** A quarter has an EDTF code of its own: 33 to 36. */
export const quarterMeaning = (year: number, quarter: number): TimexValue =>
  date(`${pad(year, 4)}-${32 + quarter}`, `${pad(year, 4)}-Q${quarter}`);

export const halfMeaning = (year: number, half: 1 | 2): TimexValue => {
  const first = half === 1 ? 1 : 7;
  return date(`${monthText(year, first)}/${monthText(year, first + 5)}`, `${pad(year, 4)}-H${half}`);
};

const decadeThirds: Readonly<Record<Third, readonly [first: number, last: number]>> = {
  early: [0, 3],
  mid: [4, 6],
  late: [7, 9],
};

/** A decade by its first year, such as 1990. */
export const decadeMeaning = (first: number, third?: Third): TimexValue => {
  const value = `${pad(Math.floor(first / 10), 3)}X`;
  if (!third) return date(value);
  const [from, to] = decadeThirds[third];
  return date(`${pad(first + from, 4)}/${pad(first + to, 4)}`, value);
};

const seasonCodes = ['SP', 'SU', 'FA', 'WI'] as const;

/** A season by its index from spring; EDTF counts them from 21. */
export const seasonMeaning = (year: number | null, season: number): TimexValue =>
  year === null
    ? date(null, `XXXX-${seasonCodes[season]}`)
    : date(`${pad(year, 4)}-${21 + season}`, `${pad(year, 4)}-${seasonCodes[season]}`);

/** The period `steps` units from a date: the next month, the last quarter; open where the date is too coarse. */
export const periodMeaning = (
  unit: string,
  steps: number,
  from: KnownDate | null,
  third?: Third,
): TimexValue | null => {
  switch (unit) {
    case 'day': {
      if (knowsDay(from)) return dayMeaning(addDays(from, steps));
      if (!knowsMonth(from) || steps !== 0) return date(null);
      const text = monthText(from.year, from.month);
      return date(text, `${text}-XX`);
    }
    case 'week':
      return knowsDay(from) ? weekMeaning(addDays(from, 7 * steps), third) : date(null, 'XXXX-WXX');
    case 'weekend':
      return knowsDay(from) ? weekendMeaning(addDays(from, 7 * steps)) : date(null, 'XXXX-WXX-WE');
    case 'month': {
      if (!knowsMonth(from)) return date(null, 'XXXX-XX');
      const { year, month } = addMonths(from, steps);
      return monthMeaning(year, month, third);
    }
    case 'quarter': {
      if (!knowsMonth(from)) return date(null, 'XXXX-QX');
      const { year, month } = addMonths(from, 3 * steps);
      return quarterMeaning(year, Math.ceil(month / 3));
    }
    case 'year':
      return from ? yearMeaning(from.year + steps, third) : date(null, 'XXXX');
    case 'decade':
      return from ? decadeMeaning(10 * (Math.floor(from.year / 10) + steps), third) : date(null, 'XXXX');
    case 'century': {
      if (!from) return date(null, 'XXXX');
      const century = pad(Math.floor(from.year / 100) + steps, 2);
      return date(`${century}XX`, century);
    }
    default:
      return null;
  }
};
