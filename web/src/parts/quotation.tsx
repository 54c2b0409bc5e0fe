import { Link } from '@tanstack/react-router';
import type { Span } from '../../../src/model/index.ts';
import { writeAt } from '../segments.ts';

interface QuotationProps {
  caseId: string;
  document: string;
  span: Span;
  words: string;
}

/** Quoted words, in the direction they are read, as a link to the sentence they stand in. */
export const Quotation = ({ caseId, document, span, words }: QuotationProps) => (
  <blockquote className="quotation" dir="auto">
    <Link
      to="/cases/$case/documents/$document"
      params={{ case: caseId, document }}
      search={{ at: writeAt(span) }}
    >
      {words}
    </Link>
  </blockquote>
);
