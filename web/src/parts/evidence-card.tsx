import type { Commitment, DocumentSummary } from '../../../src/model/index.ts';
import type { EvidenceItem } from '../origins.ts';
import { words } from '../words.ts';
import { DocumentLine } from './document-line.tsx';
import { Quotation } from './quotation.tsx';
import { Rating } from './rating.tsx';
import { VerdictButtons } from './verdict-buttons.tsx';

/** Who tells it, outermost first: "Publisher ← relay ← speaker". */
export const Chain = ({ tellers }: { tellers: readonly string[] }) => (
  <p className="chain">
    <span className="unseen">{words.commitment.toldBy} </span>
    {tellers.join(' ← ')}
  </p>
);

interface EvidenceCardProps {
  caseId: string;
  evidence: EvidenceItem;
  commitment: Commitment;
  document: DocumentSummary | undefined;
}

/** One piece of evidence: its words, who tells it, where, why it matched, and a person's judgement. */
export const EvidenceCard = ({ caseId, evidence, commitment, document }: EvidenceCardProps) => {
  const indicator = commitment.indicators.find(({ id }) => id === evidence.indicator);
  return (
    <div className={`evidence tone-${evidence.bearing}`}>
      <Quotation caseId={caseId} document={evidence.document} span={evidence.span} words={evidence.words} />
      {evidence.chain.length > 0 && <Chain tellers={evidence.chain} />}
      <DocumentLine caseId={caseId} id={evidence.document} document={document} />
      {(evidence.role === 'context' || evidence.role === 'assessment') && (
        <p className="facts">{words.role[evidence.role]}</p>
      )}
      <details className="matched">
        <summary>{words.commitment.matched}</summary>
        <p>
          {words.opinion.name[evidence.bearing]}: {indicator?.says ?? evidence.indicator}
        </p>
        <ul>
          {evidence.through.map((phrase) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
      </details>
      <div className="actions">
        <VerdictButtons caseId={caseId} evidence={evidence.id} verdict={evidence.verdict} />
        <Rating caseId={caseId} subject={`evidence:${evidence.id}`} name={evidence.words} />
      </div>
    </div>
  );
};
