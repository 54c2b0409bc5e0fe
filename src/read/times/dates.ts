import { addMonths, type Day, daysBetween, exists, pad } from './calendar.ts';
import {
  dayNumber,
  dayPart,
  type Groups,
  inDayPart,
  month,
  monthNumber,
  type Rule,
  renamed,
  step,
  stepOf,
  third,
  thirdOf,
  weekdayBefore,
  words,
  year,
} from './patterns.ts';
import {
  date,
  dayMeaning,
  type KnownDate,
  knowsMonth,
  monthMeaning,
  type TemporalContext,
  type TenseDirection,
  type TimexValue,
  weekMeaning,
  yearMeaning,
} from './timex-values.ts';

/** Days that a date without its year may lie ahead of the publication; news looks back. */
const farthestAhead = 60;
const farthestBack = 300;

/** The year of a day or month that is named without one. */
const yearOf = (anchor: KnownDate, outlook: TenseDirection, month: number, day: number): number => {
  const ahead = daysBetween(anchor, { year: anchor.year, month, day });
  if (outlook === 'future') return ahead < -31 ? anchor.year + 1 : anchor.year;
  if (ahead > farthestAhead) return anchor.year - 1;
  return outlook !== 'past' && ahead < -farthestBack ? anchor.year + 1 : anchor.year;
};

/** The year that is written, else told by "last" or "next", else the likeliest. */
const yearMeant = (
  groups: Groups,
  { anchor, tenseDirection }: TemporalContext,
  month: number,
  day = 1,
): number | null => {
  if (groups.year) return Number(groups.year);
  if (groups.endYear) return Number(groups.endYear) - (month > monthNumber(groups.endMonth) ? 1 : 0);
  if (!anchor) return null;
  if (groups.yearStep) return anchor.year + stepOf(groups.yearStep);
  const steps = stepOf(groups.step);
  const ahead = daysBetween(anchor, { year: anchor.year, month, day });
  const reached = groups.day ? ahead >= 0 : month >= anchor.month;
  if (steps > 0) return reached && ahead !== 0 ? anchor.year : anchor.year + 1;
  if (steps < 0) return reached ? anchor.year - 1 : anchor.year;
  return yearOf(anchor, tenseDirection, month, day);
};

export const writtenDay = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  const inMonth = monthNumber(groups.month);
  const day = Number(groups.day);
  const inYear = yearMeant(groups, setting, inMonth, day);
  if (inYear === null) return inMonth ? date(null, `XXXX-${pad(inMonth)}-${pad(day)}`) : null;
  const found = { year: inYear, month: inMonth, day };
  return exists(found) ? inDayPart(dayMeaning(found), groups.dayPart) : null;
};

const dayRange = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  const [first, last] = [writtenDay(groups, setting), writtenDay({ ...groups, day: groups.last }, setting)];
  if (!first?.edtf || !last?.edtf || last.edtf <= first.edtf) return null;
  return date(`${first.edtf}/${last.edtf}`, first.value);
};

const writtenMonth = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  const inMonth = monthNumber(groups.month);
  const inYear = yearMeant(groups, setting, inMonth);
  return inYear === null
    ? date(null, `XXXX-${pad(inMonth)}`)
    : monthMeaning(inYear, inMonth, thirdOf(groups));
};

const numericDay = (day: Day): TimexValue | null => (exists(day) ? dayMeaning(day) : null);

/** "the end of" a year is its last month, of a month its last third. */
const edgeOf = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  const edge = /end|close/i.test(groups.edge ?? '') ? 'late' : 'early';
  if (groups.month) return writtenMonth({ ...groups, third: edge }, setting);
  const { anchor } = setting;
  const steps = stepOf(groups.step);
  if (/month/i.test(groups.unit ?? '')) {
    if (!knowsMonth(anchor)) return date(null, 'XXXX-XX');
    const target = addMonths(anchor, steps);
    return monthMeaning(target.year, target.month, edge);
  }
  const inYear = groups.year ? Number(groups.year) : anchor ? anchor.year + steps : null;
  if (inYear === null) return date(null, 'XXXX');
  return date(`${pad(inYear, 4)}-${edge === 'late' ? '12' : '01'}`, pad(inYear, 4));
};

const weekOf = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  const day = writtenDay(groups, setting);
  if (!day?.edtf) return day && date(null, 'XXXX-WXX');
  const [inYear = 0, inMonth = 1, inDay = 1] = day.edtf.split('-').map(Number);
  return weekMeaning({ year: inYear, month: inMonth, day: inDay });
};

