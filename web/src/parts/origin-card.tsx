import type { CommitmentView } from '../../../src/model/index.ts';
import type { OriginWithEvidence } from '../origins.ts';
import { words } from '../words.ts';
import { DocumentLine } from './document-line.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import { Folded } from './folded.tsx';

const quotesShown = 3;

interface OriginCardProps {
  view: CommitmentView;
  item: OriginWithEvidence;
}

/** One origin: who it is, how far it is trusted, what it adds, and its words. */
export const OriginCard = ({ view, item: { origin, evidence } }: OriginCardProps) => {
  const { names, id: caseId } = view.case;
  const text = words.commitment;
  return (
    <article className={`origin tone-${origin.bearing}`}>
      <header>
        <h4>{origin.name}</h4>
        <ul className="tags">
          <li>{text.camp(names[origin.camp] ?? text.otherCamp)}</li>
          <li>{origin.grade ? text.grade(origin.grade) : text.notGraded}</li>
          {origin.bearing !== 'context' && (
            <li className="adds" title={text.addsTitle}>
              {text.adds(origin.adds)}
            </li>
          )}
        </ul>
      </header>
      {evidence.length ? (
        <Folded items={evidence} first={quotesShown}>
          {(shown) =>
            shown.map((piece) => (
              <EvidenceCard
                key={piece.id}
                caseId={caseId}
                evidence={piece}
                commitment={view.commitment}
                document={view.documents[piece.document]}
              />
            ))
          }
        </Folded>
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
