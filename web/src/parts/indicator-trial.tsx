import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseFile, Commitment, Indicator, TrialView } from '../../../src/model/index.ts';
import { asProblem, casePath, send } from '../api.ts';
import { forTrial } from '../case-draft.ts';
import { words } from '../words.ts';
import { Folded } from './folded.tsx';
import { Quotation } from './quotation.tsx';

const text = words.trial;

const quotesShown = 5;

interface IndicatorTrialProps {
  caseId: string;
  draft: CaseFile;
  commitment: Commitment;
  indicator: Indicator;
}

/** What an indicator would match, before anything is saved. */
export const IndicatorTrial = ({ caseId, draft, commitment, indicator }: IndicatorTrialProps) => {
  const queries = useQueryClient();
  const { mutate, data, isPending, error } = useMutation({
    mutationFn: async (): Promise<TrialView> => {
      const { id, ...body } = forTrial(draft, commitment, indicator);
      return (await send(queries, 'POST', casePath(caseId, 'commitments', id, 'trial'), body)).json();
    },
  });
  const found = data?.found ?? [];
  return (
    <div className="wide trial">
      <p className="actions">
        <button type="button" aria-disabled={isPending} onClick={() => !isPending && mutate()}>
          {isPending ? text.trying : text.open}
        </button>
        <span role="status">
          {data &&
            text.found(found.length, found.filter(({ isNew }) => isNew).length, data.tried, data.documents)}
        </span>
      </p>
      {error && (
        <p className="refused" role="alert">
          {text.failed(asProblem(error).title, asProblem(error).detail)}
        </p>
      )}
      <Folded items={found} first={quotesShown}>
        {(shown) =>
          shown.map(({ evidence, isNew }) => (
            <div key={evidence.id} className="trial-match">
              <Quotation
                caseId={caseId}
                document={evidence.documentId}
                span={evidence.span}
                words={evidence.words}
              />
              <p className="facts">{[isNew ? text.isNew : text.known, ...evidence.through].join(' · ')}</p>
            </div>
          ))
        }
      </Folded>
    </div>
  );
};
