import type { DraftWindow } from '../../model/index.ts';
import { addDuration } from '../../model/index.ts';
import type { Calendar } from './calendar.ts';
import { type Days, dayBefore, dayPattern, daysOf, durationOf, durationPattern } from './days.ts';
import { numberOf, numberPattern } from './numbers.ts';

/*
 * When a duty runs. A day that the text names is a day; a length of time counts from the signing, from the entry into
 * force, or from an event in words whose day is not known yet. What comes back each year or with each request has no last day.
 */

const comesBack =
  /^\s*,?\s*(?:of|in)? ?(?:each|every|any|the (?:following|same|next|preceding))\b|^\s*(?:each|every) (?:year|month|week)|^ (?:and|or) \d{1,2} \p{Lu}\p{Ll}+(?! \d{4})/iu;
const repeats =
  /\b(?:each|every|any|per|monthly|weekly|daily|yearly|annual(?:ly)?|quarterly|a (?:month|year|week|quarter)|regularly|periodically|whenever|once a|twice a)\b/iu;
/** What comes up again and again: no first time of it is meant. */
const occasion =
  /\b(?:an?|any|each|every|such|their|its|his|her|that|the (?:relevant|respective|corresponding|said)|receipt|receiving|learning|becoming aware|request|application|arrival|asking|notification|notice|the end of (?:each|every|that)|which)\b/iu;
const signing =
  /^(?:the )?(?:date of (?:the )?)?(?:its |their )?(?:signature|signing|conclusion of (?:this|the present)|date of this|this (?:agreement|declaration|statement|understanding|protocol|memorandum|accord|communiqué|pledge)(?: is signed)?|adoption|the date hereof|today|the day of signing|announcement)\b/iu;
const entering =
  /^(?:the )?(?:date of )?(?:the |its )?(?:day of entry|entry into force|coming into force|coming into effect|commencement|effective (?:date|day)|start of the agreement)\b/iu;

const clause = '(?:(?!\\b(?:shall|will|must)\\b)[^,;.()\\u0000]){2,90}';

const change = /^(?:be )?(?:rais|increas|lower|reduc|cut|abolish|introduc|doubl|halv|lift)/iu;
const onRequest = /\bso requests?\b|\brequests? (?:it|in writing)\b|\b(?:on|upon) (?:written )?request\b/iu;

const opensWithEvent = new RegExp(
  `(?:^|, )(?:once|as soon as|upon|after) (?!\\d|\\p{L}+ing\\b)(${clause})`,
  'iu',
);

interface Found {
  from?: string | null;
  to?: string | null;
  within?: string | null;
  after?: string | null;
  words: string;
}

type Read = (match: RegExpExecArray, setting: Setting, found: Readonly<Found>) => Found | null;

interface Setting {
  calendar: Calendar;
  /** The whole of what the duty says. */
  text: string;
  /** What is owed, without who owes it: "each Party" says nothing of how often. */
  owed: string;
  /** The last day of the duty before: "until then". */
  before: string | null;
}

const aDay = new RegExp(`^${dayPattern}$`, 'iu');
const anyDay = new RegExp(dayPattern, 'giu');
const nextYear = /^[^.;]{0,60}?\b(?<year>(?:19|20)\d{2})\b/u;

const yearOf = (day: string | null): number | null => (day ? Number(day.slice(0, 4)) : null);

/** A day without its year is the first such day after the signing, unless it comes back. */
const dayIn = (
  written: string,
  { calendar, text, owed }: Setting,
  index: number,
  length: number,
): Days | null => {
  const later = text.slice(index + length);
  if (comesBack.test(later)) return null;
  const days = daysOf(written, null);
  if (days) return days;
  const year = nextYear.exec(later)?.groups?.year;
  if (year && /^,? (?:and|or|,|\d)/u.test(later)) return daysOf(written, Number(year));
  if (repeats.test(owed)) return null;
  const signedIn = yearOf(calendar.signed);
  const same = signedIn === null ? null : daysOf(written, signedIn);
  return same && calendar.signed && same.last < calendar.signed ? daysOf(written, (signedIn ?? 0) + 1) : same;
};

const definedPattern = (calendar: Calendar): string =>
  [...calendar.defined.keys()]
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('|');

const fromEvent = (
  duration: string,
  event: string,
  { calendar, owed }: Setting,
  words: string,
): Found | null => {
  const said = event.trim();
  const length = durationOf(duration);
  if (!length) return null;
  const counted = (day: string | null): Found =>
    day
      ? { from: day, to: addDuration(day, length), words }
      : { from: null, within: length, after: said, words };
  if (signing.test(said)) return counted(calendar.signed);
  if (entering.test(said)) return counted(calendar.force);
  const day = aDay.test(said) ? daysOf(said, yearOf(calendar.signed)) : null;
  if (day) return counted(day.last);
  const plain = said.replace(/^the /iu, '').toLowerCase();
  const defined = [...calendar.defined].find(([term]) => plain === term || plain.startsWith(`${term} `))?.[1];
  if (defined) return counted(defined.first);
  if (occasion.test(said.split(/\s+/u).slice(0, 4).join(' ')) || repeats.test(owed)) return { words };
  return { from: null, within: length, after: said, words };
};

