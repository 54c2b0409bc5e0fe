import { Link } from '@tanstack/react-router';
import type { DocumentView } from '../../../src/model/index.ts';
import { toneOf } from '../../../src/model/stance.ts';
import { BearingLine, Chain, Matched } from './evidence-card.tsx';
import { Placement } from './placement.tsx';
import { Quotation } from './quotation.tsx';
import { VerdictButtons } from './verdict-buttons.tsx';

interface FoundEvidenceProps {
  caseId: string;
  evidence: DocumentView['evidence'][number];
  /** The duty, where it is at hand; the commitment's id stands in for it. */
  duty: string | undefined;
}

/** A piece of evidence beside the text it stands in: which way it points, and for which commitment. */
export const FoundEvidence = ({ caseId, evidence, duty }: FoundEvidenceProps) => (
  <div className={`evidence tone-${toneOf(evidence)}`}>
    <BearingLine evidence={evidence} />
    <p>
      <Link
        to="/cases/$case/commitments/$commitment"
        params={{ case: caseId, commitment: evidence.commitment }}
      >
        {duty ?? evidence.commitment}
      </Link>
    </p>
    <Quotation
      caseId={caseId}
      document={evidence.document}
      span={evidence.span}
      words={evidence.words}
      translation={evidence.translation}
    />
    {evidence.chain.length > 0 && <Chain tellers={evidence.chain} />}
    <Matched evidence={evidence} />
    <div className="actions">
      <VerdictButtons
        caseId={caseId}
        evidence={evidence.id}
        verdict={evidence.verdict}
        markedBy={evidence.markedBy}
      />
      <Placement caseId={caseId} evidence={evidence} />
    </div>
  </div>
);
