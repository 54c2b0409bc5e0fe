import type { Span } from '../../model/index.ts';
import { type BodyName, bodyKey, bodyNamed, heads } from './body-names.ts';
import type { Owners } from './owners.ts';
import type { Page } from './texts.ts';

/** A body that a text names, and where it first does. Offsets are UTF-16 code units of the text. */
export interface PageBody extends BodyName {
  key: string;
  words: string;
  span: Span;
}

const headPattern = new RegExp(`\\b(?:${heads})\\b(?![’'-]?\\p{L})`, 'giu');
/** Words before a head that belong to its name: capitalised, a genitive, or what a ministry is of. */
const before =
  /(?:(?:\p{Lu}[\p{L}.-]*(?:[’']s)?|defen[cs]e|foreign|interior|finance|justice|health|energy|education|labou?r|trade|border|coast|national|general|air|naval|armed|chief|state|central|electoral|oil|water|security|police)\s)+$/u;
const after =
  /^(?:\s(?:of|for)\s(?:the\s)?(?:\p{Lu}[\p{L}’'-]*|defen[cs]e|foreign|interior|internal|finance|justice|health|energy|education|labou?r|trade|affairs|agriculture|and|security|oil|water)(?:\s(?:\p{Lu}[\p{L}’'-]*|affairs|and|of|the)(?=[\s,.;:]))*)+|^\sin\s\p{Lu}[\p{L}-]+/u;

/** How far a name reaches from its head, in characters. */
const reach = 60;

/** The bodies of states and organisations that a text names in full: whose they are, or more than "the ministry". */
export const bodiesIn = (text: string, owners: Owners): PageBody[] => {
  const found = new Map<string, PageBody>();
  for (const match of text.matchAll(headPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const left = before.exec(text.slice(Math.max(0, start - reach), start))?.[0] ?? '';
    const right = after.exec(text.slice(end, end + reach))?.[0] ?? '';
    const span: Span = [start - left.length, end + right.length];
    const words = text
      .slice(...span)
      .replace(/\s+/gu, ' ')
      .trim();
    const body = bodyNamed(words, owners);
    if (!body || (body.owner === null && body.kind.length < 2)) continue;
    const key = bodyKey(body);
    if (!found.has(key)) found.set(key, { ...body, key, words, span });
  }
  return [...found.values()];
};

/** Its own acronym, which an agency puts into the dateline: "ODVIK, May 6 (HPA) -". */
const dateline = /^[^\n]{0,60}?\((\p{Lu}[\p{Lu}\p{Ll}]{1,8})\)\s*[-—–]/mu;

/** Names with their acronyms, as a page introduces them in its text or signs them in its dateline. */
export const acronymsOn = ({ text, publisher }: Page): Map<string, string> => {
  const found = acronymsIn(text);
  const own = dateline.exec(text)?.[1];
  const initials = publisher?.match(/(?<!\p{L})\p{Lu}/gu)?.join('');
  if (own && publisher && initials === own.toUpperCase()) found.set(own, publisher);
  return found;
};

/** Whether letters are the first ones of words, small words left out or not: "UNMIT", "United Nations Mission in Tirhal". */
const standsFor = (letters: string, words: readonly string[]): boolean => {
  let at = 0;
  for (const word of words) {
    if (word[0]?.toLowerCase() === letters[at]) at += 1;
    else if (/^\p{Lu}/u.test(word)) return false;
  }
  return at === letters.length && /^\p{Lu}/u.test(words[0] ?? '');
};

/** Names with their acronyms, as texts introduce them: "the Verdania News Agency (VNA)". */
const acronymsIn = (text: string): Map<string, string> => {
  const found = new Map<string, string>();
  const pattern =
    /((?:\p{Lu}[\p{L}’'-]+\s(?:(?:of|for|the|and|on|de|in|to|at|by|with|against)\s){0,2}){1,8})\((?:the\s|known as\s)?[“"]?(\p{Lu}[\p{Lu}\p{Ll}]{1,8})[”"]?\)/gu;
  for (const [, name = '', acronym = ''] of text.matchAll(pattern)) {
    const words = name.trim().split(/\s+/u);
    const letters = acronym.toLowerCase();
    // The name begins where its initials do: "said the Verdania News Agency (VNA)".
    for (let from = 0; from < words.length; from++) {
      if (standsFor(letters, words.slice(from))) {
        found.set(acronym, words.slice(from).join(' '));
        break;
      }
    }
  }
  return found;
};
