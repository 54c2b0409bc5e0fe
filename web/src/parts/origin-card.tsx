import type { CommitmentView, Origin } from '../../../src/model/index.ts';
import { toneOf } from '../../../src/model/stance.ts';
import type { OriginWithEvidence } from '../origins.ts';
import { addsInWords, gradeInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { DocumentLine } from './document-line.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import { Folded } from './folded.tsx';
import { FurtherEvidence } from './further-evidence.tsx';
import { OriginJudgements } from './origin-judgements.tsx';
import { Rating } from './rating.tsx';

const quotesShown = 3;

interface OriginCardProps {
  view: CommitmentView;
  item: OriginWithEvidence;
  onLook: (origin: Origin | null) => void;
}

/** One origin: who it is, how far it is trusted, what it adds, and its words. */
export const OriginCard = ({ view, item: { origin, evidence }, onLook }: OriginCardProps) => {
  const { names, id: caseId } = view.case;
  const text = words.commitment;
  return (
    <article
      className={`origin tone-${origin.bearing === 'context' ? 'context' : toneOf({ ...origin, bearing: origin.bearing })}`}
      onPointerEnter={() => onLook(origin)}
      onPointerLeave={() => onLook(null)}
      onFocus={() => onLook(origin)}
      onBlur={() => onLook(null)}
    >
      <header>
        <h4 dir="auto">{origin.name}</h4>
        <ul className="tags">
          <li>{text.camp(names[origin.camp] ?? text.otherCamp)}</li>
          <li>{origin.grade ? gradeInWords(origin.grade) : text.notGraded}</li>
          {origin.bearing !== 'context' && (
            <li className="adds" title={text.addsTitle}>
              {addsInWords(origin.adds)}
            </li>
          )}
          {origin.subject && (
            <li>
              <Rating caseId={caseId} subject={origin.subject} name={origin.name} />
            </li>
          )}
        </ul>
      </header>
      {origin.ties.length > 0 && <OriginJudgements view={view} origin={origin} />}
      {evidence.length ? (
        <>
          <Folded items={evidence} first={quotesShown}>
            {(shown) =>
              shown.map((piece) => (
                <EvidenceCard
                  key={piece.id}
                  caseId={caseId}
                  evidence={piece}
                  commitment={view.commitment.id}
                  document={view.documents[piece.document]}
                />
              ))
            }
          </Folded>
          <FurtherEvidence
            view={view}
            of={origin}
            from={evidence.length}
            total={view.counts.evidence[`${origin.bearing} ${origin.id}`] ?? 0}
          />
        </>
      ) : (
        <>
          <p className="quiet">{text.noQuotes}</p>
          <ul className="plain">
            {origin.documents.map((id) => (
              <li key={id}>
                <DocumentLine caseId={caseId} id={id} document={view.documents[id]} />
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
};
