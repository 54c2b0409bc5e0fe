import type { Month } from '../../src/model/index.ts';

/** One row of a strip's calendar: a place for each month from January, to the strip's last month. */
export interface Year {
  year: number;
  months: (Month | null)[];
}

const yearOf = (month: Month): number => Number(month.month.slice(0, 4));
const placeOf = (month: Month): number => Number(month.month.slice(5)) - 1;

/** The months by calendar year. */
export const calendar = (months: readonly Month[]): Year[] => {
  const first = months[0];
  const last = months.at(-1);
  if (!first || !last) return [];
  const start = yearOf(first);
  const years = Array.from(
    { length: yearOf(last) - start + 1 },
    (_, index): Year => ({
      year: start + index,
      months: Array.from({ length: 12 }, () => null),
    }),
  );
  for (const month of months) {
    const year = years[yearOf(month) - start];
    if (year) year.months[placeOf(month)] = month;
  }
  years.at(-1)?.months.splice(placeOf(last) + 1);
  return years;
};

/** Months from one to another, both YYYY-MM (or longer); negative when it lies before. */
export const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));
