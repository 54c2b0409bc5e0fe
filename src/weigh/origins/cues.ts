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

/** The same at the end of the claim itself, as a reading may take it in: "…, the harbour board has found". */
const atEnd = new RegExp(
  `[,;] ([^,;:“”"]{2,50}?),? (?:has |have |had |later |also )?(?:${says}|remarked|remarks)[,.]?\\s*$`,
  'iu',
);

const records =
  'figures?|counts?|tall(?:y|ies)|numbers|data|statistics|records?|registers?|books?|logs?|lists?|surveys?|measurements?|samples|pictures|images|estimates?|reckoning|circular|letter|bulletin|audit';
const shown =
  'put|puts|show|shows|showed|shown|give|gives|gave|say|says|said|suggest|suggests|suggested|have|had';
/** Whose they are: a noun with its article, or a name. */
const owner =
  '(?:[Tt]he|[Aa]n?) (?:\\p{L}[\\p{L}-]* ){0,2}\\p{L}[\\p{L}-]*|\\p{Lu}[\\p{L}-]*(?: \\p{Lu}[\\p{L}-]*){0,3}';
/** Somebody's records: "the board's figures put the catch at …", "by the treasurer's book". */
const recorded = new RegExp(
  `(?<![\\p{L}-])(${owner})['’]s? (?:own |latest |last |first |final |new |monthly |annual ){0,2}(?:${records})(?: [^,.;:“”"]{1,50}?)? (?:${shown})(?!\\p{L})`,
  'u',
);
const byRecord = new RegExp(
  `(?<!\\p{L})(?:[Bb]y|[Oo]n|[Ff]rom|[Ii]n) (${owner})['’]s? (?:own |latest |last |final )?(?:figures|count|tally|numbers|data|statistics|books?|estimate|reckoning)(?!\\p{L})`,
  'u',
);

/** Somebody's side of it at the head of an item: "Odvik's version: …". */
const version = new RegExp(
  `^[-–•*\\s]*(${owner})['’]s? (?:own )?(?:version|account|answer|reply|response|view|position|story|explanation)(?: of \\p{L}+(?: \\p{L}+){0,3})?:`,
  'u',
);

/** The sentence around a span. */
const sentenceAround = (text: string, [start, end]: Span): Span => {
  const before = text.slice(Math.max(0, start - 400), start);
  const from = Math.max(
    ...[...before.matchAll(/[.!?][”"’)]*\s+(?=\S|$)|\n+/gu)].map(
      ({ index, 0: { length } }) => index + length,
    ),
    0,
  );
  const after = /[.!?][”"’)]*(?=\s|$)|\n/u.exec(text.slice(Math.max(start, end - 1)));
  return [start - before.length + from, after ? Math.max(start, end - 1) + after.index : text.length];
};

const cueBy = (pattern: RegExp, text: string, from: number, to: number): Cue | null => {
  const found = pattern.exec(text.slice(from, to));
  if (!found?.[1]) return null;
  const start = from + found.index + found[0].indexOf(found[1]);
  return { words: found[1], span: [start, start + found[1].length] };
};

/** Who tells a claim by the words of its sentence; null where they do not say. */
export const cueOf = (text: string, claim: Span): Cue | null => {
  const [from, to] = sentenceAround(text, claim);
  const outright = cueBy(accordingTo, text, from, to);
  if (outright) return outright;
  const said = cueBy(behind, text, claim[1], to) ?? cueBy(atEnd, text, ...claim);
  if (said && isSource(said.words)) return said;
  return cueBy(version, text, from, to) ?? cueBy(recorded, text, from, to) ?? cueBy(byRecord, text, from, to);
};

const small =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{L}+)?|\\d[\\d,.]*';
/** A count that leaves out of what: only the sentence before says it, and who counted. */
const elliptical = new RegExp(
  `^(?:and |but )?(?:(?:the |all )?(?:others?|rest|remaining|remainder)(?: (?:${small}))?|(?:another|a further) (?:${small})|(?:${small}) (?:more|others?|of (?:them|these|those)|(?:is|are|was|were|has|have|had|did|came|went|took))|(?:the \\p{Ll}+(?:th|st|nd|rd)) (?:is|was|has|had)|of (?:these|those|them)|those (?:of|for|in|from))(?!\\p{L})`,
  'iu',
);

/** The sentence in whose count a sentence goes on ("Nine more were …"), in one paragraph; null where it is complete. */
export const countedBefore = (text: string, claim: Span): Span | null => {
  const [from, to] = sentenceAround(text, claim);
  if (!elliptical.test(text.slice(from, to))) return null;
  const end = text.slice(0, from).trimEnd().length;
  if (end === 0 || text.slice(end, from).includes('\n')) return null;
  return sentenceAround(text, [end - 1, end - 1]);
};

const ownPeople =
  /^(?:(?:and|but|so|yet) )?(?:its|their) (?:\p{Ll}+ )?(?:teams?|staff|inspectors?|monitors|observers|experts|patrols?)(?!\p{L})/iu;

/** Whether a sentence goes on with a body's account of its own people, in one paragraph: "Its team was turned back". */
export const goesOnAccount = (text: string, claim: Span): boolean => {
  const [from, to] = sentenceAround(text, claim);
  const end = text.slice(0, from).trimEnd().length;
  return end > 0 && !text.slice(end, from).includes('\n') && ownPeople.test(text.slice(from, to));
};

const acts = new Set(
  'say tell blame call concede admit insist maintain claim argue deny describe accuse complain announce declare explain regret promise warn speak acknowledge confirm reply answer cite attribute apologise apologize swear'.split(
    ' ',
  ),
);

/** "She put it down to a printer", "he showed forty receipts". */
const isAccounting = ({ claim: { predicate }, text }: Statement): boolean =>
  (predicate.lemma === 'put' && /\bdown to\b/iu.test(text)) ||
  (predicate.lemma === 'show' &&
    /^(?:he|she) \p{Ll}+\b|\bshow\p{Ll}* (?:reporters|journalists)\b/iu.test(text.trim()));

/** Whoever acts in an act of speech, with the words for him. */
export const speakerIn = (statement: Statement, text: string) => {
  const { claim, actors } = statement;
  if (!acts.has(claim.predicate.lemma) && !isAccounting(statement)) return null;
  const actor = actors.find(({ role }) => role === 'agent')?.entity ?? null;
  const agent = claim.roles.find(({ role }) => role === 'agent');
  // Whoever has a name has a capital: "blacklists" has none.
  const entity = actor && /\p{Lu}/u.test(actor.name) ? actor : null;
  const words = agent ? text.slice(...agent.span) : entity?.name;
  return words === undefined ? null : { entity, words };
};
