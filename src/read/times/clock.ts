import { wordTable } from '../word-table.ts';
import { pad } from './calendar.ts';
import { writtenDay } from './dates.ts';
import {
  dayNumber,
  dayPart,
  type Groups,
  inDayPart,
  lower,
  month,
  type Rule,
  renamed,
  weekdayBefore,
  weekdayName,
  words,
  year,
} from './patterns.ts';
import { namedDay, onWeekday } from './periods.ts';
import { dayMeaning, knowsDay, type TemporalContext, type TimexValue } from './timex-values.ts';

/** The day that the clock's words name, else the last one named before, else that of publication. */
const dayOf = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  if (groups.weekday) return onWeekday(groups, setting);
  if (groups.month) return writtenDay(groups, setting);
  if (groups.month2)
    return writtenDay({ month: groups.month2, day: groups.day2, year: groups.year2 }, setting);
  if (groups.named) return namedDay(groups, setting);
  const { narrative, anchor } = setting;
  if (knowsDay(narrative)) return dayMeaning(narrative);
  return knowsDay(anchor) ? dayMeaning(anchor) : null;
};

/** A time of day on its day; EDTF keeps the day alone. */
const at = (hour: number, minute: number, groups: Groups, setting: TemporalContext): TimexValue | null => {
  if (hour > 24 || minute > 59) return null;
  const day = dayOf(groups, setting);
  const time = `T${pad(hour)}:${pad(minute)}`;
  return { edtf: day?.edtf ?? null, value: day?.edtf ? `${day.edtf}${time}` : time, kind: 'time' };
};

/** Noon is 12 p.m., midnight 12 a.m. */
const halfDay = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  const hour = Number(groups.hour);
  if (hour > 12) return null;
  const isLate = lower(groups.half) === 'p' || /afternoon|evening|night/i.test(groups.of ?? '');
  return at((hour % 12) + (isLate ? 12 : 0), Number(groups.minute ?? 0), groups, setting);
};

const wholeDay = (groups: Groups, setting: TemporalContext): TimexValue | null =>
  at(Number(groups.hour), Number(groups.minute ?? 0), groups, setting);

const namedHours = wordTable<number>({ noon: 12, midday: 12, midnight: 0 });

const inPart = (groups: Groups, setting: TemporalContext): TimexValue | null => {
  const day = dayOf(groups, setting);
  return day && inDayPart(day, groups.dayPart);
};

const zone = '(?:,? (?:GMT|UTC|Z|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|EET|BST|local time|local))';
const dayFirst = `(?<day2>[0-3]?\\d)(?:st|nd|rd|th)? (?:of )?${renamed(month, 'month', 'month2')}(?:,? ${renamed(year, 'year', 'year2')})?`;
const monthFirst = `${month} ${dayNumber}(?:,? ${year})?`;
const day = `(?:on )?(?:${weekdayBefore}(?:${monthFirst}|${dayFirst})|${weekdayName}|(?<named>today|tomorrow|yesterday))`;
const onDay = `(?:,? ${day})?`;
const twelveHours = `(?<hour>1[0-2]|0?[1-9])(?:[:.](?<minute>[0-5]\\d))? ?(?<half>[ap])\\.?m(?!\\w)\\.?${zone}?`;

/** Times of day. */
export const clock: readonly Rule[] = [
  // The day may follow the same time in another zone: "10:35 a.m. (0735 GMT) Friday".
  { pattern: words(`${twelveHours}(?=,? \\([^()]{3,20}\\),? ${day})`), read: halfDay },
  { pattern: words(`${twelveHours}${onDay}`), read: halfDay },
  {
    pattern: words(`(?<hour>1[0-2]|[1-9])(?: o['’]clock)? in the (?<of>morning|afternoon|evening)`),
    read: halfDay,
  },
  { pattern: words(`(?<hour>1[0-2]|[1-9]) o['’]clock${onDay}`), read: wholeDay },
  {
    pattern: words(`(?<hour>[01]\\d|2[0-3]):?(?<minute>[0-5]\\d)(?: hours|${zone})${zone}?${onDay}`),
    read: wholeDay,
  },
  {
    pattern: words(
      `(?<=(?:at|by|until|from|to|around|about|before|after) )(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)${onDay}`,
    ),
    read: wholeDay,
  },
  {
    pattern: words(`(?<!high )(?<hour>noon|midday|midnight)${zone}?${onDay}`),
    read: (groups, setting) => at(namedHours[lower(groups.hour)] ?? 12, 0, groups, setting),
  },
  { pattern: words(`(?<=in |during )the ${dayPart}`), read: inPart },
];
