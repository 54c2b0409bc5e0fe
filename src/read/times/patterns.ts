import { numberWords } from '../number-words.ts';
import { wordTable } from '../word-table.ts';
import type { TemporalContext, Third, TimexValue } from './timex-values.ts';

/** The named groups of a match; absent ones are undefined. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** A way to write a time, and how it is read. Null means that it is none after all. */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, setting: TemporalContext) => TimexValue | null;
}

/** Blanks within a paragraph: a line may end there, an empty line may not. Bounded, so that no text takes long. */
const gap = /^(?:[^\S\n]{1,9}(?:\n[^\S\n]{0,9})?|\n[^\S\n]{0,9})$/;

/** The text, letter for letter, with spaces for the blanks within a paragraph and line ends for all others. */
export const withEvenBlanks = (text: string): string =>
  text.replace(/\s{2,}|[^\S ]/g, (blanks) => (gap.test(blanks) ? ' ' : '\n').repeat(blanks.length));

/**
 * A pattern over whole words of a text with even blanks, upper or lower case; a blank in it stands for any number.
 * Words of Latin letters without marks: `isWhole` sees to the others, for Unicode classes are slow to compile.
 */
export const words = (source: string): RegExp =>
  new RegExp(`(?<!\\w)(?:${source.replaceAll(' ', '(?: +)')})(?!\\w)`, 'gi');

const letter = /[\p{L}\p{N}]/u;

/** Whether no letter of any script goes on at either end. */
export const isWhole = (text: string, start: number, end: number): boolean =>
  !letter.test(text.charAt(start - 1)) && !letter.test(text.charAt(end));

/** A pattern's group under another name, for patterns that need it twice. */
export const renamed = (source: string, name: string, to: string): string =>
  source.replace(`(?<${name}>`, `(?<${to}>`);

export const lower = (text: string | undefined): string => (text ?? '').toLowerCase().replace(/\s+/g, ' ');

const monthNames =
  'january february march april may june july august september october november december'.split(' ');
export const month =
  '(?<month>january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?:\\.|\\b))';
/** 1 to 12. */
export const monthNumber = (name: string | undefined): number =>
  monthNames.findIndex((full) => full.startsWith(lower(name).slice(0, 3))) + 1;

const weekdayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
export const weekdayName = `(?<weekday>${weekdayNames.join('|')})`;
/** 1 to 7, from Monday. */
export const weekdayNumber = (name: string | undefined): number => weekdayNames.indexOf(lower(name)) + 1;
/** A weekday before its date. */
export const weekdayBefore =
  '(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)\\.),? )?';

export const year = '(?<year>1[5-9]\\d\\d|20\\d\\d)';
export const dayNumber = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
export const third = '(?:(?<third>early|mid|late)(?: |-)(?:in |on )?)?';
export const thirdOf = ({ third }: Groups): Third | undefined =>
  third ? (lower(third) as Third) : undefined;

export const dayPart = '(?<dayPart>morning|afternoon|evening|night)';
const dayPartCodes = wordTable<string>({
  morning: 'TMO',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
});
/** A part of a day that is otherwise known; without a part, that day. */
export const inDayPart = (day: TimexValue | null, part: string | undefined): TimexValue | null =>
  day && part ? { edtf: day.edtf, value: `${day.value}${dayPartCodes[lower(part)]}`, kind: 'time' } : day;

export const seasonName = '(?<season>spring|summer|autumn|fall|winter)';
/** 0 to 3, from spring. */
export const seasonIndex = (name: string | undefined): number =>
  ['spring', 'summer', 'autumn', 'winter'].indexOf(lower(name).replace('fall', 'autumn'));

const stepWords = wordTable<number>({
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  'the current': 0,
  'this past': -1,
  'this coming': 1,
  next: 1,
  coming: 1,
  following: 1,
});
export const step = '(?<step>this past|this coming|last|past|previous|this|current|next|coming|following)';
/** −1 for "last", 1 for "next", 0 else. */
export const stepOf = (word: string | undefined): number => stepWords[lower(word)] ?? 0;

export const ordinal = '(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)';
export const ordinalNumber = (word: string | undefined): number =>
  ['first', 'second', 'third', 'fourth'].findIndex(
    (name, index) => name === lower(word) || lower(word).startsWith(`${index + 1}`),
  ) + 1;

export const unit =
  '(?<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?=y|ies))(?:s|y|ies)?';

const countWords = wordTable<number>({
  ...numberWords,
  a: 1,
  an: 1,
  another: 1,
  dozen: 12,
  'a dozen': 12,
  'half a dozen': 6,
  'half a': 0.5,
  'half an': 0.5,
  'a half': 0.5,
  half: 0.5,
  'a couple of': 2,
  'a couple': 2,
  'a quarter of a': 0.25,
});
const alternatives = (list: readonly string[]): string =>
  list.toSorted((a, b) => b.length - a.length).join('|');
const belowHundred = `(?:(?:${alternatives(Object.keys(numberWords).filter((word) => word.endsWith('ty')))})(?: |-))?(?:${alternatives(Object.keys(numberWords))})`;
const spelled = `(?:(?:an?|${belowHundred}) hundred(?: and ${belowHundred})?|${belowHundred}|${alternatives(Object.keys(countWords).filter((word) => !(word in numberWords)))})`;
const vague = 'several|a few|few|some|many|numerous|multiple|countless|a number of';
/** A count in figures or words; "several" and the like count too. */
export const number = `(?<number>\\d[\\d,]{0,14}(?:\\.\\d+| \\d/\\d)?|${spelled}|${vague})(?<half>(?: |-)and(?: |-)a(?: |-)half)?`;
/** What may stand between a number and its unit. */
export const emphasis =
  '(?:more |additional |further |straight |consecutive |full |whole |entire |long |short |solid |calendar |working |business |odd )?';
export const about =
  '(?:(?:nearly|almost|about|around|roughly|approximately|some|more than|less than|over|under|at least|up to|at most|just over|just under|the) )?';

const sum = (text: string): number | null => {
  let total = 0;
  for (const word of text.split(/[\s-]+/)) {
    if (word === 'and') continue;
    const value = word === 'hundred' ? 100 : countWords[word];
    if (value === undefined) return null;
    total = word === 'hundred' ? Math.max(total, 1) * 100 : total + value;
  }
  return total;
};

/** The number written, or null for "several" and the like. */
export const amountOf = ({ number: written, half }: Groups): number | null => {
  const text = lower(written);
  const extra = half ? 0.5 : 0;
  const fraction = /^(?<whole>\d+) (?<part>\d)\/(?<of>\d)$/.exec(text)?.groups;
  if (fraction) return Number(fraction.whole) + Number(fraction.part) / Number(fraction.of);
  if (/^\d/.test(text)) return Number(text.replaceAll(',', '')) + extra;
  const value = countWords[text] ?? sum(text);
  return value === null ? null : value + extra;
};
