import {
  type Document,
  type Evidence,
  isLowHalf,
  originalOf,
  originalText,
  quote,
  type Span,
} from '../model/index.ts';

/** Words of a document, as a Web Annotation selects them. */
export interface SelectedWords {
  exact: string;
  /** Up to so many characters before and after. */
  prefix: string;
  suffix: string;
  /** In code points, as the standard counts; spans elsewhere count UTF-16 code units. */
  start: number;
  end: number;
}

/** Words of a document that bear on a commitment. */
export interface Quotation extends SelectedWords {
  /** Of the evidence. */
  id: string;
  document: string;
  commitment: string;
  /** What it is, in words. */
  says: string;
}

/** In UTF-16 code units. */
const context = 32;

/** Code points before an offset in UTF-16 code units. */
const codePoints = (text: string, offset: number): number =>
  offset - (text.slice(0, offset).match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

const standing = ({ verdict, tier }: Evidence): string => {
  if (verdict !== 'proposed') return verdict;
  return tier === 'counted' ? 'counted, not yet judged' : 'only suggested';
};

/** How the words of a span are selected in a text. */
function selectedWords(text: string, span: Span): SelectedWords {
  const [start, end] = span;
  const before = Math.max(0, start - context);
  const after = Math.min(text.length, end + context);
  return {
    exact: quote(text, span),
    prefix: text.slice(before + (isLowHalf(text, before) ? 1 : 0), start),
    suffix: text.slice(end, after - (isLowHalf(text, after) ? 1 : 0)),
    start: codePoints(text, start),
    end: codePoints(text, end),
  };
}

type Texted = Pick<Document, 'text' | 'translation'>;

/** How words of a document are selected in its original: words of a translation by the sentences that they stand for. */
export const selectedInOriginal = (document: Texted, span: Span): SelectedWords =>
  selectedWords(originalText(document), originalOf(document, span) ?? span);

/** What evidence quotes of its document's text; of words of a machine translation, with these, the original. */
export function quotationOf(evidence: Evidence, document: Texted): Quotation {
  const { id, documentId, commitment, bearing, kind, span } = evidence;
  const says = `${kind === 'verdict' ? 'A verdict of ' : 'Tells of '}${bearing}, ${standing(evidence)}`;
  const isTranslated = originalOf(document, span) !== null;
  return {
    id,
    document: documentId,
    commitment,
    says: isTranslated ? `${says}; machine translation: “${quote(document.text, span)}”` : says,
    ...selectedInOriginal(document, span),
  };
}
