import { capital } from '../../messages/index.ts';
import type { Cast } from './cast.ts';
import type { Definition } from './definitions.ts';
import { withoutArticle } from './definitions.ts';
import type { Duty } from './duties.ts';

/*
 * A duty in one plain sentence that stands alone: who must, or must not, do what; "such groups", "the other Party" and
 * defined words are spelled out.
 */

/** What a sentence is spelled out from. */
export interface Context {
  cast: Cast;
  definitions: readonly Definition[];
  /** The agreement's text up to the clause. */
  before: string;
  /** The whole text. */
  text: string;
}

const mostExpanded = 2;
const longestMeaning = 110;

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const joinNames = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** A name with the article that the text gives it. */
const withArticle = (name: string, text: string): string =>
  new RegExp(`\\b[Tt]he ${escaped(name)}`, 'iu').test(text) ? `the ${name}` : name;

/** Those bound, as a sentence names them. */
export const debtorWords = (ids: readonly string[], { cast, text }: Context): string =>
  joinNames(ids.map((id) => withArticle(cast.nameOf(id), text)));

/** Words that are no noun, or that say by themselves which: "those of its allies", "those named below". */
const noNoun =
  /^(?:such|these|those|this|as|an?|of|in|on|at|to|for|by|from|with|under|within|between|against|across|and|or|but|the|its|their|who|whom|whose|which|that|other|time|case|cases|is|are|was|were|have|has|had|shall|will|may|can|must|not|still|already|now|then|there|here|below|above|responsible|present|concerned|alone|only|two|three|four|\p{Ll}+(?:ed|ing))$/iu;

const isPlural = (noun: string): boolean => /(?:[^s]s|men|people|children|police)$/iu.test(noun);

const determiner =
  /^(?:the|an?|any|all|its|their|each|every|no|of|and|or|by|with|from|for|in|on|against|between|other)$/iu;

/** "such groups" → the groups last spoken of, with what tells which; null where that would not read well. */
const antecedent = (noun: string, before: string): string | null => {
  const pattern = new RegExp(
    `((?:[\\p{L}’'-]+ ){0,3})\\b(${escaped(noun)})\\b((?: (?:of|that|which|who|named in|listed in|held by|referred to|belonging to)\\b[^,.;:()\\n]{2,70})?)(?=[,.;:()\\n]|$|( ))`,
    'giu',
  );
  const found = [...before.slice(-1500).matchAll(pattern)].map(
    ([, modifiers = '', head = '', tail = '', more]) => {
      const words = modifiers.trim().split(/\s+/u);
      const opens = words.findLastIndex((word) => determiner.test(word));
      const own = words.slice(opens + 1).filter(Boolean);
      return {
        // Without a word that opens the noun's phrase, a verb may stand before it.
        own: opens >= 0 && own.every((word) => !noNoun.test(word) || /ed$/iu.test(word)) ? own : [],
        head,
        tail: more === undefined ? tail : '',
      };
    },
  );
  const last = found.findLast(({ own, tail }) => own.length > 0 || tail !== '');
  return last ? [...last.own, last.head].join(' ') + last.tail : null;
};

const spelledOut = (act: string, duty: Duty, context: Context): string => {
  const { cast, before } = context;
  const others = cast.all.filter((id) => !duty.debtor.includes(id));
  const [other] = others;
  let words = act.replace(/\b(such|these|those) (\p{Ll}[\p{L}-]+)/gu, (said, _, noun: string) => {
    if (noNoun.test(noun) || !isPlural(noun)) return said;
    const meant = antecedent(noun, before);
    return meant ? `the ${withoutArticle(meant)}` : said;
  });
  if (other && others.length === 1)
    words = words.replace(/\bthe other (?:party|side|state|signatory)\b/giu, debtorWords([other], context));
  // A party that works "with both sides" is one of them.
  if (!duty.debtor.some((id) => cast.all.includes(id)))
    words = words.replace(
      /\b(?:both|the(?: two| three| four)?|all(?: the)?) (?:parties|sides|signatories)\b/giu,
      debtorWords(cast.all, context),
    );
  return words;
};