const yearAfter = `(?:,? ${year}|,? (?:of )?(?<yearStep>this|last|next) year)?`;
/** The end of a range says its year for both: "3 May to 9 June 2022". */
const beforeEnd = `(?:(?=(?:\\s{0,9}[-–]\\s{0,9}| to | until | through | and )(?:[0-3]?\\d )?${renamed(month, 'month', 'endMonth')}(?: [0-3]?\\d,)? ${renamed(year, 'year', 'endYear')})|)`;
const last = '(?<last>[0-3]?\\d)(?:st|nd|rd|th)?';
const dash = '(?:\\s{0,9}[-–]\\s{0,9}| to | through )';
const ofDay = `(?: ${dayPart})?`;
/** Not the start of a longer number. */
const ended = '(?![,.]\\d|[-–/]\\d)';

/** Dates of the calendar, whole or in part. */
export const dates: readonly Rule[] = [
  {
    pattern: words('(?<year>[12]\\d{3})[-/](?<m>[01]?\\d)[-/](?<d>[0-3]?\\d)'),
    read: ({ year: y, m, d }) => numericDay({ year: Number(y), month: Number(m), day: Number(d) }),
  },
  {
    // Whether 3/4/2020 is in March or April nobody can tell.
    pattern: words('(?<a>[0-3]?\\d)(?<mark>[./])(?<b>[0-3]?\\d)\\k<mark>(?<year>[12]\\d{3})'),
    read: ({ a, b, year: y, mark }) => {
      const [first, second, inYear] = [Number(a), Number(b), Number(y)];
      if (mark === '.' || first > 12) return numericDay({ year: inYear, month: second, day: first });
      if (second > 12) return numericDay({ year: inYear, month: first, day: second });
      return first === second ? numericDay({ year: inYear, month: first, day: first }) : date(`${y}-XX-XX`);
    },
  },
  {
    pattern: words(`${month} ${dayNumber}(?:${dash}|(?<=between [^.]{3,12}) and )${last}${yearAfter}`),
    read: dayRange,
  },
  {
    pattern: words(`${dayNumber}(?:${dash}|(?<=between [^.]{1,6}) and )${last} (?:of )?${month}${yearAfter}`),
    read: dayRange,
  },
  {
    pattern: words(`${weekdayBefore}(?:the )?${dayNumber} (?:of )?${month}${yearAfter}${beforeEnd}${ofDay}`),
    read: writtenDay,
  },
  {
    pattern: words(
      `${weekdayBefore}(?:${step} )?${month} ${dayNumber}(?![:,]\\d)${yearAfter}${beforeEnd}${ofDay}`,
    ),
    read: writtenDay,
  },
  {
    pattern: words(`the week (?:of|beginning|starting|ending) ${month} ${dayNumber}${yearAfter}`),
    read: weekOf,
  },
  {
    pattern: words(`${third}${month},? (?:of )?(?:${year}|(?<yearStep>this|last|next) year)`),
    read: writtenMonth,
  },
  { pattern: words(`(?<!\\d )(?:${step} )?${third}${month}(?! \\d)${beforeEnd}`), read: writtenMonth },
  {
    pattern: words(
      `(?:the )?(?<edge>end|close|start|beginning) of (?:(?:the )?month of )?(?:${month}(?: ${year})?|${renamed(year, 'year', 'ofYear')}|(?:the )?${step} (?<unit>year|month)|the (?<unit2>year|month))`,
    ),
    read: ({ unit2, ofYear, ...groups }, setting) =>
      edgeOf({ ...groups, unit: groups.unit ?? unit2, year: groups.year ?? ofYear }, setting),
  },
  {
    pattern: words(`${third}(?:the year )?${year}${ended}`),
    read: (groups) => yearMeaning(Number(groups.year), thirdOf(groups)),
  },
  {
    // "April 24 and 25": the days after the first.
    pattern: words(`(?<=\\b${month} [0-3]?\\d(?:, \\d\\d?){0,6}(?:,? and|,) )${dayNumber}(?!:|,\\d)`),
    read: writtenDay,
  },
  {
    // "24 and 25 April": the days before the last.
    pattern: words(`${dayNumber}(?=(?:, [0-3]?\\d){0,6} and [0-3]?\\d (?:of )?${month}${yearAfter})`),
    read: writtenDay,
  },
];
