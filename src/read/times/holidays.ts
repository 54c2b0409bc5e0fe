import { wordTable } from '../word-table.ts';
import { addDays, type Day, daysBetween, weekday } from './calendar.ts';
import { type Groups, lower, type Rule, step, stepOf, words, year } from './patterns.ts';
import { date, dayMeaning, type TemporalContext, type TimexValue } from './timex-values.ts';

const fixed =
  (month: number, day: number) =>
  (inYear: number): Day => ({ year: inYear, month, day });

/** The nth weekday of a month; from its end for −1. */
const nth =
  (count: number, wanted: number, month: number) =>
  (inYear: number): Day => {
    if (count < 0) {
      const last = addDays({ year: inYear, month: month + 1, day: 1 }, -1);
      return addDays(last, -((weekday(last) - wanted + 7) % 7));
    }
    const first = { year: inYear, month, day: 1 };
    return addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (count - 1));
  };

/** The Gregorian Easter of Meeus, Jones and Butcher (Meeus 1991, Astronomical Algorithms, ch. 8), plus days. */
const easter =
  (plus: number) =>
  (inYear: number): Day => {
    const a = inYear % 19;
    const [b, c] = [Math.floor(inYear / 100), inYear % 100];
    const g = Math.floor((8 * b + 13) / 25);
    const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
    const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
    const m = Math.floor((a + 11 * h + 19 * l) / 433);
    const month = Math.floor((h + l - 7 * m + 90) / 25);
    return addDays({ year: inYear, month, day: (h + l - 7 * m + 33 * month + 19) % 32 }, plus);
  };

/** Holidays that news date by, with their day in a year. */
const holidays = wordTable<(inYear: number) => Day>({
  "new year's day": fixed(1, 1),
  "new year's eve": fixed(12, 31),
  'martin luther king day': nth(3, 1, 1),
  "presidents' day": nth(3, 1, 2),
  "valentine's day": fixed(2, 14),
  "st. patrick's day": fixed(3, 17),
  "international women's day": fixed(3, 8),
  'palm sunday': easter(-7),
  'good friday': easter(-2),
  'easter sunday': easter(0),
  'easter monday': easter(1),
  easter: easter(0),
  pentecost: easter(49),
  'may day': fixed(5, 1),
  'memorial day': nth(-1, 1, 5),
  juneteenth: fixed(6, 19),
  'bastille day': fixed(7, 14),
  'labor day': nth(1, 1, 9),
  'columbus day': nth(2, 1, 10),
  halloween: fixed(10, 31),
  'armistice day': fixed(11, 11),
  'veterans day': fixed(11, 11),
  'thanksgiving day': nth(4, 4, 11),
  thanksgiving: nth(4, 4, 11),
  'christmas eve': fixed(12, 24),
  'christmas day': fixed(12, 25),
  christmas: fixed(12, 25),
  'boxing day': fixed(12, 26),
});

/** Without a year, the one that the words look at; else the nearest. */
const read = (groups: Groups, { anchor, tenseDirection }: TemporalContext): TimexValue | null => {
  const day = holidays[lower(groups.holiday).replace('’', "'")];
  if (!day) return null;
  if (groups.year) return dayMeaning(day(Number(groups.year)));
  if (!anchor) return date(null);
  const days = [-1, 0, 1].map((years) => day(anchor.year + years));
  const ahead = (there: Day): number => daysBetween(anchor, there);
  const nearest = days.toSorted((a, b) => Math.abs(ahead(a)) - Math.abs(ahead(b)));
  const side = groups.step ? stepOf(groups.step) : tenseDirection === 'future' ? 1 : 0;
  const wanted = nearest.find((there) => (side < 0 ? ahead(there) < 0 : side > 0 ? ahead(there) >= 0 : true));
  return wanted ? dayMeaning(wanted) : null;
};

const names = Object.keys(holidays)
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replace("'", "['’]").replace('.', '\\.?'))
  .join('|');

export const holidayRules: readonly Rule[] = [
  { pattern: words(`(?:${step} )?(?<holiday>${names})(?:,? (?:of )?${year})?`), read },
];
