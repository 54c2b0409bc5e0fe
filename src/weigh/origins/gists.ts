import { intervalOf } from '../../agreement/index.ts';
import { type ContentWord, contentWords, wordVectors } from '../../match/index.ts';
import type { Statement } from '../../model/index.ts';
import { numberWords } from '../../read/index.ts';

/*
 * One statement told in other words: shortened, spun, translated. Two tellings are one when they say the same thing (words
 * by their rarity, near words by their vectors, numbers as they stand) of the same days.
 */

export interface Gist {
  words: readonly ContentWord[];
  weights: readonly number[];
  numbers: ReadonlySet<string>;
  total: number;
}

/** The numbers of a text, in digits: "1,400" and "twenty-two" are 1400 and 22. */
export const numbersIn = (text: string): Set<string> => {
  const found = new Set<string>();
  const tokens =
    text
      .toLowerCase()
      .replace(/(\d)[,.\u00a0 ](?=\d{3}\b)/gu, '$1')
      .match(/\d+(?:[.,]\d+)?|\p{L}+(?:-\p{L}+)?/gu) ?? [];
  for (const token of tokens) {
    if (/^\d/u.test(token)) {
      found.add(token.replace(',', '.'));
      continue;
    }
    const words = token.split('-');
    const values = words.flatMap((word) => numberWords[word] ?? []);
    const isOne = values.length === words.length && (values[0] ?? 0) >= 20;
    for (const value of isOne ? [values.reduce((sum, part) => sum + part, 0)] : values)
      found.add(String(value));
  }
  return found;
};

/** Words that nearly every report has. */
const everywhere = new Set([
  'report',
  'statement',
  'spokesman',
  'day',
  'week',
  'month',
  'year',
  'thursday',
  'monday',
  'tuesday',
  'wednesday',
  'friday',
  'saturday',
  'sunday',
]);

const gists = new Map<string, Gist>();
const keptGists = 50_000;

/** What a text says, as it is compared. */
export const gistOf = (text: string): Gist => {
  const known = gists.get(text);
  if (known) return known;
  if (gists.size >= keptGists) gists.clear();
  const vectors = wordVectors();
  const words = contentWords(text, vectors).filter(
    ({ word }) => !everywhere.has(word) && !(word in numberWords),
  );
  const weights = words.map(({ word }) => 0.2 + vectors.rarityOf(word));
  const gist = {
    words,
    weights,
    numbers: numbersIn(text),
    total: weights.reduce((sum, weight) => sum + weight, 0),
  };
  gists.set(text, gist);
  return gist;
};

/** Words no nearer than this are not alike. */
const unlike = 0.45;

/** What share of one gist's weight the other has, 0…1. */
const coverage = (of: Gist, by: Gist): number => {
  if (of.total === 0) return 0;
  const vectors = wordVectors();
  const stems = new Set(by.words.map(({ stem }) => stem));
  let shared = 0;
  for (const [at, { stem, vector }] of of.words.entries()) {
    let best = stems.has(stem) ? 1 : 0;
    if (best === 0 && vector >= 0)
      for (const word of by.words)
        if (word.vector >= 0)
          best = Math.max(best, (vectors.cosine(vector, word.vector) - unlike) / (1 - unlike));
    shared += best * (of.weights[at] as number);
  }
  return shared / of.total;
};

const isYear = (number: string): boolean => /^(?:19|20)\d\d$/u.test(number);

/** How far two texts say the same thing, 0…1: numbers that are at odds say no. */
export const sameness = (a: Gist, b: Gist): number => {
  const [small, large] = a.total <= b.total ? [a, b] : [b, a];
  if (small.words.length < 3) return 0;
  const told = [...small.numbers].filter((number) => !isYear(number));
  const common = told.filter((number) => large.numbers.has(number)).length;
  const others = [...large.numbers].filter((number) => !isYear(number)).length;
  const share = coverage(small, large);
  if (told.length > 0 && others > 0 && common === 0) return share * 0.6;
  return Math.min(1, share + (common > 0 ? 0.1 * Math.min(2, common) : 0));
};

/** Sentence of a statement without who tells it; its own words where the sentence was not kept. */
export const toldWords = ({ sentence, words, text }: Statement): string =>
  (sentence && sentence.length > 0 ? sentence : words.length > 0 ? words : [text]).join(' ');

export const dayMs = 86_400_000;

/** Days on which a statement was published, and which it tells of, in milliseconds; null where nobody says. */
export interface Days {
  published: number | null;
  told: { from: number; to: number } | null;
}

export const daysOf = ({ published, claim }: Pick<Statement, 'published' | 'claim'>): Days => ({
  published: published === null ? null : (intervalOf(published)?.from ?? null),
  told: claim.time === null ? null : intervalOf(claim.time),
});

/** News is retold for some days; what names its day longer. */
const retold = 4;
const retoldOfDay = 14;
/** No two statements published farther apart than this are of one occasion, in milliseconds. */
export const farthestPublished = retoldOfDay * dayMs;

/** Whether two statements may be of one occasion by their days. */
export const sameDays = (a: Days, b: Days): boolean => {
  if (a.told && b.told && (a.told.from > b.told.to + dayMs || b.told.from > a.told.to + dayMs)) return false;
  if (a.published === null || b.published === null) return false;
  const apart = Math.abs(a.published - b.published) / dayMs;
  const isOneDay = a.told && b.told && a.told.from === b.told.from && a.told.to - a.told.from <= 2 * dayMs;
  return apart <= (isOneDay ? retoldOfDay : retold);
};

/** The rarest words of a gist and its numbers: what two tellings of one thing share at least one of. */
export const cluesOf = (gist: Gist): string[] => {
  const order = gist.words
    .map(({ stem }, at) => ({ stem, weight: gist.weights[at] as number }))
    .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1));
  return [
    ...order.slice(0, 10).map(({ stem }) => stem),
    ...[...gist.numbers].filter((n) => !isYear(n)).map((n) => `#${n}`),
  ];
};
