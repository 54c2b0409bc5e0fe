import type { Cast } from './cast.ts';

/*
 * Who a cue binds: the noun phrase before it, without what opens the sentence ("From 1 May, on its own side, …").
 */

export interface Subject {
  words: string;
  ids: readonly string[];
  /** "No Party", "neither Army", "nobody". */
  isNegative: boolean;
}

const opening =
  /^(?:(?:and |or |but )?(?:from|until|till|after|before|by|in|on|at|during|within|upon|for|subject to|in order that|so that|if|where|when|whenever|once|as|notwithstanding|without|with|to|under|pursuant to|in order to|following|through|throughout|pending|given|since|while|unless|provided|except|save|beginning|starting|no later than|not later than|immediately|thereafter|furthermore|moreover|in addition|however|accordingly|meanwhile|finally|also|further|first|second|third|then|likewise|\p{Lu}\p{Ll}+ing|\p{L}+ly)\b)[^,]*,\s+/iu;
const preposition =
  /\b(?:of|from|in|to|by|for|with|against|between|at|on|under|into|over|than|towards?)\s+(?:the\s+|its\s+|their\s+|either\s+|each\s+|both\s+)?$/iu;
const trailing =
  /^(?:\s|,|each|all|both|jointly|together|also|further|hereby|therefore|always|at all times|immediately|in turn|for its part|for their part|as well|respectively)*$/iu;
const everyoneAtEnd =
  /(?:(?:both|all|each|every|either|neither|no|none|any)(?: of)?(?: the)? |the )?(?:(?:high )?(?:contracting|signatory|two|three|four|five|warring) )*(?:part(?:y|ies)|sides?|signator(?:y|ies)|undersigned)$/iu;
const negative =
  /(?:^|[\s,])(?:no(?! (?:later|more|less|fewer|sooner))|neither|nobody|no one|none|nothing|under no circumstances|at no time|in no case|on no account)\b/iu;

const underNo = /\b(?:under no circumstances|at no time|in no case|on no account)\b/iu;

/** "It was agreed that the Company will …", as minutes put it. */
const recorded =
  /^[^.;]{0,80}?\bit (?:was|is|has been|had been) (?:\p{Ll}+ )?(?:agreed|decided|settled|resolved) that\s+/iu;

/** What was agreed, without who says so. */
export const withoutRecord = (words: string): string => words.replace(recorded, '');

const withoutOpenings = (words: string): string => {
  let rest = withoutRecord(words.trim());
  for (let turns = 0; turns < 6; turns++) {
    const shorter = rest.replace(opening, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
};

/** What opens a sentence before its subject: "From 1 May, "; empty for nothing. */
export const openingOf = (text: string): string => {
  const rest = withoutOpenings(text);
  return text.trim().slice(0, text.trim().length - rest.length);
};

/** A quantifier right before a name belongs to it. */
const quantifierBefore = /(?:(?:both|all|each|every|either|neither|no|none|any)(?: of)?(?: the)? |the )$/iu;

const namedAtEnd = (words: string, cast: Cast): string | null => {
  const named = cast.namedIn(words);
  const last = named.at(-1);
  if (last && trailing.test(words.slice(last.span[1]))) {
    const before = words.slice(0, last.span[0]);
    const quantified = quantifierBefore.exec(before)?.[0] ?? '';
    if (!preposition.test(before.slice(0, before.length - quantified.length)))
      return words.slice(last.span[0] - quantified.length).trim();
  }
  const everyone = everyoneAtEnd.exec(words);
  return everyone &&
    !preposition.test(words.slice(0, everyone.index)) &&
    !/\p{L}$/u.test(words.slice(0, everyone.index))
    ? everyone[0]
    : null;
};

/** "The Government of Pell and the Pell Liberation Army": each by itself, where each is somebody. */
const joinedIn = (words: string, cast: Cast): readonly string[] => {
  const parts = words.split(/,? and (?=the |\p{Lu})|, (?=the |\p{Lu})/u);
  const each = parts.map((one) => cast.resolve(one, true));
  return parts.length > 1 && each.every((ids) => ids.length > 0)
    ? [...new Set(each.flat())]
    : cast.resolve(words, true);
};

/** The subject of a cue by the words before it; `acts` where it is who does what is owed. */
export const subjectIn = (
  before: string,
  cast: Cast,
  acts: boolean,
  previous: readonly string[],
): Subject => {
  const words = before.replace(/,\s*$/u, '').trim();
  const main = withoutOpenings(words);
  const tries = [
    main,
    main.split(/,\s+(?=(?:the|each|both|all|no|neither|either|\p{Lu}))/u).at(-1) ?? main,
    namedAtEnd(words, cast) ?? '',
  ];
  for (const one of tries) {
    if (!one) continue;
    const ids = cast.resolve(one, false);
    if (ids.length > 0) return { words: one, ids, isNegative: negative.test(one) || underNo.test(words) };
  }
  // "It shall …" goes on about the one before.
  if (/^(?:it|they|he|she|the same|the latter)$/iu.test(main) && previous.length > 0)
    return { words: main, ids: previous, isNegative: false };
  const ids = acts ? joinedIn(main, cast) : [];
  return { words: main, ids, isNegative: negative.test(main) };
};
