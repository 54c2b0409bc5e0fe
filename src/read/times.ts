import type { Span, TimeMention } from '../model/index.ts';
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  daysInMonth,
  dayText,
  exists,
  monthText,
  pad,
  weekday,
  weekText,
} from './calendar.ts';
import { numberWords } from './number-words.ts';

type Meaning = Omit<TimeMention, 'span'>;
type Groups = Readonly<Record<string, string | undefined>>;

/** The day that relative expressions count from; only as fine as the publication date is known. */
interface Anchor extends Day {
  readonly known: 'day' | 'month' | 'year';
}

interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, anchor: Anchor | null) => Meaning | null;
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const month =
  '(?<month>january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\b\\.?)';
const year = '(?<year>1[5-9]\\d\\d|20\\d\\d)';
const dayNumber = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
const part = '(?:(?<part>early|mid|late)[- ])?';
const unit = '(?<unit>minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie)s?';
const counts: Readonly<Record<string, number>> = {
  ...numberWords,
  a: 1,
  an: 1,
  hundred: 100,
  'a couple of': 2,
  'half a': 0.5,
};
const vague = 'several|a few|few|some|many|recent|numerous';
const number = `(?<number>\\d[\\d,]*(?:\\.\\d+)?|half a|a couple of|(?:${Object.keys(counts)
  .filter((word) => !word.includes(' '))
  .join('|')})|${vague})`;
const about =
  '(?:(?:nearly|almost|about|around|roughly|approximately|some|more than|less than|over|under|at least|up to|at most|the)\\s+)?';
const seasons = ['spring', 'summer', 'autumn', 'winter'];
const seasonCodes = ['SP', 'SU', 'FA', 'WI'];
const season = '(?<season>spring|summer|autumn|fall|winter)';

const date = (edtf: string | null, value = edtf ?? 'XXXX'): Meaning => ({ edtf, value, kind: 'date' });

const monthNumber = (name: string): number =>
  months.findIndex((full) => full.startsWith(name.toLowerCase().replace('.', '').slice(0, 3))) + 1;

/** A third of a span: "early" and "mid" and "late" (design, section 5). */
const thirdOfYear = (value: number, third: string): string => {
  const first = third === 'early' ? 1 : third === 'mid' ? 5 : 9;
  return `${monthText(value, first)}/${monthText(value, first + 3)}`;
};

const thirdOfMonth = (inYear: number, inMonth: number, third: string): string => {
  const first = third === 'early' ? 1 : third === 'mid' ? 11 : 21;
  const last = third === 'late' ? daysInMonth(inYear, inMonth) : first + 9;
  const text = monthText(inYear, inMonth);
  return `${text}-${pad(first)}/${text}-${pad(last)}`;
};

const yearMeaning = (value: number, third?: string): Meaning =>
  third ? date(thirdOfYear(value, third.toLowerCase()), pad(value, 4)) : date(pad(value, 4));

const monthMeaning = (inYear: number, inMonth: number, third?: string): Meaning =>
  third
    ? date(thirdOfMonth(inYear, inMonth, third.toLowerCase()), monthText(inYear, inMonth))
    : date(monthText(inYear, inMonth));

/** A date without a year is the one nearest to publication, a little ahead at most: news looks back. */
const nearestYear = (anchor: Anchor, inMonth: number, day = 1): number => {
  const ahead = daysBetween(anchor, { year: anchor.year, month: inMonth, day });
  if (ahead > 60) return anchor.year - 1;
  return ahead < -300 ? anchor.year + 1 : anchor.year;
};

const dayMeaning = (groups: Groups, anchor: Anchor | null): Meaning | null => {
  const inMonth = monthNumber(groups.month ?? '');
  const day = Number(groups.day);
  const inYear = groups.year ? Number(groups.year) : anchor ? nearestYear(anchor, inMonth, day) : null;
  if (inYear === null) return inMonth ? date(null, `XXXX-${pad(inMonth)}-${pad(day)}`) : null;
  const found = { year: inYear, month: inMonth, day };
  return exists(found) ? date(dayText(found)) : null;
};

