import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toldInWords } from '../../../src/messages/index.ts';
import type { CaseFile, Commitment, Sign, TrialView } from '../../../src/model/index.ts';
import { casePath, send } from '../api.ts';
import { forTrial } from '../case-draft.ts';
import { evidenceLikelihood, trialInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { Folded } from './folded.tsx';
import { NotSaved } from './not-saved.tsx';
import { Quotation } from './quotation.tsx';

const text = words.trial;

const quotesShown = 5;

const Found = ({
  caseId,
  item: { evidence, isNew },
}: {
  caseId: string;
  item: TrialView['found'][number];
}) => {
  const facts = [
    isNew ? text.isNew : text.known,
    toldInWords({ bearing: evidence.bearing, stance: evidence.factuality < 0 ? 'denies' : 'affirms' }),
    evidenceLikelihood(evidence),
    evidence.tier === 'suggested' && text.onlySuggested,
    ...evidence.through,
  ].filter(Boolean);
  return (
    <div className="trial-match">
      <Quotation caseId={caseId} document={evidence.documentId} span={evidence.span} words={evidence.words} />
      <p className="facts">{facts.join(' · ')}</p>
    </div>
  );
};

interface TrialProps {
  caseId: string;
  draft: CaseFile;
  commitment: Commitment;
  /** null for the commitment with the signs that it has. */
  sign: Sign | null;
}

/** What a commitment, or a sign of it, would find in the reports, before anything is saved. */
export const Trial = ({ caseId, draft, commitment, sign }: TrialProps) => {
  const queries = useQueryClient();
  const { mutate, data, isPending, error } = useMutation({
    mutationFn: async (): Promise<TrialView> => {
      const { id, ...body } = forTrial(draft, commitment, sign);
      return (await send(queries, 'POST', casePath(caseId, 'commitments', id, 'trial'), body)).json();
    },
  });
  const found = data?.found ?? [];
  return (
    <div className="wide trial">
      <p className="actions">
        <button type="button" aria-disabled={isPending} onClick={() => !isPending && mutate()}>
          {isPending ? text.trying : sign ? text.trySign : text.tryCommitment}
        </button>
        <span role="status">{data && trialInWords(data)}</span>
      </p>
      <NotSaved error={error} say={text.failed} />
      <Folded items={found} first={quotesShown}>
        {(shown) => shown.map((item) => <Found key={item.evidence.id} caseId={caseId} item={item} />)}
      </Folded>
    </div>
  );
};
