import { wordTable } from '../word-table.ts';
import { addDays, addMonths, monthText, pad } from './calendar.ts';
import {
  about,
  amountOf,
  emphasis,
  type Groups,
  lower,
  number,
  type Rule,
  renamed,
  unit,
  words,
} from './patterns.ts';
import {
  date,
  dayMeaning,
  duration,
  type KnownDate,
  knowsDay,
  knowsMonth,
  set,
  type TemporalContext,
  type TimexValue,
} from './timex-values.ts';

/** TIMEX3's letter for a unit and how many of it one is; the letters after T are hours, minutes, seconds. */
const units = wordTable<readonly [letter: string, factor: number]>({
  second: ['TS', 1],
  minute: ['TM', 1],
  hour: ['TH', 1],
  day: ['D', 1],
  night: ['D', 1],
  weekend: ['D', 2],
  week: ['W', 1],
  fortnight: ['W', 2],
  month: ['M', 1],
  quarter: ['M', 3],
  year: ['Y', 1],
  decade: ['Y', 10],
  centur: ['Y', 100],
});

/** The half of a count is told in the next smaller unit: 5 ½ hours are 5 hours and 30 minutes. */
const halves = wordTable<string>({ TH: '30M', TM: '30S', Y: '6M' });

/** Years and days in their order, then T, hours and smaller. */
const timexOf = (count: number | null, unitName: string): string => {
  const [letter, factor] = units[unitName] ?? ['D', 1];
  const time = letter.length > 1 ? 'T' : '';
  const short = letter.slice(-1);
  if (count === null) return `P${time}X${short}`;
  const total = count * factor;
  const half = total % 1 === 0.5 ? halves[letter] : undefined;
  if (!half) return `P${time}${total}${short}`;
  return `P${time}${total > 0.5 ? `${total - 0.5}${short}` : ''}${half}`;
};

const counted = (groups: Groups): TimexValue => duration(timexOf(amountOf(groups), lower(groups.unit)));

/** "three years and two months": the greater unit first. */
const countedTwice = (groups: Groups): TimexValue => {
  const rest = timexOf(amountOf({ number: groups.number2 }), lower(groups.unit2));
  const first = timexOf(amountOf(groups), lower(groups.unit));
  return duration(first + (first.includes('T') ? rest.slice(2) : rest.slice(1)));
};

const uncounted = (groups: Groups): TimexValue => duration(timexOf(null, lower(groups.unit)));
const single = (groups: Groups): TimexValue => duration(timexOf(1, lower(groups.unit)));

/** So many units before or after a date, only as fine as the unit: three years ago is a year. */
const shifted = (groups: Groups, from: KnownDate | null, direction: 1 | -1): TimexValue => {
  const open = direction < 0 ? 'PAST_REF' : 'FUTURE_REF';
  const count = amountOf(groups);
  const name = lower(groups.unit);
  const [letter, factor] = units[name] ?? ['D', 1];
  if (count === null || !from) return date(null, open);
  const steps = count * factor * direction;
  if (letter.startsWith('T')) return knowsDay(from) ? dayMeaning(from) : date(null, open);
  if (letter === 'D' || letter === 'W') {
    if (!knowsDay(from)) return date(null, open);
    return dayMeaning(addDays(from, Math.round(letter === 'W' ? 7 * steps : steps)));
  }
  if (letter === 'M' || steps % 1 !== 0) {
    if (!knowsMonth(from)) return date(null, open);
    const { year, month } = addMonths(from, Math.round(letter === 'M' ? steps : 12 * steps));
    return date(monthText(year, month));
  }
  const inYear = from.year + steps;
  if (count * factor === 1 && knowsMonth(from))
    return date(`${monthText(inYear, from.month)}~`, pad(inYear, 4));
  return date(`${pad(inYear, 4)}${count * factor >= 10 ? '~' : ''}`, pad(inYear, 4));
};

const ago = (groups: Groups, { anchor }: TemporalContext): TimexValue => shifted(groups, anchor, -1);
const fromNow = (groups: Groups, { anchor }: TemporalContext): TimexValue => shifted(groups, anchor, 1);

/** Whether a date is known as finely as it must be to count such units from it. */
const isFineEnough = (from: KnownDate | null, unitName: string): boolean =>
  /^(?:year|decade|centur)$/.test(unitName)
    ? from !== null
    : /^(?:month|quarter)$/.test(unitName)
      ? knowsMonth(from)
      : knowsDay(from);

