import { type Document, originalOf, originalText, type Span } from '../../model/index.ts';

/** Where words stand in a document, each counted from 1; of page and paragraph one is known. */
export interface Place {
  /** null where the format has no pages. */
  page: number | null;
  /** null where it has. */
  paragraph: number | null;
  sentence: number;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** How many sentences have begun in a text once the first `length` characters are over; 1 at least. */
const sentenceAt = (text: string, length: number): number => {
  let count = 0;
  // A line that ends for the page's width ends no sentence.
  for (const { index, segment } of sentences.segment(text.replace(/[\r\n]/gu, ' '))) {
    if (index > length) break;
    if (segment.trim()) count += 1;
  }
  return Math.max(count, 1);
};

/** Where a paragraph begins that a place is in, and how many there are up to it. */
const paragraphAt = (text: string, place: number): { start: number; number: number } => {
  let [start, number] = [0, 1];
  for (const { index, 0: gap } of text.slice(0, place).matchAll(/\r?\n[^\S\n]*(?:\r?\n\s*)+/gu)) {
    if (text.slice(start, index).trim()) number += 1;
    start = index + gap.length;
  }
  return { start, number };
};

/** The page or paragraph, and the sentence in it, at which words begin. */
export const placeOf = ({ text, pages }: Pick<Document, 'text' | 'pages'>, [from]: Span): Place => {
  const page = pages?.find(({ start, end }) => start <= from && from < end);
  if (page) {
    const sentence = sentenceAt(text.slice(page.start, page.end), from - page.start);
    return { page: page.page, paragraph: null, sentence };
  }
  const { start, number } = paragraphAt(text, from);
  const end = text.slice(from).search(/\n\s*\n/u);
  const sentence = sentenceAt(text.slice(start, end < 0 ? undefined : from + end), from - start);
  return { page: null, paragraph: number, sentence };
};

/** The same in words: "page 3, sentence 2"; of words of a translation, where their original stands. */
export const placeInWords = (
  document: Pick<Document, 'text' | 'pages' | 'translation'>,
  span: Span,
): string => {
  const original = { text: originalText(document), pages: document.pages };
  const { page, paragraph, sentence } = placeOf(original, originalOf(document, span) ?? span);
  return `${page === null ? `paragraph ${paragraph}` : `page ${page}`}, sentence ${sentence}`;
};
