import type { Span } from '../model/index.ts';
import { wordTable } from './word-table.ts';

/** A quotation with its marks. A run over several paragraphs gives one quotation a paragraph. */
export interface Quotation {
  readonly span: Span;
  /** Without the marks. */
  readonly inner: Span;
}

const opening = wordTable<string>({ '“': '”', '«': '»', '„': '“' });
/** Longer than any quoted speech within one paragraph; an unclosed mark is then an accident. */
const longest = 6000;

const opensHere = (text: string, at: number): boolean =>
  (at === 0 || /[\s([—–-]/.test(text.charAt(at - 1))) && /\S/.test(text.charAt(at + 1));

interface Open {
  readonly at: number;
  readonly closer: string;
}

/**
 * Outermost quotations. A paragraph that ends inside a quotation closes it there when the next
 * paragraph opens with a mark again (the convention for speech over several paragraphs); otherwise an
 * unclosed mark is ignored, except that curly marks run to the paragraph's end.
 */
export const findQuotations = (text: string): Quotation[] => {
  const quotations: Quotation[] = [];
  let open: Open | undefined;
  let depth = 0;
  const close = (end: number, marked: boolean): void => {
    if (open && end - open.at <= longest)
      quotations.push({ span: [open.at, end], inner: [open.at + 1, marked ? end - 1 : end] });
    open = undefined;
    depth = 0;
  };
  const marks = /[“”„«»"]|\n[^\S\n]*\n\s*/g;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark.startsWith('\n')) {
      const next = text.charAt(index + mark.length);
      if (open && (open.closer !== '"' || next === '"')) close(index, false);
      open = undefined;
    } else if (!open) {
      const closer = opening[mark] ?? (mark === '"' && opensHere(text, index) ? '"' : undefined);
      if (closer) open = { at: index, closer };
    } else if (mark === open.closer) {
      if (depth > 0) depth--;
      else close(index + 1, true);
    } else if (opening[mark] === open.closer) depth++;
  }
  if (open && open.closer !== '"') close(text.length, false);
  return quotations;
};