const dayRange = (groups: Groups, anchor: Anchor | null): Meaning | null => {
  const [first, last] = [dayMeaning(groups, anchor), dayMeaning({ ...groups, day: groups.last }, anchor)];
  if (!first?.edtf || !last?.edtf) return null;
  return date(`${first.edtf}/${last.edtf}`, first.edtf);
};

const knowsDay = (anchor: Anchor | null): anchor is Anchor => anchor?.known === 'day';

const offsets: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
};

const relativePeriod = (groups: Groups, anchor: Anchor | null): Meaning | null => {
  const step = offsets[(groups.which ?? '').toLowerCase()] ?? 0;
  const third = groups.part;
  switch ((groups.unit ?? '').toLowerCase()) {
    case 'year':
      return anchor ? yearMeaning(anchor.year + step, third) : date(null, 'XXXX');
    case 'month': {
      if (!anchor || anchor.known === 'year') return date(null, 'XXXX-XX');
      const target = addMonths(anchor, step);
      return monthMeaning(target.year, target.month, third);
    }
    case 'week': {
      if (!knowsDay(anchor)) return date(null, 'XXXX-WXX');
      const monday = addDays(anchor, 1 - weekday(anchor) + 7 * step);
      return date(`${dayText(monday)}/${dayText(addDays(monday, 6))}`, weekText(monday));
    }
    case 'quarter': {
      if (!anchor || anchor.known === 'year') return date(null, 'XXXX-QX');
      const target = addMonths(anchor, 3 * step);
      return quarterMeaning(target.year, Math.ceil(target.month / 3));
    }
    case 'decade': {
      if (!anchor) return date(null, 'XXX');
      const decade = pad(Math.floor(anchor.year / 10) + step, 3);
      return date(`${decade}X`, decade);
    }
    default:
      return null;
  }
};

const quarterMeaning = (inYear: number, quarter: number): Meaning =>
  date(`${pad(inYear, 4)}-${32 + quarter}`, `${pad(inYear, 4)}-Q${quarter}`);

const relativeWeekday = (groups: Groups, anchor: Anchor | null): Meaning | null => {
  if (!knowsDay(anchor)) return date(null, 'XXXX-WXX');
  const wanted = weekdays.indexOf((groups.weekday ?? '').toLowerCase()) + 1;
  const which = (groups.which ?? '').toLowerCase();
  const back = (weekday(anchor) - wanted + 7) % 7;
  if (which === 'next' || which === 'coming') return date(dayText(addDays(anchor, 7 - back)));
  return date(dayText(addDays(anchor, which === 'last' && back === 0 ? -7 : -back)));
};

