import { words as messages } from '../../messages/index.ts';
import type { Span, Statement, Tie } from '../../model/index.ts';
import type { Page } from './texts.ts';

/** Where some words stand in a text, nearest a place; of words in parts, the first part. */
export const spanOf = (words: string, text: string, near: number): Span | null => {
  const first = words.split(' … ')[0]?.trim() ?? '';
  if (first === '') return null;
  const escaped = first.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/ /gu, '\\s+');
  let best: Span | null = null;
  for (const match of text.matchAll(new RegExp(escaped, 'gu'))) {
    const span: Span = [match.index, match.index + match[0].length];
    if (!best || Math.abs(span[0] - near) < Math.abs(best[0] - near)) best = span;
  }
  return best;
};

/** Words in the marks of a quotation, on one line. */
export const quoted = (words: string): string => messages.ties.quoted(words.replace(/\s+/gu, ' ').trim());

/** Why a statement goes back to its origin: in a sentence, by words of its own page and of another document. */
export type TieMaker = (
  statement: Statement,
  kind: Tie['kind'],
  because: string,
  words: string | null,
  other?: Tie['other'],
) => Tie;

export const tiesOn =
  (pages: ReadonlyMap<string, Page>): TieMaker =>
  ({ id, documentId, claim }, kind, because, words, other = null) => {
    const text = pages.get(documentId)?.text;
    const span = words && text ? spanOf(words, text, claim.span[0]) : null;
    return {
      claim: id,
      document: documentId,
      kind,
      because,
      span,
      words: span && text ? text.slice(...span) : words,
      other,
    };
  };
