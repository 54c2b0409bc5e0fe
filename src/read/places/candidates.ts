import { partitionPoint, type Span } from '../../model/index.ts';
import { countryNamed, countryOfDemonym, fold } from '../countries.ts';
import type { EntityCluster } from '../entities/index.ts';
import type { NameType, TaggedText, Word } from '../network/tagger.ts';
import type { Gazetteer } from './gazetteer.ts';
import { continentOfDemonym, isKindOfPlace, noPlace } from './words.ts';

/** Words that may name a place, with what stands around them. */
export interface Candidate {
  readonly span: Span;
  readonly name: string;
  /** The word after, and the one before, lower case; over "of": "the village of Odvik". */
  readonly after: string;
  readonly before: string;
  /** Whether it is "Kenyan" rather than "Kenya". */
  readonly demonym: boolean;
  /** Whether it says whose, not where: a demonym, or part of the name of a body. */
  readonly attributive: boolean;
  /** Whether it has an article of its own: "the White House", not "the Odvik council". */
  readonly article: boolean;
}

const wordBefore = (text: string, offset: number): string =>
  /([\p{L}]+)(?:\s+of)?\s+(?:the\s+)?$/u
    .exec(text.slice(Math.max(0, offset - 30), offset))?.[1]
    ?.toLowerCase() ?? '';

const wordAfter = (text: string, offset: number): string =>
  /^\s+([\p{L}]+)/u.exec(text.slice(offset, offset + 25))?.[1]?.toLowerCase() ?? '';

const bySpan = (a: Found, b: Found): number => a.span[0] - b.span[0] || b.span[1] - a.span[1];

interface Found {
  readonly span: Span;
  readonly attributive: boolean;
}

/** Of overlapping spans the first, of those the longest. */
const apart = (found: readonly Found[]): Found[] => {
  const kept: Found[] = [];
  for (const one of found.toSorted(bySpan)) if (one.span[0] >= (kept.at(-1)?.span[1] ?? 0)) kept.push(one);
  return kept;
};

const placed = new Set(['place', 'state', 'nationality']);
const plain = (span: Span): Found => ({ span, attributive: false });

/** Names that the network takes for places, and others by which the text names some. */
const markedIn = (
  text: string,
  entities: readonly EntityCluster[],
  { words, names }: TaggedText,
): Found[] => {
  const opens = ([start]: Span): boolean => /\p{Lu}/u.test(text.slice(start, start + 4));
  const marked = apart(
    names
      .filter(([, , type]) => type === 'place' || type === 'nationality')
      .map(([from, to]) => {
        const last = words[to - 1];
        const isKind = to - from > 1 && last && isKindOfPlace(text.slice(last.start, last.end));
        return plain([words[from]?.start ?? 0, words[isKind ? to - 2 : to - 1]?.end ?? 0]);
      })
      .filter(({ span }) => opens(span)),
  );
  const isFree = ([start, end]: Span): boolean => (follower(marked, start)?.span[0] ?? end) >= end;
  const used = entities
    .filter(({ type }) => placed.has(type))
    .flatMap(({ mentions }) => mentions)
    .filter((span) => opens(span) && isFree(span));
  return apart([...marked, ...used.map(plain)]);
};

/** Of found names in order, the first that ends behind an offset. */
const follower = (found: readonly Found[], offset: number): Found | undefined =>
  found[partitionPoint(found.length, (at) => (found[at] as Found).span[1] <= offset)];

/** A word, or what hyphens part in one, with the kind of name it stands in. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly upos: string;
  readonly inName: NameType | null;
}

/** People's names are left out unless they are one word: "Cuba" may be taken for one. */
const piecesOf = (text: string, { words, names }: TaggedText): Piece[] => {
  const kinds = new Map<number, NameType>();
  for (const [from, to, type] of names)
    if (type !== 'person' || to - from > 1) for (let at = from; at < to; at++) kinds.set(at, type);
  return words.flatMap(({ start, end, upos }, at) => {
    const inName = kinds.get(at) ?? null;
    const word = text.slice(start, end);
    if (!/[-–]/.test(word)) return [{ start, end, upos, inName }];
    return [...word.matchAll(/[^-–]+/g)].map(({ 0: part, index }) => {
      const from = start + index;
      return { start: from, end: from + part.length, upos, inName };
    });
  });
};

