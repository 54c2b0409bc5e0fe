import anyAscii from 'any-ascii';
import { foldName } from '../fold.ts';
import { formOf, legalForms } from './legal-forms.ts';
import { joinNumbers, numberOf } from './numbers.ts';
import { particles, titles } from './titles.ts';

/** A name taken apart for comparison. */
export interface NameWords {
  /** Lower-case ASCII words without titles and legal forms, in the order written. */
  words: readonly string[];
  /** Legal forms of a company, by class (`stock`, `limited` …); empty for a person. */
  forms: ReadonlySet<string>;
  /** The writing tells few vowels or none (Arabic, Hebrew …): only consonants can be compared. */
  isAbjad: boolean;
  /** The characters of a name written in Chinese characters or Hangul, each a word; null for another. */
  characters: readonly string[] | null;
}

const abjad =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Khmer}\p{Script=Devanagari}\p{Script=Thai}]/u;

const characters = /[\p{Script=Han}\p{Script=Hangul}]/u;

const charactersOf = (name: string): string[] | null =>
  characters.test(name) ? [...name.normalize('NFC')].filter((letter) => characters.test(letter)) : null;

/** Chinese, Japanese and Korean names stand in ASCII with a capital for each character: `XiJinPing`. */
const apart = (text: string): string => text.replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ');

/** "Smith, John" is John Smith; a comma before a legal form parts nothing. */
const inOrder = (name: string): string => {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  const isInverted = given !== '' && more.length === 0 && !legalForms.test(foldName(given));
  return isInverted ? `${given} ${family}` : name;
};

const known = new Map<string, NameWords>();
const keptNames = 20_000;

const takeApart = (name: string): NameWords => {
  const ascii = anyAscii(inOrder(name).replace(/&/gu, ' and '));
  const folded = foldName(characters.test(name) ? apart(ascii) : ascii);
  const { rest, forms } = formOf(folded);
  const all = rest.split(' ').filter(Boolean).map(numberOf);
  const bare = all.filter((word) => !titles.has(word));
  const words = joinNumbers(bare.length > 0 ? bare : all);
  return { words, forms, isAbjad: abjad.test(name), characters: charactersOf(name) };
};

/** Takes a name apart; remembered, since every name is compared with many. */
export const nameWords = (name: string): NameWords => {
  const found = known.get(name) ?? takeApart(name);
  if (known.size >= keptNames) known.clear();
  known.set(name, found);
  return found;
};

/** How much a word says of who is named: particles say little. */
export const weightOf = (word: string): number => (particles.has(word) ? 0.3 : 1) * Math.min(word.length, 8);
