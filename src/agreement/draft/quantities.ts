import type { QuantityTarget } from '../../model/index.ts';
import { dayPattern, durationPattern } from './days.ts';
import { numberOf, numberPattern } from './numbers.ts';

const least = /\b(?:at least|no(?:t)? less than|no(?:t)? fewer than|a minimum of|minimum)\s+$/iu;
const most =
  /\b(?:at most|up to|no(?:t)? more than|not (?:to )?exceed(?:ing)?|a maximum of|maximum|at or below|no(?:t)? above|as many as|within)\s+$/iu;
const over = /\b(?:more than|above|over|exceed(?:ing)?|in excess of|higher than|beyond)\s+$/iu;
const under = /\b(?:less than|below|under|fewer than|lower than)\s+$/iu;
/** Numbers that name a place of the text, a list or a time of day. */
const naming =
  /\b(?:article|annex|section|paragraph|part|chapter|list|schedule|point|map|chart|hall|station|case|no\.?|nos\.?|number|lodge|unit|units|group|phase|stage|resolution|item|clause|berths?|form|block|zone|line|route|km|kilometre|one of|each)\s+$/iu;

const singular = (word: string): string =>
  /ies$/u.test(word)
    ? word.replace(/ies$/u, 'y')
    : /(?:ss|us|is)$/u.test(word)
      ? word
      : word.replace(/(?<=sh|ch|x|ss)es$|s$/u, '');

const anyDay = new RegExp(dayPattern, 'giu');
const anyDuration = new RegExp(durationPattern, 'giu');
const number = new RegExp(`(?<![\\p{L}\\p{N}.,:/-])(?:${numberPattern})(?![\\p{L}\\d]|[:/-]\\d)`, 'giu');
const counted =
  /^[\s-]+(?:\([^)]*\)\s+)?(?<percent>per ?cent|percent|in the hundred|%)|^\s*%|^[\s-]+(?:\([^)]*\)\s+)?(?:of (?:the |its |their )?)?(?<words>(?:\p{Ll}[\p{L}-]*\s?){1,4})/u;
const stops =
  /^(?:of|in|on|at|by|for|from|to|and|or|with|within|into|under|a|the|its|their|his|each|every|per|as|that|which|who|whose|is|are|was|shall|will|years?|months?|weeks?|days?|hours?|minutes?|hundred|thousand|million|billion|than|below|above|before|after|until|during|across|out|over|behind|between|mainly|only|more|other|further|new|additional|who|yearly|monthly|instalments|equal|times?|parts?|not|working|calendar)$/u;

/** "cut the number of its guards to 1,200": fewer will do; "raise its output to 40 tonnes": more will. */
const lowers = /\b(?:reduc\p{L}+|cut|lower|bring|draw|shrink|limit|cap|scale)\b[^;]*? (?:down )?to\s+$/iu;
const raises = /\b(?:rais|increas|expand|grow|bring\b[^;]* up)\p{L}*\b[^;]*? to\s+$/iu;
const numberOfWhat = /\bnumber of (?:(?:its|their|the|his|all) )?((?:\p{Ll}[\p{L}-]* ?){1,3})/iu;

const boundOf = (before: string, isProhibition: boolean): QuantityTarget['bound'] => {
  if (least.test(before)) return 'min';
  if (most.test(before)) return raises.test(before) ? 'min' : 'max';
  if (over.test(before)) return isProhibition || /\b(?:not|no)\b/iu.test(before.slice(-20)) ? 'max' : 'min';
  if (under.test(before)) return isProhibition ? 'min' : 'max';
  if (raises.test(before)) return 'min';
  return lowers.test(before) ? 'max' : 'exact';
};

const unitAfter = (text: string): string | null => {
  const { percent, words } = counted.exec(text)?.groups ?? {};
  if (percent || /^\s*%/u.test(text)) return '%';
  let unit: string | null = null;
  for (const word of (words ?? '').trim().split(/\s+/u)) {
    if (!word) break;
    if (stops.test(word)) {
      if (/^(?:other|further|new|additional|more|equal|working)$/u.test(word) && unit === null) continue;
      break;
    }
    unit = word;
  }
  // "5,000 jailed Brigadiers": what they are has a name, and is not "jailed".
  if (unit && /ed$/u.test(unit)) return null;
  return unit ? singular(unit.toLowerCase()) : null;
};

const unitBefore = (text: string): string | null => unitAfter(` ${numberOfWhat.exec(text)?.[1] ?? ''}`);

/** The amount that a duty speaks of, with the bound that keeps it; null where it counts nothing. */
export const quantityOf = (act: string, isProhibition: boolean): QuantityTarget | null => {
  const blank = (words: string) => '\u0000'.repeat(words.length);
  const text = act
    .replace(anyDay, (words) => (/\d{4}|\p{L}{3}/u.test(words) ? blank(words) : words))
    .replace(anyDuration, blank);
  for (const { index, 0: written } of text.matchAll(number)) {
    const before = text.slice(0, index);
    const value = numberOf(written);
    if (value === null || naming.test(before)) continue;
    if (
      /^(?:first|second|third|one|half|two)$/iu.test(written) &&
      !least.test(before) &&
      !most.test(before) &&
      !over.test(before)
    ) {
      if (/^(?:first|second|third|half)$/iu.test(written)) continue;
    }
    const after = text.slice(index + written.length);
    if (/^(?:st|nd|rd|th)\b/u.test(after)) continue;
    const unit = unitAfter(after) ?? unitBefore(before);
    const bound = boundOf(before, isProhibition);
    // A bare number counts something only where it is large or a bound.
    if (!unit && bound === 'exact' && value < 1000) continue;
    return { value, ...(unit ? { unit } : {}), bound };
  }
  return null;
};
