import type { Month } from '../../src/model/index.ts';

/** One row of a strip's calendar: a place for each month from January, to the strip's last month. */
export interface Year {
  year: number;
  months: (Month | null)[];
}

const yearOf = (month: Month): number => Number(month.month.slice(0, 4));
const placeOf = (month: Month): number => Number(month.month.slice(5)) - 1;

/** The months by calendar year, from `firstYear` (so that strips below one another share an axis). */
export const calendar = (months: readonly Month[], firstYear?: number): Year[] => {
  const first = months[0];
  const last = months.at(-1);
  if (!first || !last) return [];
  const start = Math.min(firstYear ?? yearOf(first), yearOf(first));
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

/** The earliest year in which any of the strips has a month. */
export const firstYearOf = (strips: readonly (readonly Month[])[]): number | undefined => {
  const years = strips.flatMap((months) => (months[0] ? [yearOf(months[0])] : []));
  return years.length ? Math.min(...years) : undefined;
};
