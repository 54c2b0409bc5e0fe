import type { ArchivedCase } from './archived-case.ts';
import type { Document } from './document.ts';
import { overlaps, quote, reach, type Span } from './span.ts';
import type { Translation } from './translation.ts';

/** Between the original and its translation in the text of a document. */
const gap = '\n\n';

type Texted = Pick<Document, 'text' | 'translation'>;

/**
 * A document with the translation that stands for it: its text is the original, to the letter and at the same offsets, and
 * after it the translation. So whatever is quoted of either is `text.slice(start, end)`.
 */
export function withTranslation<D extends Texted>(document: D, translation: Translation): D {
  const { documentId: _, text, sentences, ...same } = translation;
  const start = document.text.length + gap.length;
  const moved = ({ original, span: [from, to] }: Translation['sentences'][number]) => ({
    original,
    span: [start + from, start + to] as Span,
  });
  return {
    ...document,
    text: `${document.text}${gap}${text}`,
    translation: { ...same, start, sentences: sentences.map(moved) },
  };
}

/** Of translations of many documents the one that stands for this: the newest, unless the document is in its language. */
export const standingOf = (
  { id, language }: Pick<Document, 'id' | 'language'>,
  translations: readonly Translation[],
): Translation | null =>
  translations
    .filter(({ documentId, into }) => documentId === id && into !== language)
    .sort((a, b) => (a.at !== b.at ? (a.at < b.at ? 1 : -1) : a.hash < b.hash ? -1 : 1))[0] ?? null;

/** The text of a document of an archived case as it was read, with the translation that stands. */
export async function textAsRead(
  { documents, translations, text }: Pick<ArchivedCase, 'documents' | 'translations' | 'text'>,
  id: string,
): Promise<Texted> {
  const original = { text: await text(id) };
  const facts = documents.find((one) => one.id === id);
  const standing = facts && standingOf(facts, translations);
  return standing ? withTranslation(original, standing) : original;
}

/** The text of a document without its translation. */
export const originalText = ({ text, translation }: Texted): string =>
  translation ? text.slice(0, translation.start - gap.length) : text;

/** The sentences of the original that words of the translation stand for; null for words of the original. */
export function originalOf({ translation }: Texted, span: Span): Span | null {
  if (!translation || span[0] < translation.start) return null;
  const meant = translation.sentences.filter((sentence) => overlaps(sentence.span, span));
  return reach(meant.map(({ original }) => original));
}

/** What of the original stands behind words of a document's translation; null for words of the original itself. */
export function translatedFrom(document: Texted, span: Span) {
  const original = originalOf(document, span);
  if (!original || !document.translation) return null;
  const { from: language, tool, model, at } = document.translation;
  return { span: original, words: quote(document.text, original), language, tool, model, at };
}