const longestName = 4;
const opensName = (text: string, { start }: Piece): boolean => /^\p{Lu}/u.test(text.slice(start, start + 2));

/**
 * Familiar names of places that nobody marked as such: in names of bodies ("Kenya Medical Union"), beside
 * hyphens ("Kenya-based").
 */
const unmarkedIn = (
  text: string,
  tagged: TaggedText,
  marked: readonly Found[],
  isFamiliar: (name: string) => boolean,
): Found[] => {
  const pieces = piecesOf(text, tagged);
  const found: Found[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const first = pieces[at] as Piece;
    if (!opensName(text, first) || first.inName === 'person') continue;
    const limit = follower(marked, first.start)?.span[0] ?? text.length;
    for (let to = Math.min(pieces.length, at + longestName); to > at; to--) {
      const last = pieces[to - 1] as Piece;
      const name = text.slice(first.start, last.end);
      if (last.end > limit || name.includes('\n') || !opensName(text, last)) continue;
      const isProper = first.upos === 'PROPN' || isCountry(name) || isDemonym(name);
      if (!isProper || !isFamiliar(name)) continue;
      found.push({ span: [first.start, last.end], attributive: first.inName !== null });
      at = to - 1;
      break;
    }
  }
  return found;
};

const isDemonym = (name: string): boolean =>
  countryOfDemonym(name) !== undefined || continentOfDemonym.has(fold(name));
const isCountry = (name: string): boolean => countryNamed(name) !== undefined;
const familiarPopulation = 300_000;

/** Countries, their people, and large places by their own name. */
const isWellKnown = (name: string, gazetteer: Gazetteer): boolean =>
  isCountry(name) ||
  isDemonym(name) ||
  (name.length > 3 &&
    gazetteer
      .named(name)
      .some(
        ({ own, population, precision }) =>
          own && (population >= familiarPopulation || (precision === 'district' && / County$/.test(name))),
      ));

/** First and last names of the text's people: a place that bears one is most likely not meant. */
const namesOfPeople = (text: string, { words, names }: TaggedText): Set<string> =>
  new Set(
    names.flatMap(([from, to, type]) =>
      type === 'person' && to - from > 1
        ? [words[from], words[to - 1]].map((word) => fold(text.slice(word?.start, word?.end)))
        : [],
    ),
  );

const placeBefore = /\b(?:in|at|near|from|outside|around|to|of)\s+$/i;

/** Whether a noun follows that the name belongs to. */
const modifies = ({ words }: TaggedText, [, end]: Readonly<Span>): boolean => {
  const last = partitionPoint(words.length, (at) => (words[at] as Word).end < end);
  const { head, deprel } = words[last] ?? { head: -1, deprel: '' };
  return deprel === 'compound' && head > last;
};

/** Words that may name a place, in text order and apart from each other. */
export const candidatesIn = (
  text: string,
  entities: readonly EntityCluster[],
  tagged: TaggedText,
  gazetteer: () => Gazetteer,
): Candidate[] => {
  const marked = markedIn(text, entities, tagged);
  const named = new Set(marked.map(({ span }) => fold(text.slice(...span))));
  const known = new Map<string, boolean>();
  const isFamiliar = (name: string): boolean => {
    if (named.has(fold(name))) return true;
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = isWellKnown(name, gazetteer());
    known.set(name, found);
    return found;
  };
  const people = namesOfPeople(text, tagged);
  const isPlace = ({ span }: Found): boolean => {
    const key = fold(text.slice(...span));
    if (noPlace.test(key)) return false;
    return !people.has(key) || placeBefore.test(text.slice(Math.max(0, span[0] - 10), span[0]));
  };
  const found = [...marked, ...unmarkedIn(text, tagged, marked, isFamiliar)].filter(isPlace).sort(bySpan);
  return found.map(({ span, attributive }) => {
    const name = text.slice(...span).replace(/\s+/g, ' ');
    const demonym = isDemonym(name);
    return {
      span,
      name,
      after: wordAfter(text, span[1]),
      before: wordBefore(text, span[0]),
      demonym,
      attributive: attributive || demonym,
      article: /\bthe\s+$/i.test(text.slice(Math.max(0, span[0] - 6), span[0])) && !modifies(tagged, span),
    };
  });
};
