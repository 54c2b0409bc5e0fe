import type { Span, Statement } from '../../model/index.ts';

/*
 * What the reader left in the page's own voice, though its sentence says whose it is: "…, according to the harbour board",
 * "…, the manager conceded". And an act of speech itself ("The company blames the drought") is known from who speaks.
 */

/** A source in the words of a page. Offsets are UTF-16 code units of its text. */
export interface Cue {
  words: string;
  span: Span;
}

const says =
  'said|says|say|told|tells|conceded|concedes|admitted|admits|insisted|insists|maintained|maintains|reported|reports|announced|announces|claimed|claims|argued|argues|explained|explains|found|finds|counted|counts|wrote|writes|shows?|showed|confirmed|confirms|estimates?|estimated|stated|states|added|adds';
const accordingTo =
  /\baccording to ((?:the |an? )?[^,.;:—–()“”"]{2,60}?)(?=[,.;:—–)]|$| (?:on|in|at|who|which|and|but) )/iu;
/** A noun phrase that may be a source: it opens as one, and no clause begins in it. */
const isSource = (words: string): boolean =>
  /^(?:the|an?|his|her|its|their|our|he|she|they|both|two|three|\p{Lu}[\p{L}.’'-]*)(?: [\p{L}.’'-]+){0,6}$/u.test(
    words,
  ) &&
  !/ (?:that|which|who|whom|where|when|than|though|until|after|before|was|were|is|are|had|has|would|could|not|in|on|at)(?: |$)/iu.test(
    words,
  );
const behind = new RegExp(
  `^[”"’]?,?[”"’]?\\s*(?:but |and |so |as )?([^,.;:“”"]{2,50}?),? (?:has |have |had |later |also )?(?:${says})\\b(?! by)`,
  'iu',
);

/** The sentence around a span. */
const sentenceAround = (text: string, [start, end]: Span): Span => {
  const before = text.slice(Math.max(0, start - 400), start);
  const from = Math.max(
    ...[...before.matchAll(/[.!?][”"’)]*\s+(?=\S)|\n+/gu)].map(({ index, 0: { length } }) => index + length),
    0,
  );
  const after = /[.!?][”"’)]*(?=\s|$)|\n/u.exec(text.slice(Math.max(start, end - 1)));
  return [start - before.length + from, after ? Math.max(start, end - 1) + after.index : text.length];
};

/** Who tells a claim by the words of its sentence outside of it; null where they do not say. */
export const cueOf = (text: string, claim: Span): Cue | null => {
  const [from, to] = sentenceAround(text, claim);
  const sentence = text.slice(from, to);
  const found = accordingTo.exec(sentence);
  if (found?.[1]) {
    const start = from + found.index + found[0].indexOf(found[1]);
    return { words: found[1], span: [start, start + found[1].length] };
  }
  const rest = text.slice(claim[1], to);
  const said = behind.exec(rest);
  if (!said?.[1] || !isSource(said[1])) return null;
  const start = claim[1] + said[0].indexOf(said[1]);
  return { words: said[1], span: [start, start + said[1].length] };
};

const acts = new Set(
  'say tell blame call concede admit insist maintain claim argue deny describe accuse complain announce declare explain regret promise warn speak acknowledge confirm reply answer'.split(
    ' ',
  ),
);

/** Whoever acts in an act of speech. */
export const speakerIn = ({ claim, actors }: Statement) =>
  acts.has(claim.predicate.lemma) ? (actors.find(({ role }) => role === 'agent')?.entity ?? null) : null;