/** Patterns for the days that one agreement's definitions name, once for each. */
const definedPatterns = new WeakMap<Calendar, RegExp | null>();

const ofDefined = (calendar: Calendar): RegExp | null => {
  const known = definedPatterns.get(calendar);
  if (known !== undefined) return known;
  const source = `\\b(from|during|in|within|throughout|before|until|by|on|after) (?:the |each day of the )?(${definedPattern(calendar)})\\b`;
  const pattern = calendar.defined.size > 0 ? new RegExp(source, 'giu') : null;
  definedPatterns.set(calendar, pattern);
  return pattern;
};

/** Each way to say when, the surest first. */
const ways: readonly (readonly [pattern: RegExp | typeof ofDefined, read: Read])[] = [
  // "for two years after the sale", "for eighteen months"
  [
    new RegExp(
      `\\bfor (?:a period of |the )?(${durationPattern})(?: (?:from|after|following) (?:the date of )?(${clause}))?`,
      'giu',
    ),
    (match, setting) => {
      const duration = durationOf(match[1] ?? '');
      if (!duration || repeats.test(setting.owed)) return null;
      const event = match[2];
      if (event) return fromEvent(match[1] ?? '', event, setting, match[0]);
      return { within: duration, words: match[0] };
    },
  ],
  // "within ten days after the commanders have met", "not later than 30 days from signature", "D-Day + 30"
  [
    new RegExp(
      `\\b(?:within|in|not later than|no later than|not more than|at the latest|by|at most|before the end of) (?:a period of |a maximum of |the (?:first|next|following) )?(${durationPattern})(?:,)? (?:of|after|from|following|upon|counting from|starting from|as of|as from|since) (?:the date (?:of|on which) )?(${clause})`,
      'giu',
    ),
    (match, setting) => fromEvent(match[1] ?? '', match[2] ?? '', setting, match[0]),
  ],
  [
    new RegExp(
      `\\b(${durationPattern}) (?:after|from|following) (?:the date (?:of|on which) )?(${clause})`,
      'giu',
    ),
    (match, setting) =>
      /\b(?:at least|every|each|ahead|before)\b/iu.test(
        setting.text.slice(Math.max(0, match.index - 20), match.index),
      )
        ? null
        : fromEvent(match[1] ?? '', match[2] ?? '', setting, match[0]),
  ],
  [
    /\b(?:by|before|until|no later than|not later than|on|at|within|from)\s+(?:the\s+)?(D-Day|D|X-Day|Day)\s*(?:\+|plus)\s*(\d{1,4})\b/giu,
    (match, setting) => {
      const day = setting.calendar.defined.get('d-day') ?? setting.calendar.defined.get('d');
      const within = `P${Number(match[2])}D`;
      return day
        ? { from: day.first, to: addDuration(day.first, within), words: match[0] }
        : { from: null, within, after: 'D-Day', words: match[0] };
    },
  ],
  [
    new RegExp(
      `\\bwithin (?:a period of |a maximum of |the (?:first|next|following) )?(${durationPattern})`,
      'giu',
    ),
    (match, setting) => {
      const duration = durationOf(match[1] ?? '');
      const start = setting.calendar.signed;
      const hasOccasion =
        onRequest.test(setting.text) ||
        /\b(?:an?|any|each|every)\s+(?:\S+\s+){0,3}?(?:request|application|invoice|proposal|notice|complaint|letter|licen[cs]e|permit|incident|event|report|claim|case|file)\b/iu.test(
          setting.owed,
        ) ||
        repeats.test(setting.owed);
      if (!duration || hasOccasion) return { words: match[0] };
      // "Once the arrears have been paid, it will, within 30 days, …"
      const event = opensWithEvent.exec(setting.text)?.[1]?.trim();
      if (event && !signing.test(event) && !entering.test(event))
        return { from: null, within: duration, after: event, words: match[0] };
      return start
        ? { from: start, to: addDuration(start, duration), words: match[0] }
        : { within: duration, words: match[0] };
    },
  ],
  // "between 1 March and 30 June 2026", "from 1 May to 31 August 2026"
  [
    new RegExp(`\\b(?:between|from) (${dayPattern}) (?:and|to|until|till|through) (${dayPattern})`, 'giu'),
    (match, setting) => {
      const last = dayIn(match[2] ?? '', setting, match.index, match[0].length);
      const own = /\b\d{4}\b/u.test(match[2] ?? '') || /\b\d{4}\b/u.test(match[1] ?? '');
      const first = last && daysOf(match[1] ?? '', Number(last.last.slice(0, 4)));
      return first && last && own && first.first <= last.last
        ? { from: first.first, to: last.last, words: match[0] }
        : { words: match[0] };
    },
  ],
  [
    new RegExp(
      `\\b(?:by|not later than|no later than|on or before|until|till|up to|through|at the latest by|at the latest on|ending on|no later than by) (?:and including )?(?:the )?(${dayPattern})`,
      'giu',
    ),
    (match, setting) => {
      const days = dayIn(match[1] ?? '', setting, match.index, match[0].length);
      return days ? { to: days.last, words: match[0] } : { words: match[0] };
    },
  ],
  [
    new RegExp(`(?<!since )\\b(?:before|prior to) (?:the end of )?(?:the )?(${dayPattern})`, 'giu'),
    (match, setting) => {
      const days = dayIn(match[1] ?? '', setting, match.index, match[0].length);
      if (!days) return null;
      return { to: /end of/iu.test(match[0]) ? days.last : dayBefore(days.first), words: match[0] };
    },
  ],
  [
    new RegExp(
      `\\b(?:from|as of|as from|after|since|(?:starting|beginning|commencing|effective)(?: on| with| from| in| as of)?|with effect from|with effect as of) (?:the )?(${dayPattern})`,
      'giu',
    ),
    (match, setting) => {
      const days = dayIn(match[1] ?? '', setting, match.index, match[0].length);
      // A change "with effect from 1 June" is due by then.
      if (days && /^with effect/iu.test(match[0]) && change.test(setting.owed))
        return { to: days.first, words: match[0] };
      // "drawn up since 2015" tells of things, not of the duty.
      if (!days || /^since/iu.test(match[0])) return null;
      const { signed } = setting.calendar;
      const hasBegun = signed !== null && days.first < signed && days.first !== days.last;
      return { from: hasBegun ? signed : days.first, words: match[0] };
    },
  ],
  // "from the tenth day after signature"
  [
    new RegExp(
      `\\bfrom the (${numberPattern})(?:st|nd|rd|th)? day (?:after|following) (?:the (?:date|day) of )?(${clause})`,
      'giu',
    ),
    (match, { calendar }) => {
      const event = match[2]?.trim() ?? '';
      const day = signing.test(event) ? calendar.signed : entering.test(event) ? calendar.force : null;
      const count = numberOf(match[1] ?? '');
      return day && count ? { from: addDuration(day, `P${count}D`), words: match[0] } : null;
    },
  ],
  // "the first on 10 July 2018"
  [
    new RegExp(
      `\\bthe first(?: time| payment| instalment| tranche| of them)?,? (?:being |to be paid |due |falling due )?(?:on|by|in) (${dayPattern})`,
      'giu',
    ),
    (match, setting) => {
      const days = dayIn(match[1] ?? '', setting, match.index, match[0].length);
      return days ? { from: days.first, to: null, words: match[0] } : null;
    },
  ],
  // "the deficit for the calendar year 2022"
  [
    /\b(?:for|in|of|during) the (?:calendar |financial |fiscal )?year ((?:19|20)\d{2})\b/giu,
    (match, { calendar: { signed } }, found) =>
      found.to || (signed && `${match[1]}-12-31` < signed)
        ? null
        : { from: `${match[1]}-01-01`, to: `${match[1]}-12-31`, words: match[0] },
  ],
  // "in 2028, 1,200 million in 2029 and 1,500 million in 2030"
  [
    /\bin ((?:19|20)\d{2})\b(?:[^.;]{1,60}?\bin ((?:19|20)\d{2})\b)+/giu,
    (match) => ({ from: `${match[1]}-01-01`, to: `${match[2]}-12-31`, words: match[0] }),
  ],
  // "on 1 June, 1 September and 1 December 2022 and on 1 March 2023"
  [
    new RegExp(
      `(?<!\\b(?:(?:from|until|as of) (?:noon|midnight)|hours|hrs|beginning|starting|commencing|effective|than|before|[ap]m|h|\\d{2}) )\\b(?:on|in|due on) (${dayPattern})((?:,? (?:and )?(?:on |in )?(?:${dayPattern}))*)`,
      'giu',
    ),
    (match, setting, found) => {
      // With a last day already, "the oil that it pumped in 2033" tells of things.
      if (found.to) return null;
      const first = dayIn(match[1] ?? '', setting, match.index, match[0].length - (match[2] ?? '').length);
      const rest = [...(match[2] ?? '').matchAll(anyDay)].map(([words]) => words);
      const last = rest.length > 0 ? daysOf(rest.at(-1) ?? '', null) : first;
      if (!first || !last || comesBack.test(setting.text.slice(match.index + match[0].length))) return null;
      const { signed } = setting.calendar;
      if (signed && last.last < signed) return null;
      return { from: signed && first.first < signed ? signed : first.first, to: last.last, words: match[0] };
    },
  ],
  [
    ofDefined,
    (match, { calendar }) => {
      const days = calendar.defined.get((match[2] ?? '').toLowerCase());
      if (!days) return null;
      const how = (match[1] ?? '').toLowerCase();
      if (how === 'from' || how === 'after') return { from: days.first, words: match[0] };
      if (how === 'before') return { to: dayBefore(days.first), words: match[0] };
      if (how === 'until' || how === 'by') return { to: days.last, words: match[0] };
      return days.first === days.last && how !== 'on'
        ? null
        : { from: days.first, to: days.last, words: match[0] };
    },
  ],
  [/\buntil then\b/giu, (match, { before }) => (before ? { to: before, words: match[0] } : null)],
  // "immediately upon completion of the withdrawal", "after the election", "once the list is agreed"
  [
    new RegExp(
      `\\b(?:(?<!\\b[Cc]alls? )upon|after|following|once|as soon as|from the (?:day|date|moment) (?:on|of|when|that)(?: which)?|from the (?=completion|end|start|conclusion|establishment)) ?((?!\\p{L}+ing\\b|\\d|which|whatever|consult)${clause})`,
      'giu',
    ),
    (match, { text, calendar }) => {
      const event = (match[1] ?? '').trim();
      if (signing.test(event)) return { from: calendar.signed, words: match[0] };
      if (entering.test(event)) return { from: calendar.force, words: match[0] };
      if (
        occasion.test(event.split(/\s+/u).slice(0, 2).join(' ')) ||
        repeats.test(text.slice(0, match.index))
      )
        return null;
      return { from: null, after: event, words: match[0] };
    },
  ],
];

