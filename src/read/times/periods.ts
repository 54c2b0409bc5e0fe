import { wordTable } from '../word-table.ts';
import { addDays, type Day, pad, weekday } from './calendar.ts';
import {
  dayPart,
  type Groups,
  inDayPart,
  lower,
  ordinal,
  ordinalNumber,
  type Rule,
  renamed,
  seasonIndex,
  seasonName,
  step,
  stepOf,
  third,
  thirdOf,
  weekdayName,
  weekdayNumber,
  words,
  year,
} from './patterns.ts';
import {
  date,
  dayMeaning,
  decadeMeaning,
  halfMeaning,
  knowsDay,
  knowsMonth,
  periodMeaning,
  quarterMeaning,
  seasonMeaning,
  type TemporalContext,
  type TimexValue,
} from './timex-values.ts';

const dayWords = wordTable<readonly [steps: number, part?: string]>({
  today: [0],
  yesterday: [-1],
  tomorrow: [1],
  tonight: [0, 'night'],
  'last night': [-1, 'night'],
  'last evening': [-1, 'evening'],
  'this morning': [0, 'morning'],
  'this afternoon': [0, 'afternoon'],
  'this evening': [0, 'evening'],
  'the day before yesterday': [-2],
  'the day after tomorrow': [2],
});

export const namedDay = (groups: Groups, { anchor }: TemporalContext): TimexValue | null => {
  const [steps, part] = dayWords[lower(groups.named)] ?? [0];
  if (!knowsDay(anchor)) return date(null);
  return inDayPart(dayMeaning(addDays(anchor, steps)), part ?? groups.dayPart);
};

/** The weekday nearest to a day on the side that is looked at; that day itself if it is one. */
const weekdayFrom = (from: Day, wanted: number, outlook: TemporalContext['tenseDirection']): Day => {
  const back = (weekday(from) - wanted + 7) % 7;
  return addDays(from, outlook === 'future' && back > 0 ? 7 - back : -back);
};

export const onWeekday = (groups: Groups, { anchor, tenseDirection }: TemporalContext): TimexValue | null => {
  if (!knowsDay(anchor)) return date(null);
  const wanted = weekdayNumber(groups.weekday);
  const steps = stepOf(groups.step);
  const here = weekday(anchor) === wanted;
  if (steps > 0)
    return inDayPart(dayMeaning(weekdayFrom(addDays(anchor, 1), wanted, 'future')), groups.dayPart);
  const from = steps < 0 && here ? addDays(anchor, -7) : anchor;
  return inDayPart(
    dayMeaning(weekdayFrom(from, wanted, steps < 0 ? 'past' : tenseDirection)),
    groups.dayPart,
  );
};

/** "this weekend" of a Monday is that of its week; "the weekend" is over unless things are told as ahead. */
const weekend = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  const { anchor, tenseDirection } = setting;
  const isOver = knowsDay(anchor) && weekday(anchor) < 6 && tenseDirection !== 'future';
  const steps = groups.step ? stepOf(groups.step) : isOver ? -1 : 0;
  return periodMeaning('weekend', steps, anchor);
};

/** "this" and "next" count from the publication, "that" and "the following" from the date told of before. */
const period = (groups: Groups, { anchor }: TemporalContext): TimexValue | null =>
  periodMeaning(lower(groups.unit), stepOf(groups.step), anchor, thirdOf(groups));

/** The part of a period that has passed, or is still to come: "earlier this year", "later this month". */
const partOfPeriod = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  const whole = period({ ...groups, third: undefined }, setting);
  const { anchor } = setting;
  if (!whole?.edtf || !knowsDay(anchor)) return whole;
  const today = dayMeaning(anchor).value;
  const [first, last = first] = whole.edtf.split('/');
  const edtf = lower(groups.side) === 'later' ? `${today}/${last}` : `${first}/${today}`;
  return date(edtf, whole.value);
};

const narrativeSteps = wordTable<number>({
  that: 0,
  'that same': 0,
  'the same': 0,
  next: 1,
  'the next': 1,
  'the following': 1,
  'the previous': -1,
  'the preceding': -1,
});

/** "The same night" may be that of an earlier paragraph. */
const narrated = (groups: Groups, { narrative, named }: TemporalContext): TimexValue | null => {
  const from = lower(groups.from);
  const counted = narrative ?? (from.endsWith('same') ? named : null);
  const found = periodMeaning(lower(groups.unit), narrativeSteps[from] ?? 0, counted);
  return inDayPart(found, groups.dayPart);
};

/** A day by its part alone: "the next morning". */
const narratedPart = (groups: Groups, setting: TemporalContext): TimexValue | null =>
  narrated({ ...groups, unit: 'day' }, setting);

const season = (groups: Groups, { anchor, tenseDirection }: TemporalContext): TimexValue | null => {
  const index = seasonIndex(groups.season);
  if (groups.year) return seasonMeaning(Number(groups.year), index);
  if (!anchor) return seasonMeaning(null, index);
  if (groups.step) return seasonMeaning(anchor.year + stepOf(groups.step), index);
  const isAhead = knowsMonth(anchor) && 3 * index + 3 > anchor.month;
  return seasonMeaning(anchor.year + (isAhead && tenseDirection !== 'future' ? -1 : 0), index);
};

