import type { Span } from '../model/index.ts';

/** A number with its unit, as a text writes it. */
export interface Measure {
  /** UTF-16 code units of the text. */
  readonly span: Span;
  readonly value: number;
  /** Normalised and singular ("kilogram", "percent", "dollar"); null for a bare number. */
  readonly unit: string | null;
  /** What the words make of the number: "at least 30" is a `min`, "up to 30" and "30 or less" a `max`. */
  readonly bound: 'exact' | 'about' | 'min' | 'max';
  /** The whole that it is a part of: 5 in "3 of 5". */
  readonly whole: number | null;
}

const small: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  half: 0.5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  dozen: 12,
});
const scales: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  k: 1e3,
  dozen: 12,
});

/** Ways to write one unit. What stands in none of them is its own unit, in the singular. */
const units: readonly (readonly [string, RegExp])[] = [
  ['percent', /^(?:%|per\s?cent|percent|percentage points?)$/u],
  ['kilogram', /^(?:kg|kgs|kilo|kilos|kilogram(?:me)?s?)$/u],
  ['tonne', /^(?:t|tons?|tonnes?|metric tons?|metric tonnes?)$/u],
  ['kilometre', /^(?:km|kms|kilomet(?:re|er)s?)$/u],
  ['metre', /^(?:met(?:re|er)s?)$/u],
  ['barrel a day', /^(?:bpd|b\/d|barrels? (?:a|per) day)$/u],
  ['barrel', /^(?:bbl|barrels?)$/u],
  ['megawatt', /^(?:mw|megawatts?)$/u],
  ['hectare', /^(?:ha|hectares?)$/u],
  ['cubic metre', /^(?:m3|m³|cubic met(?:re|er)s?|cumecs?)$/u],
  ['dollar', /^(?:\$|us\$|usd|us dollars?|u\.s\. dollars?|dollars?)$/u],
  ['euro', /^(?:€|eur|euros?)$/u],
  ['pound', /^(?:£|gbp|pounds?(?: sterling)?)$/u],
];

const singular = (word: string): string =>
  word
    .replace(/ies$/u, 'y')
    .replace(/(?<=(?:s|x|ch|sh))es$/u, '')
    .replace(/(?<![su])s$/u, '');

/** One name for all ways to write a unit: "kg", "kilogrammes" → "kilogram". */
export const unitOf = (words: string): string => {
  const folded = words.toLowerCase().replace(/\s+/gu, ' ').trim();
  return units.find(([, pattern]) => pattern.test(folded))?.[0] ?? singular(folded);
};

const spelled = Object.keys(small).join('|');
const scale = Object.keys(scales).join('|');
const unitWords = String.raw`%|per\s?cent|percentage points?|cubic met(?:re|er)s?|m3|m³|barrels? (?:a|per) day|metric ton(?:ne)?s?|us dollars?|u\.s\. dollars?|[\p{L}][\p{L}/]*`;
const pattern = new RegExp(
  String.raw`(?<![\p{L}\d.,:/-])(?<money>US\$|\$|€|£|USD |EUR |GBP )?(?<number>\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:${spelled})(?:-(?:${spelled}))?)(?![\d:])(?<scale>(?:[ -]?(?:${scale})(?![\p{L}]))*)(?<whole> of (?:the |its |their |all )?(?<parts>\d+|${spelled})(?![\p{L}\d]))?(?:[ -]?(?<unit>${unitWords}))?(?: (?<second>[\p{L}]+))?(?<after>,? or (?:less|fewer|below|more|above|higher))?`,
  'giu',
);

const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/iu;
const named =
  /(?:^|\s)(?:article|paragraph|section|annex|chapter|resolution|clause|point|no|nos|number|part|page|january|february|march|april|may|june|july|august|september|october|november|december)\.? $/iu;
const least =
  /(?:at least|not less than|no less than|not fewer than|no fewer than|minimum of|more than|over|above|upwards of|exceeding|exceeds?|exceeded|beyond|past) $/iu;
