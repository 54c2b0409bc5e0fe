import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommitmentView } from '../../../src/model/index.ts';
import { type EvidenceOf, evidenceQuery } from '../explore-api.ts';
import { words } from '../words.ts';
import { EvidenceCard } from './evidence-card.tsx';

interface FurtherEvidenceProps {
  view: CommitmentView;
  of: EvidenceOf;
  /** How much is shown already, and how much there is. */
  from: number;
  total: number;
}

/** What did not come with the finding, fetched a page at a time when a person asks for it. */
export const FurtherEvidence = ({ view, of, from, total }: FurtherEvidenceProps) => {
  const [open, setOpen] = useState(false);
  const { data, fetchNextPage, isFetching } = useInfiniteQuery({
    ...evidenceQuery(view.case.id, view.commitment.id, of, from, view),
    enabled: open,
  });
  const pages = data?.pages ?? [];
  const shown = Math.min(total, from + pages.length * 20);
  return (
    <>
      {pages.flatMap(({ evidence, leftOut, documents }) =>
        evidence.map((piece) => (
          <div key={piece.id} className="left-out-item">
            {leftOut
              .filter(({ claim }) => claim === piece.claim)
              .map(({ why }) => (
                <p key={why} className="why">
                  {why}
                </p>
              ))}
            <EvidenceCard
              caseId={view.case.id}
              evidence={piece}
              commitment={view.commitment.id}
              document={documents[piece.document]}
            />
          </div>
        )),
      )}
      {shown < total && (
        <button
          type="button"
          className="more"
          aria-disabled={isFetching}
          onClick={() => (open ? fetchNextPage() : setOpen(true))}
        >
          {words.commitment.more(total - shown)}
        </button>
      )}
    </>
  );
};
