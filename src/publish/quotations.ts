import { type Evidence, quote } from '../model/index.ts';

/** Words of a document that bear on a commitment, as a Web Annotation selects them. */
export interface Quotation {
  /** Of the evidence. */
  id: string;
  document: string;
  commitment: string;
  /** What it is, in words. */
  says: string;
  exact: string;
  /** Up to so many characters before and after. */
  prefix: string;
  suffix: string;
  /** In code points, as the standard counts; spans elsewhere count UTF-16 code units. */
  start: number;
  end: number;
}

/** In UTF-16 code units. */
const context = 32;

const isLowHalf = (text: string, offset: number): boolean => /[\udc00-\udfff]/.test(text.charAt(offset));

/** Code points before an offset in UTF-16 code units. */
const codePoints = (text: string, offset: number): number =>
  offset - (text.slice(0, offset).match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

const standing = ({ verdict, tier }: Evidence): string => {
  if (verdict !== 'proposed') return verdict;
  return tier === 'counted' ? 'counted, not yet judged' : 'only suggested';
};

/** What evidence quotes of its document's text. */
export function quotationOf(evidence: Evidence, text: string): Quotation {
  const { id, documentId, commitment, bearing, kind, span } = evidence;
  const [start, end] = span;
  const before = Math.max(0, start - context);
  const after = Math.min(text.length, end + context);
  return {
    id,
    document: documentId,
    commitment,
    says: `${kind === 'verdict' ? 'A verdict of ' : 'Tells of '}${bearing}, ${standing(evidence)}`,
    exact: quote(text, span),
    prefix: text.slice(before + (isLowHalf(text, before) ? 1 : 0), start),
    suffix: text.slice(end, after - (isLowHalf(text, after) ? 1 : 0)),
    start: codePoints(text, start),
    end: codePoints(text, end),
  };
}