/** "two days later" counts from the date told of before; without one it is a length of time. */
const fromNarrative = (groups: Groups, { narrative }: TemporalContext): TimexValue =>
  amountOf(groups) === null || !isFineEnough(narrative, lower(groups.unit))
    ? counted(groups)
    : shifted(groups, narrative, lower(groups.side) === 'later' ? 1 : -1);

const setWords = wordTable<string>({
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  fortnightly: 'P2W',
  monthly: 'P1M',
  quarterly: 'P3M',
  yearly: 'P1Y',
  annually: 'P1Y',
});

const weekdaySet = ({ weekday }: Groups): TimexValue =>
  set(
    `XXXX-WXX-${['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(lower(weekday).slice(0, 3)) + 1}`,
  );

const isAge = '(?! old| of age|-old| younger| older)';
const gap = '(?: |-)';
const plural = '(?<unit>second|minute|hour|day|night|week|month|year|decade|centur)(?:s|ies)';
const stretch = 'last|past|next|coming|previous|preceding|first|following|final';

/** What happens each so often. */
export const sets: readonly Rule[] = [
  {
    pattern: words('(?:every|each) (?:single )?(?<unit>hour|day|night|week|weekend|month|quarter|year)'),
    read: (groups) => set(timexOf(1, lower(groups.unit))),
  },
  {
    pattern: words(`(?:every|each) ${number} ${unit}`),
    read: (groups) => set(timexOf(amountOf(groups), lower(groups.unit))),
  },
  {
    pattern: words('every other (?<unit>day|week|month|year)'),
    read: (groups) => set(timexOf(2, lower(groups.unit))),
  },
  {
    pattern: words(
      '(?:(?:every|each) (?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?<weekday2>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s)',
    ),
    read: ({ weekday, weekday2 }) => weekdaySet({ weekday: weekday ?? weekday2 }),
  },
  {
    pattern: words(
      '(?<=(?:once|twice|times|hours|minutes|percent|each) )(?:a|per|an) (?<unit>hour|day|night|week|month|year)',
    ),
    read: (groups) => set(timexOf(1, lower(groups.unit))),
  },
  {
    pattern: words('per (?<unit>hour|day|night|week|month|year)'),
    read: (groups) => set(timexOf(1, lower(groups.unit))),
  },
  {
    pattern: words(`(?<often>${Object.keys(setWords).join('|')})`),
    read: ({ often }) => set(setWords[lower(often)] ?? 'P1D'),
  },
];

/** Lengths of time, and points told by them. */
export const durations: readonly Rule[] = [
  { pattern: words(`${about}${number} ${emphasis}${unit} ago`), read: ago },
  { pattern: words(`${about}${number} ${emphasis}${unit} from now`), read: fromNow },
  { pattern: words(`${plural} ago`), read: (groups, setting) => shifted(groups, setting.anchor, -1) },
  { pattern: words(`${about}${number} ${emphasis}${unit} (?<side>earlier|later)`), read: fromNarrative },
  {
    pattern: words(
      `${about}${number} ${emphasis}${unit}(?:,|,? and) ${renamed(number, 'number', 'number2').replace('(?<half>', '(?:')} ${renamed(unit, 'unit', 'unit2')}${isAge}`,
    ),
    read: countedTwice,
  },
  { pattern: words(`(?:the )?(?:${stretch}) ${number} ${emphasis}${unit}`), read: counted },
  { pattern: words(`${about}${number}${gap}${emphasis}${unit}(?:-long| long)?${isAge}(?!-)`), read: counted },
  {
    pattern: words(
      `(?:the )?(?:past|coming|recent|previous) (?<unit>day|week|month|year|decade|centur(?=y))y?`,
    ),
    read: single,
  },
  {
    pattern: words(`(?:past|coming|recent|last few|next few|following|preceding|previous) ${plural}`),
    read: uncounted,
  },
  { pattern: words(`${plural}(?:-| )long`), read: uncounted },
  { pattern: words('(?<unit>day|week|month|year|decade|centur(?=y))y?-?long'), read: single },
  {
    pattern: words(
      `(?<=(?:for|in|within|over|after|took|taken|take|takes|lasted|last|spent|spend|of) (?:the )?)${plural}(?! of age| old)`,
    ),
    read: uncounted,
  },
  { pattern: words(`${plural}(?= (?:before|after|later|earlier))`), read: uncounted },
];
