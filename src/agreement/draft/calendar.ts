import { addDuration } from '../../model/index.ts';
import { type Days, dayPattern, daysOf, durationOf, durationPattern } from './days.ts';
import { type Definition, withoutArticle } from './definitions.ts';
import { numberOf, numberPattern } from './numbers.ts';

/*
 * The days that a whole agreement is counted by: when it was signed, when it enters into force, how long it runs, and the
 * days that its definitions name ("Effective Date", "the Season").
 */

export interface Calendar {
  /** YYYY-MM-DD; null: the text does not say. */
  signed: string | null;
  /** When it enters into force; the signing unless the text says otherwise. */
  force: string | null;
  /** Its last day; null where it runs on. */
  end: string | null;
  /** Days by the lower-case word that is defined to mean them. */
  defined: ReadonlyMap<string, Days>;
}

const doneOn = new RegExp(
  `\\b(?:signed|done|made|concluded|executed|dated|adopted|entered into|given|agreed|meeting|met|assembled|announced|issued|reached)\\b[^.;\\n]{0,80}?\\b(?:on|this|dated|the|of)?\\s*(${dayPattern})`,
  'giu',
);
const dateLine = new RegExp(`^(?:[\\p{L} ,]{0,120},\\s*)?(?:date:?\\s*)?(${dayPattern})\\s*\\.?$`, 'iu');

/** A single day that a text says it was signed on: in its closing lines, else in its first. */
const signedIn = (text: string): string | null => {
  const dayIn = (part: string): string | null => {
    for (const [, written = ''] of part.matchAll(doneOn)) {
      const days = daysOf(written, null);
      if (days && days.first === days.last) return days.first;
    }
    for (const line of part.split('\n')) {
      const days = daysOf(dateLine.exec(line.trim())?.[1] ?? '', null);
      if (days && days.first === days.last) return days.first;
    }
    return null;
  };
  return dayIn(text.slice(0, 1500)) ?? dayIn(text.slice(-2000));
};

const forceOn = new RegExp(
  `\\b(?:enters?|entry|entered|come|comes|coming|takes?|taking|shall (?:enter|come|take)|applies|is effective|effective|in effect) (?:into )?(?:force|effect|application)?\\s*(?:(?:at|on|from|as of|as from|with effect from)\\s+)?(${dayPattern})`,
  'iu',
);
const isAboutWhole =
  /\b(?:agreement|protocol|accord|treaty|pact|programme|undertakings?|undertaking|understanding|memorandum|arrangement|convention|charter|compact|settlement|contract|framework|statute|moratorium|truce|ceasefire|deed|pledge|ceasefire|term|initiative)\b/iu;
const runs =
  /\b(?:runs?|lasts?|remains? in (?:force|effect)|is (?:valid|concluded|in force)|in force|stays? in force|valid|expires?|ends?|terminates?|concluded|holds?|applies|binding)\b/iu;
const until = new RegExp(
  `\\b(?:until|till|(?:expires?|ends?|terminates?) on|through)\\s+(?:and including\\s+)?(${dayPattern})`,
  'iu',
);
const forDuration = new RegExp(`\\b(?:for|lasts?|is|of)\\s+(${durationPattern})`, 'iu');

const bracketed = new RegExp(
  `(${dayPattern})\\s*\\((?:hereinafter|hereafter|henceforth|below|in this \\p{L}+)?,?\\s*(?:referred to as |called )?["“]([^"”]{2,40})["”]\\)`,
  'giu',
);
const forceAfter = new RegExp(
  `\\b(?:enters?|come|comes|takes?|shall (?:enter|come|take)|becomes?) (?:into )?(?:force|effect|effective)\\s*,?\\s*(?:on the )?(?:(${durationPattern})|(${numberPattern})(?:st|nd|rd|th)? day) (?:after|from|following) (?:the )?(?:date of )?(?:its |the )?(?:signature|signing)`,
  'iu',
);

const later = (a: string | null, b: string | null): string | null => a ?? b;

/** The stretch that a definition names: "1 November 2013 to 31 March 2014", "the time until 28 February 2035", a day. */
const stretchIn = (meaning: string, from: string | null): Days | null => {
  const range = new RegExp(`(${dayPattern})\\s+(?:to|until|till|and|[–-])\\s+(${dayPattern})`, 'iu').exec(
    meaning,
  );
  if (range) {
    const last = daysOf(range[2] ?? '', null);
    const first = last && daysOf(range[1] ?? '', Number(last.last.slice(0, 4)));
    return first && last ? { first: first.first, last: last.last } : null;
  }
  const closing = new RegExp(`\\b(?:until|till|up to|ending on|through)\\s+(${dayPattern})`, 'iu').exec(
    meaning,
  );
  const last = closing && daysOf(closing[1] ?? '', null);
  if (last && from) return { first: from, last: last.last };
  const only = new RegExp(`^(?:the (?:day|date) of )?(${dayPattern})$`, 'iu').exec(meaning.trim());
  return only ? daysOf(only[1] ?? '', null) : null;
};

/** The days that an agreement is counted by; `signed` wins over what the text says. */
export const calendarOf = (
  text: string,
  sentences: readonly string[],
  definitions: readonly Definition[],
  given: string | null,
): Calendar => {
  const signed = given ?? signedIn(text);
  const defined = new Map<string, Days>();
  for (const { term, meaning } of definitions) {
    const days = stretchIn(meaning, signed);
    if (days) defined.set(term.toLowerCase(), days);
  }
  // "on 15 April 2024 (\"the Date\")"
  for (const [, written = '', term = ''] of text.matchAll(bracketed)) {
    const days = daysOf(written, null);
    if (days) defined.set(withoutArticle(term).toLowerCase(), days);
  }
  const entry = [...defined].find(([term]) =>
    /\b(?:of entry|entry into force|commencement)\b/u.test(term),
  )?.[1];
  let force = entry?.first ?? null;
  let end: string | null = null;
  let wasAboutWhole = false;
  for (const sentence of sentences) {
    const isAbout: boolean =
      isAboutWhole.test(sentence.slice(0, 120)) || (wasAboutWhole && /^it\b/iu.test(sentence));
    wasAboutWhole = isAbout;
    if (!isAbout) continue;
    const inForce = forceOn.exec(sentence);
    // "has a law in force by", "in force by 31 December": a day that somebody must keep is none of the agreement's.
    if (!force && inForce && !/\bshall have\b/iu.test(sentence))
      force = daysOf(inForce[1] ?? '', null)?.first ?? null;
    const counted = forceAfter.exec(sentence);
    if (!force && counted && signed) {
      const duration = counted[1] ? durationOf(counted[1]) : `P${numberOf(counted[2] ?? '') ?? 0}D`;
      if (duration && duration !== 'P0D') force = addDuration(signed, duration);
    }
    if (!end && runs.test(sentence) && /^(?:the|this|these|it|its|both)\b/iu.test(sentence)) {
      const closing = until.exec(sentence);
      const lasting = forDuration.exec(sentence);
      const days = closing && daysOf(closing[1] ?? '', null);
      const duration = lasting && durationOf(lasting[1] ?? '');
      const from = later(force, signed);
      if (days && days.first === days.last && (!signed || days.last > signed)) end = days.last;
      else if (duration && from) end = addDuration(from, duration);
    }
  }
  return { signed, force: force ?? signed, end, defined };
};
