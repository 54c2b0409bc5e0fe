import { toldInWords } from '../../../src/messages/index.ts';
import type { DocumentSummary } from '../../../src/model/index.ts';
import { toneOf } from '../../../src/model/stance.ts';
import type { EvidenceItem } from '../origins.ts';
import { evidenceLikelihood } from '../phrases.ts';
import { words } from '../words.ts';
import { DocumentLine } from './document-line.tsx';
import { Elements } from './elements.tsx';
import { Placement } from './placement.tsx';
import { Quotation } from './quotation.tsx';
import { Rating } from './rating.tsx';
import { SecondOpinion } from './second-opinion.tsx';
import { Tick } from './selection.tsx';
import { VerdictButtons } from './verdict-buttons.tsx';

/** Who tells it, outermost first: "Publisher ← relay ← speaker". */
export const Chain = ({ tellers }: { tellers: readonly string[] }) => (
  <p className="chain">
    <span className="unseen">{words.claims.columns.chain} </span>
    {tellers.join(' ← ')}
  </p>
);

/** Which way it points, how likely, and what becomes of it unless it simply counts. */
export const BearingLine = ({ evidence }: { evidence: EvidenceItem }) => {
  const facts = [
    evidenceLikelihood(evidence),
    evidence.role !== 'counts' && evidence.role !== 'left out' && words.role[evidence.role],
  ].filter(Boolean);
  return (
    <p className="facts">
      <span className="bearing">{toldInWords(evidence)}</span> · {facts.join(' · ')}
    </p>
  );
};

/** Why the machine matched it, one phrase a line. */
export const Reasons = ({ through }: { through: readonly string[] }) => (
  <ul className="through">
    {through.map((phrase) => (
      <li key={phrase}>{phrase}</li>
    ))}
  </ul>
);

/** What of the commitment it shows; why it was matched, folded. */
export const Matched = ({ evidence }: { evidence: Pick<EvidenceItem, 'elements' | 'through'> }) => (
  <>
    <Elements elements={evidence.elements} />
    <details className="matched">
      <summary>{words.commitment.matched}</summary>
      <Reasons through={evidence.through} />
    </details>
  </>
);

interface EvidenceCardProps {
  caseId: string;
  evidence: EvidenceItem;
  commitment: string;
  document: DocumentSummary | undefined;
}

/** One piece of evidence: its words, who tells it, where, how likely it bears and why, and a person's judgement. */
export const EvidenceCard = ({ caseId, evidence, commitment, document }: EvidenceCardProps) => (
  <div className={`evidence tone-${toneOf(evidence)}`}>
    <Tick id={evidence.id} name={evidence.words} />
    <Quotation
      caseId={caseId}
      document={evidence.document}
      span={evidence.span}
      words={evidence.words}
      translation={evidence.translation}
    />
    {evidence.chain.length > 0 && <Chain tellers={evidence.chain} />}
    <DocumentLine caseId={caseId} id={evidence.document} document={document} />
    <BearingLine evidence={evidence} />
    <SecondOpinion opinion={evidence.secondOpinion} />
    <Matched evidence={evidence} />
    <div className="actions">
      <VerdictButtons
        caseId={caseId}
        evidence={evidence.id}
        verdict={evidence.verdict}
        markedBy={evidence.markedBy}
      />
      <Placement caseId={caseId} evidence={{ ...evidence, commitment }} />
      <Rating caseId={caseId} subject={`evidence:${evidence.id}`} name={evidence.words} />
    </div>
  </div>
);