/** Defined words with what they mean, the first two of them. */
const defined = (sentence: string, { definitions, cast }: Context): string => {
  let expanded = 0;
  let words = sentence;
  for (const { term, meaning } of definitions) {
    if (expanded >= mostExpanded) break;
    if (meaning.length > longestMeaning || cast.namedIn(term).length > 0) continue;
    const place = new RegExp(`(?<![\\p{L}-])${escaped(term)}(?![\\p{L}-])(?! \\()`, 'u').exec(words);
    if (!place || words.includes(meaning)) continue;
    const at = place.index + place[0].length;
    words = `${words.slice(0, at)} (${meaning.replace(/[.;]$/u, '')})${words.slice(at)}`;
    expanded += 1;
  }
  return words;
};

/** Whose name a subject's words are, and not a part or a class of them. */
const isName = (subject: string, debtor: readonly string[], { cast }: Context): boolean => {
  if (cast.isEveryone(subject)) return true;
  // "the Company", where only one party is a company.
  if (/^the \p{Lu}\p{L}+$/iu.test(subject) && cast.resolve(subject, false).join() === debtor.join())
    return true;
  const named = cast.namedIn(subject);
  const rest = named.reduceRight(
    (words, { span }) => words.slice(0, span[0]) + words.slice(span[1]),
    subject,
  );
  return /^(?:[\s,]|\b(?:and|or|nor|neither|either|both|no|each|the|all|every|of|none|it|they|he|she|parties|party|sides?|two|three|four|five|contracting|high|signator\p{L}+|states?|governments?|undersigned|jointly|also)\b)*$/iu.test(
    rest,
  );
};

/** What each of several owes, said of them together: "its guns" → "their guns". */
export const forEach = ({ act, debtor, subject }: Duty): string =>
  debtor.length > 1 && /^(?:each|every|either|neither|no)\b/iu.test(subject)
    ? act.replace(/\bits\b/gu, 'their').replace(/\bitself\b/gu, 'themselves')
    : act;

export const requiresOf = (duty: Duty, context: Context): string => {
  const { act, form, isProhibition, isPassive, debtor, subject } = duty;
  const must =
    isProhibition &&
    !/^(?:refrain|abstain|desist|avoid|cease|stop|halt|forgo|renounce)\b/iu.test(act) &&
    !hasOwnNegation(act)
      ? 'must not'
      : 'must';
  const owed = spelledOut(forEach(duty), duty, context);
  const isNamed = debtor.length > 0 && !isPassive && (subject === '' || isName(subject, debtor, context));
  const who = isNamed ? debtorWords(debtor, context) : subject || debtorWords(debtor, context) || 'somebody';
  const isNone = /^(?:no|none|neither|nobody|no one|nothing)\b/iu.test(who);
  const verb =
    form === 'noun' && isProhibition && /^\p{Ll}+ing\b/u.test(act)
      ? `must refrain from ${owed}`
      : form === 'noun'
        ? `${duty.isProhibition && !namesNothing(act) ? 'must keep to' : 'must see to'} ${act.startsWith('no ') || /^(?:the|an?|full|immediate|all|its|their)\b/iu.test(act) ? '' : 'the '}${owed}`
        : `${isNone ? 'may' : must} ${owed}`;
  return defined(`${capital(who.replace(/\s+/gu, ' '))} ${verb.replace(/ {2,}/gu, ' ')}.`, context);
};

const hasOwnNegation = (act: string): boolean =>
  /^(?:\p{L}+[ -]){1,4}?no (?!later|less|more|fewer|sooner|case\b|other than)\p{L}/iu.test(act) ||
  /^(?:\p{Ll}+ly )?(?:ensure|see to it|make sure|guarantee|take care|see) that\b/iu.test(act);

const namesNothing = (act: string): boolean => /^no /iu.test(act);