const amount = (words: string): number | null => {
  const found = counts[words.toLowerCase()];
  if (found !== undefined) return found;
  const value = Number(words.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
};

const durationUnits: Readonly<Record<string, readonly [factor: number, letter: string]>> = {
  minute: [1, 'M'],
  hour: [1, 'H'],
  day: [1, 'D'],
  week: [1, 'W'],
  fortnight: [2, 'W'],
  month: [1, 'M'],
  quarter: [3, 'M'],
  year: [1, 'Y'],
  decade: [10, 'Y'],
  century: [100, 'Y'],
  centurie: [100, 'Y'],
};

const durationValue = (groups: Groups): string => {
  const name = (groups.unit ?? 'day').toLowerCase();
  const [factor, letter] = durationUnits[name] ?? [1, 'D'];
  const count = amount(groups.number ?? '');
  const time = name === 'minute' || name === 'hour' ? 'T' : '';
  return `P${time}${count === null ? 'X' : count * factor}${letter}`;
};

const duration = (groups: Groups): Meaning => ({
  edtf: null,
  value: durationValue(groups),
  kind: 'duration',
});

const shifted = (groups: Groups, anchor: Anchor | null, direction: 1 | -1): Meaning | null => {
  const count = amount(groups.number ?? '');
  if (count === null) return date(null, direction < 0 ? 'PAST_REF' : 'FUTURE_REF');
  const name = (groups.unit ?? '').toLowerCase();
  const [factor] = durationUnits[name] ?? [1];
  const steps = Math.round(count * factor * direction);
  if (!anchor) return date(null, direction < 0 ? 'PAST_REF' : 'FUTURE_REF');
  if (name === 'minute' || name === 'hour') return knowsDay(anchor) ? date(dayText(anchor)) : date(null);
  if (name === 'day' || name === 'week' || name === 'fortnight') {
    if (!knowsDay(anchor)) return date(null);
    return date(dayText(addDays(anchor, name === 'day' ? steps : steps * 7)));
  }
  if (name === 'month' || name === 'quarter') {
    if (anchor.known === 'year') return date(null);
    const target = addMonths(anchor, steps);
    return date(monthText(target.year, target.month));
  }
  const target = anchor.year + steps;
  if (count * factor === 1 && anchor.known !== 'year')
    return date(`${monthText(target, anchor.month)}~`, pad(target, 4));
  return date(`${pad(target, 4)}${count * factor >= 10 ? '~' : ''}`, pad(target, 4));
};

/** "the end of" a year is its last month, of a month its last third. */
const edge = (groups: Groups, anchor: Anchor | null): Meaning | null => {
  const atEnd = /end|close/i.test(groups.edge ?? '');
  const inYear = groups.year ? Number(groups.year) : undefined;
  if (groups.month) {
    const inMonth = monthNumber(groups.month);
    const known = inYear ?? (anchor ? nearestYear(anchor, inMonth) : undefined);
    if (known === undefined) return date(null, `XXXX-${pad(inMonth)}`);
    return monthMeaning(known, inMonth, atEnd ? 'late' : 'early');
  }
  const period = (groups.unit ?? 'year').toLowerCase();
  const step = offsets[(groups.which ?? 'this').toLowerCase()] ?? 0;
  if (period === 'month') {
    if (!anchor || anchor.known === 'year') return date(null, 'XXXX-XX');
    const target = addMonths(anchor, step);
    return monthMeaning(target.year, target.month, atEnd ? 'late' : 'early');
  }
  const known = inYear ?? (anchor ? anchor.year + step : undefined);
  if (known === undefined) return date(null, 'XXXX');
  return date(monthText(known, atEnd ? 12 : 1), pad(known, 4));
};

const seasonMeaning = (groups: Groups, anchor: Anchor | null): Meaning | null => {
  const name = (groups.season ?? '').toLowerCase().replace('fall', 'autumn');
  const index = seasons.indexOf(name);
  const step = offsets[(groups.which ?? 'this').toLowerCase()] ?? 0;
  const known = groups.year ? Number(groups.year) : anchor ? anchor.year + step : undefined;
  if (known === undefined) return date(null, `XXXX-${seasonCodes[index]}`);
  return date(`${pad(known, 4)}-${21 + index}`, `${pad(known, 4)}-${seasonCodes[index]}`);
};

const bareMonth = (groups: Groups, anchor: Anchor | null): Meaning | null => {
  const inMonth = monthNumber(groups.month ?? '');
  const step = offsets[(groups.which ?? '').toLowerCase()];
  if (!anchor) return date(null, `XXXX-${pad(inMonth)}`);
  let inYear = nearestYear(anchor, inMonth);
  if (step === 1 && inMonth <= anchor.month) inYear = anchor.year + 1;
  if (step === -1 && inMonth >= anchor.month) inYear = anchor.year - 1;
  return monthMeaning(inYear, inMonth, groups.part);
};

const dayWords: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 };

const ordinals = ['first', 'second', 'third', 'fourth'];

