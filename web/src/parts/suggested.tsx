import type { CommitmentView } from '../../../src/model/index.ts';
import { suggestedIn } from '../origins.ts';
import { words } from '../words.ts';
import { EvidenceCard } from './evidence-card.tsx';
import { FurtherEvidence } from './further-evidence.tsx';

/** What the machine only suggests: it does not count until a person accepts it. */
export const SuggestedList = ({ view }: { view: CommitmentView }) => {
  const items = suggestedIn(view.finding);
  const total = view.counts.evidence.suggested ?? 0;
  if (!total) return null;
  return (
    <details className="suggested">
      <summary>
        <h3>{words.commitment.suggested(total)}</h3>
      </summary>
      <p className="quiet">{words.commitment.suggestedNote}</p>
      {items.map((piece) => (
        <EvidenceCard
          key={piece.id}
          caseId={view.case.id}
          evidence={piece}
          commitment={view.commitment.id}
          document={view.documents[piece.document]}
        />
      ))}
      <FurtherEvidence view={view} of="suggested" from={items.length} total={total} />
    </details>
  );
};
