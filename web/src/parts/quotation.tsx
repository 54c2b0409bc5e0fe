import { Link } from '@tanstack/react-router';
import type { Span, TranslatedFrom } from '../../../src/model/index.ts';
import { writeAt } from '../segments.ts';
import { MachineTranslation } from './machine-translation.tsx';

interface QuotationProps {
  caseId: string;
  document: string;
  span: Span;
  words: string;
  /** The original behind words of a machine translation. */
  translation?: TranslatedFrom | undefined;
}

/** Quoted words, in the direction they are read, as a link to the sentence they stand in; with their original where a machine translated them. */
export const Quotation = ({ caseId, document, span, words, translation }: QuotationProps) => (
  <>
    <blockquote className="quotation" dir="auto">
      <Link
        to="/cases/$case/documents/$document"
        params={{ case: caseId, document }}
        search={{ at: writeAt(span) }}
      >
        {words}
      </Link>
    </blockquote>
    <MachineTranslation from={translation} />
  </>
);