const rules: readonly Rule[] = [
  {
    pattern: /\b(?<year>[12]\d{3})-(?<m>[01]\d)-(?<day>[0-3]\d)\b/g,
    read: ({ year: y, m, day: d }) => {
      const found = { year: Number(y), month: Number(m), day: Number(d) };
      return exists(found) ? date(dayText(found)) : null;
    },
  },
  {
    pattern: new RegExp(
      `\\b${month}\\s+${dayNumber}\\s*(?:to|-|–|and|through)\\s*(?<last>[0-3]?\\d)(?:st|nd|rd|th)?\\b(?:,?\\s+${year}\\b)?`,
      'gi',
    ),
    read: dayRange,
  },
  {
    pattern: new RegExp(
      `\\b${dayNumber}\\s*(?:to|-|–|and)\\s*(?<last>[0-3]?\\d)(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}(?:,?\\s+${year})?\\b`,
      'gi',
    ),
    read: dayRange,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?(?:the\\s+)?${dayNumber}\\s+(?:of\\s+)?${month}(?:,?\\s+${year})?(?!\\w)`,
      'gi',
    ),
    read: dayMeaning,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?${month}\\s+${dayNumber}(?![\\d:,]\\d|\\w)(?:,?\\s+${year}\\b)?`,
      'gi',
    ),
    read: dayMeaning,
  },
  {
    pattern: new RegExp(`\\b${part}${month},?\\s+(?:of\\s+)?${year}\\b`, 'gi'),
    read: (groups) => monthMeaning(Number(groups.year), monthNumber(groups.month ?? ''), groups.part),
  },
  {
    pattern: new RegExp(
      `(?<!\\d\\s)\\b(?:(?<which>last|next|this|past|previous|coming)\\s+)?${part}${month}(?!\\w|\\s+\\d)`,
      'gi',
    ),
    read: bareMonth,
  },
  {
    pattern: new RegExp(
      `\\b(?:the\\s+)?(?<edge>end|close|start|beginning)\\s+of\\s+(?:${month}(?:\\s+${year})?|${year.replace('year', 'y2')}|(?:(?:the\\s+)?(?<which>this|next|last|coming|current)|the)\\s+(?<unit>year|month))\\b`,
      'gi',
    ),
    read: (groups, anchor) => edge({ ...groups, year: groups.year ?? groups.y2 }, anchor),
  },
  {
    pattern: new RegExp(`\\b(?<part>early|mid|late)[- ](?:in\\s+)?${year}\\b`, 'gi'),
    read: (groups) => yearMeaning(Number(groups.year), groups.part),
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|since|by|until|till|of|from|to|during|before|after|through|throughout|between|and|year|back in|for)\\s{1,3}|\\()${year}\\b(?![,.]\\d|\\s+(?:troops|people|soldiers|prisoners|fighters|men|dollars|percent|miles|kilomet))`,
      'gi',
    ),
    read: (groups) => yearMeaning(Number(groups.year)),
  },
  {
    pattern: /\b(?:the\s+)?(?:(?<part>early|mid|late)[- ])?(?<decade>(?:1[5-9]|20)\d)0s\b/gi,
    read: ({ decade }) => date(`${decade}X`, decade),
  },
  {
    pattern: new RegExp(
      `\\b(?:${part}(?:the\\s+)?(?:(?:end|start|beginning)\\s+of\\s+)?(?:the\\s+)?)(?<which>last|next|this|previous|coming|following|current)\\s+(?<unit>year|month|week|quarter|decade)\\b`,
      'gi',
    ),
    read: relativePeriod,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?<which>last|next|this|coming)\\s+)?(?<weekday>${weekdays.join('|')})(?:\\s+(?:morning|afternoon|evening|night))?\\b`,
      'gi',
    ),
    read: relativeWeekday,
  },
  {
    pattern: /\b(?<word>today|tonight|yesterday|tomorrow)\b/gi,
    read: ({ word }, anchor) =>
      knowsDay(anchor)
        ? date(dayText(addDays(anchor, dayWords[(word ?? '').toLowerCase()] ?? 0)))
        : date(null),
  },
  {
    pattern: new RegExp(`\\b${about}${number}\\s+${unit}\\s+ago\\b`, 'gi'),
    read: (groups, anchor) => shifted(groups, anchor, -1),
  },
  {
    pattern: new RegExp(`\\b${about}${number}\\s+${unit}\\s+from\\s+now\\b`, 'gi'),
    read: (groups, anchor) => shifted(groups, anchor, 1),
  },
  {
    pattern: new RegExp(`\\b${about}${number}\\s+${unit}\\s+(?:earlier|later|before|after)\\b`, 'gi'),
    read: () => date(null),
  },
  {
    pattern: new RegExp(
      `\\b(?:the\\s+)?(?<which>last|past|next|coming|previous|first)\\s+${number}\\s+${unit}\\b`,
      'gi',
    ),
    read: duration,
  },
  { pattern: new RegExp(`\\b${about}${number}[\\s-]+${unit}(?![\\w-])`, 'gi'), read: duration },
  {
    pattern: new RegExp(
      `\\b(?:(?:the\\s+)?(?<which>last|next|this|coming|previous)\\s+${season}|(?:the\\s+)?${season.replace('season', 's2')}(?:\\s+of)?\\s+${year})\\b`,
      'gi',
    ),
    read: (groups, anchor) => seasonMeaning({ ...groups, season: groups.season ?? groups.s2 }, anchor),
  },
  {
    pattern: new RegExp(
      `\\b(?:the\\s+)?(?<nth>${ordinals.join('|')})\\s+quarter(?:\\s+of\\s+${year})?\\b`,
      'gi',
    ),
    read: ({ nth, year: y }, anchor) => {
      const known = y ? Number(y) : anchor?.year;
      const quarter = ordinals.indexOf((nth ?? '').toLowerCase()) + 1;
      return known === undefined ? date(null, `XXXX-Q${quarter}`) : quarterMeaning(known, quarter);
    },
  },
  {
    pattern: /\b(?:every|each)\s+(?<unit>day|week|month|year|hour)\b/gi,
    read: (groups) => ({ edtf: null, value: durationValue({ ...groups, number: '1' }), kind: 'set' }),
  },
  {
    pattern: /\b(?<word>daily|weekly|monthly|annually|yearly)\b/gi,
    read: ({ word }) => ({
      edtf: null,
      value: `P1${(word ?? 'D')
        .replace(/annually/i, 'Y')
        .charAt(0)
        .toUpperCase()}`,
      kind: 'set',
    }),
  },
  {
    pattern: /\b(?<hour>[01]?\d|2[0-3])(?:[:.](?<minute>[0-5]\d))?\s*(?<half>[ap])\.?m\b\.?/gi,
    read: ({ hour, minute, half }) => {
      const value = (Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
      return { edtf: null, value: `T${pad(value)}:${minute ?? '00'}`, kind: 'time' };
    },
  },
  {
    pattern: /\b(?:recently|lately|in recent (?:days|weeks|months|years))\b/gi,
    read: () => date(null, 'PAST_REF'),
  },
];

