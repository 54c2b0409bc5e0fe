import type { Unit } from './structure.ts';
import { openingOf } from './subjects.ts';
import { cuesIn, endsWithCue, endsWithPromise, startsWithCue } from './wording.ts';

/** An item read together with its lead-ins: as one sentence, of which the item is the end. */
export interface Composed {
  text: string;
  /** Where the item begins in `text`. */
  itemAt: number;
  /** The lead-ins bind, and the item says to what. */
  isLed: boolean;
  /** The lead-in, whose subject is the item's where the item names none; empty for none. */
  lead: string;
}

const opensAsAdverbial =
  /^(?:by|from|on|in|at|within|during|after|before|until|upon|for|as of|starting|with|following|no later|not later|to|under|pursuant|subject|if|when|where|once|unless|provided|pending|between|immediately|throughout|under)\b/iu;
const announces =
  /(?:,?\s*\b(?:take|carry out|implement|adopt|undertake|perform|observe|comply with|fulfil|do|on|to|agree|agreed|make|the)\b)?\s*(?:all )?(?:of )?(?:the |these )?(?:following|steps|measures|actions|obligations|commitments|undertakings|duties|tasks|points|provisions)(?:\s+\p{L}+){0,4}$/iu;

/** "The Parties shall take the following measures" + "withdraw …" → "The Parties shall withdraw …". */
const withoutAnnouncement = (lead: string): string => {
  const short = lead.replace(announces, '').trim();
  return endsWithCue(short) ? short : lead;
};

/** "pulls back its guns", "does not fly": what an item says of the subject above it; null where it says nothing so. */
const asInfinitive = (item: string): { verb: string; length: number } | null => {
  const [not] = /^do(?:es)? not /u.exec(item) ?? [];
  if (not) return { verb: 'not ', length: not.length };
  const [word] = /^\p{Ll}{2,}(?<![suia])s(?= )/u.exec(item) ?? [];
  if (!word) return null;
  const verb = word
    .replace(/ies$/u, 'y')
    .replace(/(?<=s|x|z|ch|sh|o)es$/u, '')
    .replace(/(?<!s)s$/u, '');
  return { verb, length: word.length };
};

/** "shall, at its own cost" goes on with what it shall do. */
const closed = (lead: string): string =>
  /\b(?:shall|will|must), [^,;:]{3,90}$/u.test(lead) ? `${lead},` : lead;

/** One sentence of lead-ins and item, as far as they go together. */
export const composed = (
  unit: Unit,
  startsWithVerb: boolean,
  isSubject: (words: string) => boolean,
): Composed => {
  const item = unit.text;
  const lead = closed(
    unit.leadIns.reduce((above, own) => (above && !/^\p{Lu}/u.test(own) ? `${above} ${own}` : own), ''),
  );
  const whole = (prefix: string, isLed: boolean, dropped = 0): Composed => ({
    text: prefix + item.slice(dropped),
    itemAt: prefix.length - dropped,
    isLed,
    lead,
  });
  if (!lead) return whole('', false);
  if (startsWithCue(item)) return whole(`${lead} `, true);
  if (endsWithPromise(lead) && /^(?:not )?to \p{Ll}/iu.test(item)) return whole(`${lead} `, true);
  const opens = openingOf(item).length;
  const itemCues = cuesIn(item).filter(
    ({ start }) =>
      start > opens && !/\b(?:which|who|that|if|when|where|unless)\b/u.test(item.slice(opens, start)),
  );
  const leadCues = cuesIn(`${lead} `);
  if (leadCues.length > 0 || endsWithCue(lead)) {
    if (itemCues.length > 0) return whole('', false);
    const short = withoutAnnouncement(lead);
    if (endsWithCue(short)) {
      if (startsWithVerb || endsWithCue(lead)) return whole(`${short} `, true, /^to /u.test(item) ? 3 : 0);
      return whole(`${short} see to: `, true);
    }
    return whole(`${lead}: `, true);
  }
  const present = asInfinitive(item);
  if (present && itemCues.length === 0 && isSubject(lead))
    return whole(`${lead} shall ${present.verb}`, true, present.length);
  if (itemCues.length > 0) return opensAsAdverbial.test(lead) ? whole(`${lead}, `, false) : whole('', false);
  if (/^(?:not )?to \p{Ll}/u.test(item) && !opensAsAdverbial.test(lead)) {
    const isNot = item.startsWith('not ');
    return whole(`${lead} shall ${isNot ? 'not ' : ''}`, true, isNot ? 7 : 3);
  }
  return whole('', false);
};
