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

const capital = (words: string): string => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** "such groups" → the groups last spoken of, with what tells which. */
const antecedent = (noun: string, before: string): string | null => {
  const single = noun.replace(/s$/u, '');
  const pattern = new RegExp(
    `\\b((?:[\\p{L}’'-]+ ){0,3})(${escaped(single)}s?)((?: (?:of|that|which|who|from|in|named|listed|held|referred|belonging)\\b[^,.;:\\n]{2,80})?)`,
    'giu',
  );
  const last = [...before.slice(-1500).matchAll(pattern)].findLast(([, modifiers = '', , tail = '']) => {
    const words = modifiers.trim().split(/\s+/u).at(-1) ?? '';
    return (
      tail !== '' ||
      (words !== '' &&
        !/^(?:such|these|those|this|that|the|a|an|any|no|each|all|of|and|or|to|for|by|in)$/iu.test(words))
    );
  });
  if (!last) return null;
  const [, modifiers = '', head = '', tail = ''] = last;
  const kept = modifiers
    .trim()
    .split(/\s+/u)
    .reduceRight<{ words: string[]; isOpen: boolean }>(
      ({ words, isOpen }, word) =>
        isOpen &&
        word &&
        !/^(?:such|these|those|this|that|the|an?|any|no|each|all|of|and|or|to|for|by|in|with|from|on|its|their|shall|will|not|every|other)$/iu.test(
          word,
        )
          ? { words: [word, ...words], isOpen }
          : { words, isOpen: false },
      { words: [], isOpen: true },
    ).words;
  return [...kept, head].join(' ') + tail;
};

const spelledOut = (act: string, duty: Duty, context: Context): string => {
  const { cast, before } = context;
  const others = cast.all.filter((id) => !duty.debtor.includes(id));
  const [other] = others;
  let words = act.replace(/\b(such|these|those) (\p{Ll}[\p{L}-]+)/gu, (said, _, noun: string) => {
    if (/^(?:as|a|an|who|which|that|other|time|case|cases)$/u.test(noun)) return said;
    const meant = antecedent(noun, before);
    return meant ? `the ${withoutArticle(meant)}` : said;
  });
  if (other && others.length === 1)
    words = words.replace(/\bthe other (?:party|side|state|signatory)\b/giu, debtorWords([other], context));
  if (duty.debtor.length < cast.all.length)
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
const isName = (subject: string, { cast }: Context): boolean => {
  if (cast.isEveryone(subject)) return true;
  const named = cast.namedIn(subject);
  const rest = named.reduceRight(
    (words, { span }) => words.slice(0, span[0]) + words.slice(span[1]),
    subject,
  );
  return /^(?:[\s,]|\b(?:and|or|nor|neither|either|both|no|each|the|all|every|of|none|it|they|he|she|parties|party|sides?|two|three|four|five|contracting|high|signator\p{L}+|states?|governments?|undersigned|jointly|also)\b)*$/iu.test(
    rest,
  );
};

export const requiresOf = (duty: Duty, context: Context): string => {
  const { act, form, isProhibition, isPassive, debtor, subject } = duty;
  const must =
    isProhibition &&
    !/^(?:refrain|abstain|desist|avoid|cease|stop|halt|forgo|renounce)\b/iu.test(act) &&
    !hasOwnNegation(act)
      ? 'must not'
      : 'must';
  const owed = spelledOut(act, duty, context);
  const isNamed = debtor.length > 0 && !isPassive && (subject === '' || isName(subject, context));
  const who = isNamed ? debtorWords(debtor, context) : subject || debtorWords(debtor, context) || 'somebody';
  const isNone = /^(?:no|none|neither|nobody|no one|nothing)\b/iu.test(who);
  const verb =
    form === 'noun'
      ? `${duty.isProhibition && !namesNothing(act) ? 'must keep to' : 'must see to'} ${act.startsWith('no ') || /^(?:the|an?|full|immediate|all|its|their)\b/iu.test(act) ? '' : 'the '}${owed}`
      : `${isNone ? 'may' : must} ${owed}`;
  return defined(`${capital(who.replace(/\s+/gu, ' '))} ${verb.replace(/ {2,}/gu, ' ')}.`, context);
};

const hasOwnNegation = (act: string): boolean =>
  /^(?:\p{L}+[ -]){1,4}?no (?!later|less|more|fewer|sooner|case\b|other than)\p{L}/iu.test(act) ||
  /^(?:\p{Ll}+ly )?(?:ensure|see to it|make sure|guarantee|take care|see) that\b/iu.test(act);

const namesNothing = (act: string): boolean => /^no /iu.test(act);
