import { z } from 'zod';
import type { Span } from '../../model/index.ts';
import { endsInTitle, isPartOf, type NamedText, type NameType, nameExtent } from '../name-extents.ts';
import { type CorpusFile, malformed } from './corpus-file.ts';
import { countryNames } from './country-names.ts';
import { jsonLines } from './json-lines.ts';

const Report = z.object({
  _id: z.string(),
  text: z.string(),
  entities: z.array(
    z.object({
      begin: z.int().nonnegative(),
      end: z.int().nonnegative(),
      type: z.string(),
      confidence: z.number(),
    }),
  ),
});
type Report = z.infer<typeof Report>;

const typeOf: Readonly<Record<string, NameType>> = { Person: 'PER', Organisation: 'ORG', Location: 'LOC' };

const pronouns =
  /^(?:i|me|my|we|us|ours?|your?|he|him|his|she|her|its?|they|them|their|this|that|these|those|one|some)$/iu;
/** Small words that a name may have in it; a person's may begin with one. */
const innerWords: Readonly<Record<NameType, RegExp>> = {
  PER: /^(?:al|el|de|di|da|la|bin|bint|ibn|van|von|der)$/u,
  ORG: /^(?:of|the|and|for|in|on|to|de|al|&|-)$/u,
  LOC: /^(?:of|the|and|al|el|de|la|ad|az)$/u,
};
const capitalised = /^[^\p{L}\p{N}]*(?:(?:al|el)-)?[\p{Lu}\p{Lt}]/u;
const ordinal = /^\d+(?:st|nd|rd|th)$/u;
const numeral = /^\d+$/u;

/** Words that the corpus also writes small: at the start of a sentence a capital makes no name of one. */
const smallWords = (reports: readonly Report[]): Set<string> =>
  new Set(reports.flatMap(({ text }) => text.match(/(?<![\p{L}\p{N}-])\p{Ll}+(?![\p{L}\p{N}-])/gu) ?? []));

const nationalities = (reports: readonly Report[]): Set<string> =>
  new Set(
    reports.flatMap(({ text, entities }) =>
      entities
        .filter(({ type }) => type === 'Nationality')
        .flatMap(({ begin, end }) => [text.slice(begin, end), `${text.slice(begin, end)}s`]),
    ),
  );

/** What the corpus and the language tell about words. */
interface Lexicon {
  readonly small: ReadonlySet<string>;
  readonly nationalities: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

const sentenceStart = /(?:^|[.?!:\n])[\s"“‘']*$/u;

/** Whether one capitalised word is no name: a pronoun, a people, or a common word that begins a sentence. */
const isCommonWord = (word: string, before: string, lexicon: Lexicon): boolean =>
  pronouns.test(word) ||
  (lexicon.nationalities.has(word) && !lexicon.countries.has(word)) ||
  (lexicon.small.has(word.toLowerCase()) && sentenceStart.test(before));

/** Whether the corpus' mention is a name rather than a description or a pronoun: see docs/benchmarks.md. */
const isName = (text: string, [start, end]: Span, type: NameType, lexicon: Lexicon): boolean => {
  const name = text.slice(start, end);
  const words = name.split(/\s+/u);
  const first = words[0] as string;
  const inner = innerWords[type];
  if (!capitalised.test(first) && !ordinal.test(first) && !(type === 'PER' && inner.test(first)))
    return false;
  if (/[,°\n]|-\p{Ll}/u.test(name) || (type === 'PER' && endsInTitle(name))) return false;
  if (words.length === 1 && isCommonWord(first, text.slice(0, start), lexicon)) return false;
  return words.every((word) => [capitalised, ordinal, numeral, inner].some((pattern) => pattern.test(word)));
};

/** What people marked: a name, or words among which nobody says what is a name (type null). */
interface Mention {
  readonly span: Span;
  readonly type: NameType | null;
}

const mentionOf = (
  text: string,
  { begin, end, type }: Report['entities'][number],
  lexicon: Lexicon,
): Mention[] => {
  const given = typeOf[type] ?? null;
  const span = nameExtent(text, [begin, end], given);
  if (given === null || !isName(text, span, given, lexicon)) return [{ span, type: null }];
  const name = { span, type: lexicon.countries.has(text.slice(...span)) ? 'LOC' : given } as const;
  // "U.S." in "U.S. Secretary Berg" is as little judged as in any description.
  return given === 'PER' && begin < span[0] ? [name, { span: [begin, span[0]], type: null }] : [name];
};

const namedText = ({ _id: id, text, entities }: Report, lexicon: Lexicon): NamedText => {
  // 0 is a guess of the tool that went before the people, which none of them confirmed.
  const mentions = entities
    .filter(({ confidence }) => confidence > 0)
    .flatMap((entity) => mentionOf(text, entity, lexicon));
  const names = mentions.flatMap(({ span, type }) => (type === null ? [] : [{ span, type }]));
  return {
    id,
    text,
    names: names.filter(({ span }) => !names.some((other) => isPartOf(span, other.span))),
    descriptions: mentions.filter(({ type }) => type === null).map(({ span }) => span),
  };
};

/**
 * re3d, one report a line; offsets are UTF-16 code units. Its people marked whole phrases, pronouns and
 * descriptions as well as names, and countries as organisations where they act: docs/benchmarks.md says how
 * the names are told from the rest.
 * @throws ProvisoError PROVISO_CORPUS_INVALID, with the line.
 */
export const parseRe3d = (file: CorpusFile): NamedText[] => {
  const records = jsonLines(file, Report);
  for (const { line, value } of records)
    for (const { begin, end } of value.entities)
      if (begin >= end || end > value.text.length)
        throw malformed(file, line, `[${begin}, ${end}] is no span of the text`);
  const reports = records.map(({ value }) => value);
  const lexicon: Lexicon = {
    small: smallWords(reports),
    nationalities: nationalities(reports),
    countries: countryNames(),
  };
  return reports.map((report) => namedText(report, lexicon));
};
