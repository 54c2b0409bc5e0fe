import type { Span } from '../../model/index.ts';
import type { CorpusFile } from './corpus-file.ts';
import { malformed } from './corpus-file.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** A name of a place with where it is, in WGS 84 degrees. */
export interface LocatedName {
  readonly span: Span;
  readonly lat: number;
  readonly lon: number;
}

/** An article with the places that it names. */
export interface LocatedText {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  readonly places: readonly LocatedName[];
}

/** Offsets of TR-News drift by some characters where blanks were lost. */
const farthestDrift = 16;

/** Where the words stand, at the offset or a little off it. */
const place = (text: string, words: string, start: number): Span | null => {
  for (let drift = 0; drift <= farthestDrift; drift++)
    for (const at of [start - drift, start + drift])
      if (at >= 0 && text.startsWith(words, at)) return [at, at + words.length];
  return null;
};

const textOf = (element: XmlElement, selector: string): string | null =>
  element.querySelector(selector)?.textContent?.trim() ?? null;

const numberOf = (element: XmlElement, selector: string): number =>
  Number.parseFloat(textOf(element, selector) ?? '');

interface Names {
  /** The element of a place, and in it the one with its words. */
  readonly element: string;
  readonly words: string;
}

/** Names without coordinates, or whose words are not where they should be, are left out. */
const parse = (file: CorpusFile, { element, words }: Names): LocatedText[] => {
  const root = parseXml(file.lines.join('\n'), 'articles', file);
  return [...root.querySelectorAll('article')].map((article, index) => {
    const text = article.querySelector('text')?.textContent;
    if (!text) throw malformed(file, 1, `article ${index + 1} has no text`);
    const places = [...article.querySelectorAll(element)].flatMap((name): LocatedName[] => {
      const [lat, lon] = [numberOf(name, 'lat'), numberOf(name, 'lon')];
      const span = place(text, textOf(name, words) ?? '\0', numberOf(name, 'start'));
      return span && Number.isFinite(lat) && Number.isFinite(lon) ? [{ span, lat, lon }] : [];
    });
    const published = /^\d{4}-\d\d-\d\d/.exec(textOf(article, 'dltime') ?? '')?.[0] ?? null;
    return { id: article.getAttribute('docid') ?? `${index + 1}`, published, text, places };
  });
};

/** TR-News: every name of a place in the article, "Kenyan" too, with its GeoNames point. */
export const parseTrNews = (file: CorpusFile): LocatedText[] =>
  parse(file, { element: 'toponym', words: 'phrase' });

/** GeoVirus: paragraphs of news about epidemics, with points of Wikipedia. */
export const parseGeoVirus = (file: CorpusFile): LocatedText[] =>
  parse(file, { element: 'location', words: 'name' });