/** What one text says of when; null where it says nothing. */
const said = (setting: Setting): Found | null => {
  const found: Found = { words: '' };
  let text = setting.text;
  for (const [pattern, read] of ways) {
    const regex = typeof pattern === 'function' ? pattern(setting.calendar) : pattern;
    if (!regex) continue;
    for (const match of text.matchAll(regex)) {
      const one = read(match, { ...setting, text }, found);
      if (!one) continue;
      const { words, ...days } = one;
      for (const [key, value] of Object.entries(days) as [keyof typeof days, string | null][])
        if (found[key] === undefined) found[key] = value;
      found.words = found.words ? `${found.words}; ${words}` : words;
      // What was read is read once.
      text =
        text.slice(0, match.index) +
        '\u0000'.repeat(match[0].length) +
        text.slice(match.index + match[0].length);
      break;
    }
  }
  return found.words ? found : null;
};

const isStanding =
  /\bwhile (?:this|the) \p{L}+ (?:is in force|runs|lasts|stands|remains)|\b(?:throughout|during) the (?:term|life|duration|validity)\b/iu;

/** The words that say when; of an event that is only a condition, none. */
const wordsOf = ({ words, after }: Found, hasEvent: boolean): string | null =>
  !after || hasEvent
    ? words
    : words
        .split('; ')
        .filter((one) => !one.includes(after))
        .join('; ') || null;