const yearOf = (groups: Groups, { anchor }: TemporalContext): number | null =>
  groups.year ? Number(groups.year) : anchor ? anchor.year + stepOf(groups.step) : null;

const quarter = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  const number = groups.digit ? Number(groups.digit) : ordinalNumber(groups.ordinal);
  const inYear = yearOf(groups, setting);
  const found = inYear === null ? date(null, `XXXX-Q${number}`) : quarterMeaning(inYear, number);
  return groups.fiscal ? fiscal(found) : found;
};

const half = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  const number = lower(groups.ordinal) === 'first' ? 1 : 2;
  const inYear = yearOf(groups, setting);
  return inYear === null ? date(null, `XXXX-H${number}`) : halfMeaning(inYear, number);
};

/** Fiscal years begin when their keeper says: without knowing whose, only the year is near. */
const fiscal = ({ value }: TimexValue): TimexValue => date(`${value.slice(0, 4)}~`, `FY${value}`);

const decadeNames = [
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties',
  'seventies',
  'eighties',
  'nineties',
];
const decade = (groups: Groups): TimexValue => {
  const first = groups.decade
    ? Number(groups.decade) * 10
    : 1920 + 10 * (groups.short ? Number(groups.short) - 2 : decadeNames.indexOf(lower(groups.named)));
  return decadeMeaning(first, thirdOf(groups));
};

const centuryWords = 'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'.split(
  ' ',
);
const century = ({ digits, named }: Groups): TimexValue => {
  const number = digits ? Number(digits) : centuryWords.indexOf(lower(named)) + 15;
  const value = pad(number - 1, 2);
  return date(`${value}XX`, value);
};

const stepUnit = '(?<unit>year|month|week|quarter|decade|century)';

/** Periods told from the publication or from the date before, and those with names of their own. */
export const periods: readonly Rule[] = [
  {
    pattern: words('(?<=(?<side>earlier|later) )(?<step>this) (?<unit>year|month|week)'),
    read: partOfPeriod,
  },
  { pattern: words(`(?<named>${Object.keys(dayWords).join('|')})(?: ${dayPart})?`), read: namedDay },
  { pattern: words(`(?:${step} )?${weekdayName}(?: ${dayPart})?`), read: onWeekday },
  {
    pattern: words(`(?:(?<step>last|this|next|this past|this coming)|the(?: past)?) weekend`),
    read: weekend,
  },
  {
    pattern: words(`${third}(?:the )?(?<step>last|this|next|the current|previous) ${stepUnit}`),
    read: period,
  },
  {
    pattern: words(
      `(?<from>that|that same|the same|the next|the following|the previous|the preceding) (?<unit>day|weekend|week|month|year|decade)`,
    ),
    read: narrated,
  },
  {
    pattern: words(`(?<from>that|that same|the same|the next|the following|the previous) ${dayPart}`),
    read: narratedPart,
  },
  {
    pattern: words('(?:the )?(?<from>next) day'),
    read: (groups, setting) => narrated({ ...groups, unit: 'day' }, setting),
  },
  {
    pattern: words(
      `${third}(?:(?:the )?${step} ${seasonName}|(?:the )?${renamed(seasonName, 'season', 'ofYear')}(?: of|,)? ${year})`,
    ),
    read: ({ ofYear, ...groups }, setting) => season({ ...groups, season: groups.season ?? ofYear }, setting),
  },
  { pattern: words(`(?<=(?:in|during|since|by|until) )the ${seasonName}`), read: season },
  {
    pattern: words(
      `(?:the )?${ordinal}(?<fiscal>(?: |-)fiscal)?(?: |-)quarter(?: of (?<fiscal2>fiscal )?(?:the )?(?:${year}|${step} (?:fiscal )?year))?`,
    ),
    read: ({ fiscal2, ...groups }, setting) =>
      quarter({ ...groups, fiscal: groups.fiscal ?? fiscal2 }, setting),
  },
  { pattern: words(`Q(?<digit>[1-4])(?:,? ${year})?`), read: quarter },
  {
    pattern: words(`(?:the )?(?<ordinal>first|second) half of (?:the )?(?:${year}|${step} year|year)`),
    read: half,
  },
  {
    pattern: words(`(?:the )?fiscal (?:year )?${year}`),
    read: ({ year: written }) => fiscal(date(`${written}`)),
  },
  { pattern: words(`(?:the )?FY ?${year}`), read: ({ year: written }) => fiscal(date(`${written}`)) },
  { pattern: words(`(?:the )?${third}(?<decade>(?:1[5-9]|20)\\d)0['’]?s`), read: decade },
  { pattern: words(`(?:the )?${third}['’‘](?<short>[2-9])0s`), read: decade },
  { pattern: words(`(?<=the |mid-)${third}(?<named>${decadeNames.join('|')})`), read: decade },
  {
    pattern: words(
      `the (?:(?<digits>\\d\\d)(?:st|nd|rd|th)|(?<named>${centuryWords.join('|')}))(?: |-)century`,
    ),
    read: century,
  },
];
