import type { CommitmentView } from '../../../src/model/index.ts';
import { documentOfClaim, leftOutItems } from '../origins.ts';
import { words } from '../words.ts';
import { DocumentLine } from './document-line.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import { Folded } from './folded.tsx';
import { FurtherEvidence } from './further-evidence.tsx';

const itemsShown = 20;

/** What was found but does not count, each with its reason; open when a person rejected some of it. */
export const LeftOutList = ({ view }: { view: CommitmentView }) => {
  const items = leftOutItems(view.finding);
  if (!items.length) return null;
  const rejected = items.some(({ evidence }) => evidence.some(({ verdict }) => verdict === 'rejected'));
  return (
    <details className="left-out" open={rejected}>
      <summary>
        <h3>{words.commitment.leftOut(view.counts.leftOut)}</h3>
      </summary>
      <p className="quiet">{words.commitment.leftOutNote}</p>
      <Folded items={items} first={itemsShown}>
        {(shown) => (
          <ul className="plain">
            {shown.map(({ claim, why, evidence }) => {
              const document = documentOfClaim(claim);
              return (
                <li key={claim} className="left-out-item">
                  <p className="why">{why ?? words.commitment.noReason}</p>
                  {evidence.map((piece) => (
                    <EvidenceCard
                      key={piece.id}
                      caseId={view.case.id}
                      evidence={piece}
                      commitment={view.commitment.id}
                      document={view.documents[piece.document]}
                    />
                  ))}
                  {evidence.length === 0 && (
                    <DocumentLine caseId={view.case.id} id={document} document={view.documents[document]} />
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Folded>
      <FurtherEvidence view={view} of="left out" from={items.length} total={view.counts.leftOut} />
    </details>
  );
};
