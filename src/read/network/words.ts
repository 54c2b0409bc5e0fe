import type { Span } from '../../model/index.ts';

/*
 * Words after the conventions of the Universal Dependencies English Web Treebank: clitics, hyphens
 * and marks are words of their own; prefixes ("pre-war"), numbers, addresses and faces are not cut.
 */

const address = String.raw`(?:(?:https?|ftp):\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:com|org|net|edu|gov|co\.uk|info)(?:\/[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}])?(?![\p{L}\p{N}])`;
const face = String.raw`(?<![\p{L}\p{N}])(?:[:;=8]['’]?-?[)(DPp|\]\[]+|<3|\^_\^)(?![\p{L}\p{N}])`;
const initials = String.raw`(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?`;
/** Shortened words that keep their full stop. */
const shortened = String.raw`(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Pres|Hon|St|Mt|Ft|Jr|Sr|Inc|Corp|Co|Ltd|Bros|vs|cf|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|Ave|Blvd|Rd|Dept|Univ|Assn|Ph\.D|approx|est|fig|vol|pp|Calif|Fla|Ga|Ill|Ind|Mass|Mich|Minn|Pa|Tenn|Tex|Va|Wash|Wis|Ariz|Ark|Colo|Conn|Del|Kan|Ky|La|Md|Mo|Neb|Nev|Okla|Ore|Vt|Wyo)\.(?=[\s,;:)]|$)`;
/** What stands before a number and is no word of its own: "Unit No. 5", "Art. 3". */
const numbering = String.raw`(?<![\p{L}\p{N}])(?:N(?:os?|r)|(?<=\p{Lu}\p{L}*\s)nos?|[Aa]rts?|[Pp]aras?|Res)\.(?=\s?\d)`;
/** "etc." keeps its stop only inside a sentence. */
const etcetera = String.raw`etc\.(?=[,;:)]|\s+\p{Ll})`;
const initial = String.raw`(?<![\p{L}\p{N}.'’])\p{Lu}\.(?=\s*\p{Lu}|[,\s]+\p{Lu})`;
const phone = String.raw`(?<!\d)(?:\d-)?\d{3}-(?:\d{3}-)?\d{4}(?!\d)|(?<!\d)\d{1,2}-\d{1,2}-\d{2,4}(?!\d)`;
const number = String.raw`['’]\d0s|\d{1,4}\/\d{1,2}\/\d{1,4}|(?<!\d)9\/11(?!\d)|\d+(?:,\d{3})*(?:[.:]\d+)*(?:st|nd|rd|th|s)(?![\p{L}\p{N}])|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.:]\d+)*|\.\d+`;
const prefixed = String.raw`(?<![\p{L}\p{N}-])(?:anti|bi|co|counter|de|e|ex|extra|hyper|inter|intra|macro|mega|micro|mid|mini|mono|multi|neo|non|over|para|post|pre|pro|proto|pseudo|psycho|quasi|re|semi|socio|sub|super|tele|trans|tri|ultra|un|under|vice)-\p{L}[\p{L}\p{M}\p{N}]*`;
const slashed = String.raw`(?<![\p{L}\p{N}])[wW]\/(?:o(?!\p{L}))?`;
const word = String.raw`[\p{L}\p{N}\p{M}_]+(?:[&'’\x60][\p{L}\p{M}]+)*`;
const joinedMarks = String.raw`\.{2,}[!?]*|-+>?|[!?]+|([*=_~#+<>|^\\])\1*|\x60\x60|''|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+`;
const scanner = new RegExp(
  [
    address,
    face,
    initials,
    shortened,
    numbering,
    etcetera,
    initial,
    phone,
    number,
    prefixed,
    slashed,
    word,
    joinedMarks,
    String.raw`\S`,
  ]
    .map((part) => `(?:${part})`)
    .join('|'),
  'gu',
);

const apostrophe = `['’\`]`;
/** Where an English word parts from what leans on it; the first group stays, the second is a word. */
const clitics: readonly RegExp[] = [
  new RegExp(`^(.+?)(n${apostrophe}t)$`, 'iu'),
  new RegExp(`^(.+?)(${apostrophe}(?:s|re|ve|ll|d|m))$`, 'iu'),
  /^(can)(not)$/i,
  /^(did|do|does|is|was|would|could|should|have|has|had|are|were|wo|ca)(nt)$/i,
  /^(gon|wan)(na)$/i,
  /^(got)(ta)$/i,
  /^(i)(m|ve)$/i,
  /^(that|what|there|here)(s)$/i,
  /^(you|they)(re|ll|ve)$/i,
  new RegExp(`^(d${apostrophe})(you|ye)$`, 'iu'),
  new RegExp(`^(${apostrophe}t)(is|was)$`, 'iu'),
];
const pluralOwner = new RegExp(`^${apostrophe}$`, 'u');

const splitWord = (text: string, start: number): Span[] => {
  for (const clitic of clitics) {
    const match = clitic.exec(text);
    if (!match?.[1]) continue;
    const cut = start + match[1].length;
    return [...splitWord(match[1], start), [cut, start + text.length]];
  }
  return [[start, start + text.length]];
};

const isWord = /^[\p{L}\p{N}]/u;

/** Every word and mark of the text, in order, as spans in UTF-16 code units; white space is in none. */
export const splitWords = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const match of text.matchAll(scanner)) {
    const found = match[0];
    if (isWord.test(found) || pluralOwner.test(found[0] as string))
      spans.push(...splitWord(found, match.index));
    else spans.push([match.index, match.index + found.length]);
  }
  return spans;
};
