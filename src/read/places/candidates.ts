import type { Span } from '../../model/index.ts';
import { countryNamed, countryOfDemonym, fold } from '../countries.ts';
import type { Draft } from '../entities.ts';
import type { TaggedText, Word } from '../network/tagger.ts';
import { firstNot } from '../search.ts';
import type { Gazetteer } from './gazetteer.ts';

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
  /** Whether "the" stands before it. */
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
const capital = /^\p{Lu}/u;

/** Names that the text uses for places or that the network takes for such. */
const markedIn = (text: string, entities: readonly Draft[], { words, names }: TaggedText): Found[] => {
  const used = entities.filter(({ type }) => placed.has(type)).flatMap(({ mentions }) => mentions);
  const marked = names
    .filter(([, , type]) => type === 'place' || type === 'nationality')
    .map(([from, to]): Span => [words[from]?.start ?? 0, words[to - 1]?.end ?? 0]);
  return apart(
    [...used, ...marked]
      .filter(([start]) => /\p{Lu}/u.test(text.slice(start, start + 4)))
      .map((span) => ({ span, attributive: false })),
  );
};

const longestName = 4;

/**
 * Familiar names of places that nobody marked as such: in names of bodies ("Kenya Medical Union") and beside
 * hyphens. Names of people are left alone.
 */
const unmarkedIn = (
  text: string,
  { words, names }: TaggedText,
  marked: readonly Found[],
  isFamiliar: (name: string) => boolean,
): Found[] => {
  const inName = new Map<number, string>();
  for (const [from, to, type] of names) for (let at = from; at < to; at++) inName.set(at, type);
  const taken = marked.map(({ span }) => span);
  const isFree = (start: number, end: number): boolean => {
    const next = taken[firstNot(taken.length, (at) => (taken[at] as Span)[1] <= start)];
    return next === undefined || next[0] >= end;
  };
  const found: Found[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = words[at] as Word;
    if (!capital.test(text.slice(first.start, first.start + 2)) || inName.get(at) === 'person') continue;
    for (let to = Math.min(words.length, at + longestName); to > at; to--) {
      const end = (words[to - 1] as Word).end;
      const name = text.slice(first.start, end);
      if (name.includes('\n') || !capital.test(text.slice((words[to - 1] as Word).start, end))) continue;
      if (!isFree(first.start, end) || !isFamiliar(name)) continue;
      if (first.upos !== 'PROPN' && !countryOfDemonym(name) && !isCountry(name)) continue;
      found.push({ span: [first.start, end], attributive: inName.has(at) });
      at = to - 1;
      break;
    }
  }
  return found;
};

const isCountry = (name: string): boolean => countryNamed(name) !== undefined;
const familiarPopulation = 300_000;

/** Countries, their people, and large places by their own name. */
const isWellKnown = (name: string, gazetteer: Gazetteer): boolean =>
  isCountry(name) ||
  countryOfDemonym(name) !== undefined ||
  (name.length > 3 &&
    gazetteer
      .named(name)
      .some(
        ({ own, population, precision }) =>
          own && (population >= familiarPopulation || (precision === 'district' && / County$/.test(name))),
      ));

/** Words that may name a place, in text order and apart from each other. */
export const candidatesIn = (
  text: string,
  entities: readonly Draft[],
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
  return [...marked, ...unmarkedIn(text, tagged, marked, isFamiliar)]
    .sort(bySpan)
    .map(({ span, attributive }) => {
      const name = text.slice(...span).replace(/\s+/g, ' ');
      const demonym = countryOfDemonym(name) !== undefined;
      const [after, before] = [wordAfter(text, span[1]), wordBefore(text, span[0])];
      return {
        span,
        name,
        after,
        before,
        demonym,
        attributive: attributive || demonym,
        article: /\bthe\s+$/i.test(text.slice(Math.max(0, span[0] - 6), span[0])),
      };
    });
};
