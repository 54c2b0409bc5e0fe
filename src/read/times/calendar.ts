/** Day arithmetic on the proleptic Gregorian calendar, in EDTF strings. */

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

export const dayText = ({ year, month, day }: Day): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

export const monthText = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`;

const toDate = ({ year, month, day }: Day): Date => new Date(Date.UTC(year, month - 1, day));

const fromDate = (date: Date): Day => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
});

export const addDays = (day: Day, days: number): Day =>
  fromDate(new Date(toDate(day).getTime() + days * 86_400_000));

export const addMonths = (day: Day, months: number): Day => {
  const index = day.year * 12 + day.month - 1 + months;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day: 1 };
};

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Monday is 1, Sunday 7. */
export const weekday = (day: Day): number => toDate(day).getUTCDay() || 7;

/** Whole days from `a` to `b`. */
export const daysBetween = (a: Day, b: Day): number =>
  Math.round((toDate(b).getTime() - toDate(a).getTime()) / 86_400_000);

export const exists = ({ year, month, day }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** ISO week such as `2020-W43`. */
export const weekText = (day: Day): string => {
  const thursday = addDays(day, 4 - weekday(day));
  const first: Day = { year: thursday.year, month: 1, day: 1 };
  return `${pad(thursday.year, 4)}-W${pad(Math.floor(daysBetween(first, thursday) / 7) + 1)}`;
};
