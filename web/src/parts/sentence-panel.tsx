import type { Claim, DocumentView } from '../../../src/model/index.ts';
import { overlaps } from '../marks.ts';
import { words } from '../words.ts';
import { ClaimCard } from './claim-card.tsx';
import { FoundEvidence } from './found-evidence.tsx';

interface SentencePanelProps {
  caseId: string;
  view: DocumentView;
  /** The number of the sentence selected; −1 for none. */
  selected: number;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
  onEdit: (claim: Claim) => void;
  onSplit: (claim: Claim) => void;
  /** Says what the words selected, or else the sentence, show. */
  onMark: () => void;
  /** Tags or comments the words selected, the sentence, or else the document. */
  onNote: () => void;
  /** Enters the words selected, or else the sentence, as a claim. */
  onEnter: () => void;
}

/** What was found: in the sentence selected, or, with none selected, all evidence of the document. */
export const SentencePanel = ({
  caseId,
  view,
  selected,
  onStep,
  onClose,
  onEdit,
  onSplit,
  onMark,
  onNote,
  onEnter,
}: SentencePanelProps) => {
  const { reading } = view;
  const text = words.reader;
  const span = reading.sentences[selected]?.span;
  const evidence = span ? view.evidence.filter((piece) => overlaps(piece.span, span)) : view.evidence;
  const claims = span ? reading.claims.filter(({ predicate }) => overlaps(predicate.span, span)) : [];
  return (
    <section className={span ? 'panel panel-selected' : 'panel'} aria-labelledby="panel-heading">
      <h2 id="panel-heading">
        {span ? text.sentence({ number: selected + 1, of: reading.sentences.length }) : text.panel}
      </h2>
      <p className="actions">
        <button type="button" disabled={selected === 0} onClick={() => onStep(-1)} aria-label={text.previous}>
          ←
        </button>
        <button
          type="button"
          disabled={selected === reading.sentences.length - 1}
          onClick={() => onStep(1)}
          aria-label={text.next}
        >
          →
        </button>
        {span && (
          <button type="button" onClick={onClose}>
            {text.close}
          </button>
        )}
      </p>
      {!span && <p className="quiet">{text.textHelp}</p>}
      {!span && <h3>{text.allEvidence(evidence.length)}</h3>}
      {!span && evidence.length === 0 && <p>{text.noEvidence}</p>}
      {span && evidence.length > 0 && <h3>{text.evidenceHere}</h3>}
      {evidence.map((piece) => (
        <FoundEvidence
          key={piece.id}
          caseId={caseId}
          evidence={piece}
          duty={view.case.duties[piece.commitment]}
        />
      ))}
      {span && claims.length > 0 && <h3>{text.claimsHere}</h3>}
      {span && claims.length > 0 && view.document.translation && (
        <p className="translated-mark">{words.translation.mark}</p>
      )}
      {claims.map((claim) => (
        <ClaimCard
          key={claim.id}
          reading={reading}
          claim={claim}
          onEdit={() => onEdit(claim)}
          onSplit={() => onSplit(claim)}
        />
      ))}
      {span && !evidence.length && !claims.length && <p className="quiet">{text.nothingHere}</p>}
      <p className="quiet">{words.claimForm.select}</p>
      <p className="actions">
        <button type="button" className="primary" onClick={onMark}>
          {words.marking.openByKey}
        </button>
        <button type="button" onClick={onNote}>
          {words.annotation.openByKey}
        </button>
        <button type="button" onClick={onEnter}>
          {words.claimForm.enterSelected}
        </button>
      </p>
    </section>
  );
};