/** When a duty runs, from its own words, then from the headings above it, then from the whole agreement. */
export const windowOf = (
  text: string,
  owed: string,
  headings: readonly string[],
  calendar: Calendar,
  before: string | null,
): DraftWindow => {
  const own = said({ calendar, text, owed, before });
  const above = headings
    .map((heading) => said({ calendar, text: heading, owed: heading, before: null }))
    .findLast((one) => one && (one.from || one.to));
  // A day that is named for the deed stands; the event is then a condition.
  const hasEvent = Boolean(own?.after) && !(own?.to && !own.within);
  const start = own?.from ?? (hasEvent && own?.from === null ? null : (above?.from ?? calendar.force));
  const within = own?.within ?? null;
  // A stretch that runs from a day ends the day before it comes round.
  const lasting = within && !hasEvent && start ? dayBefore(addDuration(start, within)) : null;
  const due = own?.to ?? lasting ?? above?.to ?? null;
  const to = due ?? (within || isStanding.test(text) || !hasEvent ? (within ? null : calendar.end) : null);
  const from =
    start && to && start > to ? (calendar.signed && calendar.signed <= to ? calendar.signed : to) : start;
  return {
    from: hasEvent && own?.from === undefined ? null : from,
    to,
    within: lasting ? null : within,
    after: hasEvent ? (own?.after ?? null) : null,
    words: own ? wordsOf(own, hasEvent) : null,
  };
};