const asAnchor = (published: string | null | undefined): Anchor | null => {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(published ?? '');
  if (!found) return null;
  const [, y, m, d] = found;
  const day = { year: Number(y), month: Number(m ?? 1), day: Number(d ?? 1) };
  if (!exists(day)) return null;
  return { ...day, known: d ? 'day' : m ? 'month' : 'year' };
};

const mayBeOrdinaryWord = /^(?:may|mar|march|sun|dec|jan|sat|fall|second)$/i;
const modalMay = /^\s+(?:be|have|not|also|well|or|even|still|never|only|soon|seek|want|need|[a-z]+ly)\b/;

/** "may" and "march" are months only with a capital and not as a verb. */
const isOrdinaryWord = (text: string, [start, end]: Span): boolean => {
  const words = text.slice(start, end);
  if (/^(?:Daily|Weekly|Monthly)$/.test(words)) return true;
  if (!mayBeOrdinaryWord.test(words)) return false;
  return !/^\p{Lu}/u.test(words) || modalMay.test(text.slice(end, end + 12));
};

const longestFirst = (a: TimeMention, b: TimeMention): number =>
  b.span[1] - b.span[0] - (a.span[1] - a.span[0]) || a.span[0] - b.span[0];

/** Keeps the longest of overlapping mentions, in text order. */
const withoutOverlaps = (found: TimeMention[]): TimeMention[] => {
  const taken = new Set<number>();
  const kept: TimeMention[] = [];
  for (const mention of found.sort(longestFirst)) {
    const [start, end] = mention.span;
    if (taken.has(start) || taken.has(end - 1)) continue;
    for (let at = start; at < end; at++) taken.add(at);
    kept.push(mention);
  }
  return kept.sort((a, b) => a.span[0] - b.span[0]);
};

/** Time expressions with their values against the publication date; without one, relative dates stay open. */
export const findTimes = (text: string, published?: string | null): TimeMention[] => {
  const anchor = asAnchor(published);
  const found: TimeMention[] = [];
  for (const { pattern, read } of rules)
    for (const match of text.matchAll(pattern)) {
      const span: Span = [match.index, match.index + match[0].trimEnd().length];
      if (isOrdinaryWord(text, span)) continue;
      const meaning = read(match.groups ?? {}, anchor);
      if (meaning) found.push({ span, ...meaning });
    }
  return withoutOverlaps(found);
};
