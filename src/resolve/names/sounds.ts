/** Spellings of one sound in Latin transcriptions of Arabic, Persian, Slavic and Chinese names, the longer first. */
const spellings: readonly [RegExp, string][] = [
  [/tsch|tch/gu, 'ch'],
  [/sch/gu, 'sh'],
  [/hs/gu, 'x'],
  [/ph/gu, 'f'],
  [/kh/gu, 'h'],
  [/gh/gu, 'g'],
  [/zh|dj|dzh/gu, 'j'],
  [/th/gu, 't'],
  [/ck|q|c(?![eiyh])/gu, 'k'],
  [/x(?=[^i]|$)/gu, 'ks'],
  [/w/gu, 'v'],
  [/oo|ou/gu, 'u'],
  [/ee|ie|ei|iy|yi|y|j(?=[^aeiou]|$)/gu, 'i'],
  [/o/gu, 'u'],
  [/e/gu, 'i'],
  [/(.)\1+/gu, '$1'],
];

/** A word as it is spoken, roughly: what transcriptions of one name differ in is written alike. */
export const soundOf = (word: string): string =>
  spellings.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word);

const consonants: readonly [RegExp, string][] = [
  [/^(?:al|el|ul)(?=.{3})/u, ''],
  [/tsch|tch|ch|zh|sh|kh|hs|ts|tz|dj|[jxszc]/gu, 's'],
  [/ph|[fvpb]/gu, 'p'],
  [/th|dh|[td]/gu, 't'],
  [/gh|ck|[gkq]/gu, 'k'],
  [/[aeiouyhw`']/gu, ''],
  [/(.)\1+/gu, '$1'],
];

/** The consonants of a word by class (after Soundex, Russell 1918): all that an abjad tells for certain. */
export const skeletonOf = (word: string): string =>
  consonants.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word);