const most =
  /(?:at most|not more than|no more than|at or below|up to|not exceed(?:ing)?|maximum of|fewer than|less than|under|below|within|cap(?:ped)? (?:at|of)|limit(?:ed)? (?:to|of)|ceiling of) $/iu;
const around = /(?:some|about|around|roughly|approximately|nearly|almost|estimated|close to) $/iu;

/** Words after a number that count nothing. */
const unitless =
  /^(?:of|and|or|to|in|on|at|by|for|from|with|that|who|which|was|were|is|are|has|have|had|the|a|an|after|before|since|until|per|p|am|pm|as|than|but|not|more|less|other|others)$/iu;

const numberIn = (words: string): number => {
  const lower = words.toLowerCase();
  if (/^\d/u.test(lower)) return Number(lower.replace(/[,  ]/gu, ''));
  return lower.split('-').reduce((sum, word) => sum + (small[word] ?? 0), 0);
};

const boundOf = (before: string, after: string): Measure['bound'] => {
  if (/(?:less|fewer|below)$/iu.test(after)) return 'max';
  if (/(?:more|above|higher)$/iu.test(after)) return 'min';
  if (least.test(before)) return /\bno(?:t)? (?:more|over|above)/iu.test(before) ? 'max' : 'min';
  if (most.test(before)) return 'max';
  return around.test(before) ? 'about' : 'exact';
};

/** A year, a day of a month, the number of an article: no amount of anything. */
const isLabel = (before: string, number: string, scaled: boolean, unit: string, money: boolean): boolean =>
  !money &&
  (named.test(before) ||
    months.test(unit) ||
    (!scaled && /^(?:19|20)\d\d$/u.test(number) && (unit === '' || unitless.test(unit))));

/** Every amount in a text: numbers with unit, bound and whole; years, days and numbers of articles are none. */
export const measuresIn = (text: string): Measure[] => {
  const found: Measure[] = [];
  for (const match of text.matchAll(pattern)) {
    const {
      money = '',
      number = '',
      scale: tens = '',
      parts,
      unit = '',
      second = '',
      after = '',
    } = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (isLabel(before, number, tens !== '', unit, money !== '')) continue;
    if (/^(?:one|half)$/iu.test(number) && (unit === '' || unitless.test(unit)) && !parts) continue;
    const factor = (tens.match(/\p{L}+/gu) ?? []).reduce(
      (product, word) => product * (scales[word.toLowerCase()] ?? 1),
      1,
    );
    const counted = unitless.test(unit)
      ? ''
      : /^(?:more|additional|further|new|other|metric|remaining|disputed|named)$/iu.test(unit)
        ? second
        : unit;
    found.push({
      span: [match.index, match.index + match[0].trimEnd().length],
      value: numberIn(number) * factor,
      unit: money ? unitOf(money.trim()) : counted ? unitOf(counted) : null,
      bound: boundOf(before, after),
      whole: parts ? numberIn(parts) : null,
    });
  }
  return found;
};

/** How a told amount stands to a required one. */
export interface Comparison {
  /** Whether what is required is met; null where the numbers leave it open. */
  readonly met: boolean | null;
  /** How much of it is told, from 0 to 1. */
  readonly share: number;
}

/**
 * Compares an amount told with one required, both directions: a cap exceeded, a sum reached, a part paid.
 * An exact sum is reached by as much or more. Same units only; the caller sees to that.
 */
export const compareMeasures = (required: Measure, told: Measure): Comparison => {
  const [want, have] = [required.value, told.value];
  if (required.bound === 'max') {
    if (have > want || (have === want && told.bound === 'min')) return { met: false, share: 0 };
    return told.bound === 'min' ? { met: null, share: 1 } : { met: true, share: 1 };
  }
  if (have >= want && !(told.bound === 'max' && have > want))
    return { met: !(have === want && told.bound === 'max'), share: 1 };
  return { met: false, share: want > 0 ? Math.max(0, Math.min(1, have / want)) : 0 };
};
