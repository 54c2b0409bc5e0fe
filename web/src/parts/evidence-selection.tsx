import { useState } from 'react';
import type { Credibility, Verdict } from '../../../src/model/index.ts';
import { useVerdict } from '../api.ts';
import { useDecide } from '../decision-api.ts';
import { ratingChoices } from '../phrases.ts';
import { words } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { ChoiceField, TextField } from './fields.tsx';
import { FormActions } from './form-actions.tsx';
import { NotSaved } from './not-saved.tsx';
import { type Selection, SelectionBar } from './selection.tsx';

const text = words.selection;
const verdicts: readonly Verdict[] = ['proposed', 'accepted', 'rejected'];

interface RateProps {
  caseId: string;
  evidence: readonly string[];
  close: () => void;
}

/** One credibility for many tellings, with the reason. */
const RateMany = ({ caseId, evidence, close }: RateProps) => {
  const [credibility, setCredibility] = useState('');
  const [reason, setReason] = useState('');
  const { mutateAsync, isPending, error } = useDecide(caseId);
  const rate = async () => {
    const value = Number(credibility) as Credibility;
    for (const id of evidence)
      await mutateAsync({
        subject: `evidence:${id}`,
        changes: [{ kind: 'credibility', value, before: null }],
        reason: reason.trim(),
      });
    close();
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        // What failed is said below.
        if (credibility && !isPending) rate().catch(() => {});
      }}
    >
      <ChoiceField
        label={words.decisionKinds.credibility}
        value={credibility}
        choices={ratingChoices('credibility')}
        empty={words.rating.unset.credibility}
        required
        onChange={setCredibility}
      />
      <TextField label={words.decision.reason} value={reason} required long onChange={setReason} />
      <NotSaved error={error} />
      <FormActions isReady={!isPending} close={close} />
    </form>
  );
};

interface EvidenceSelectionProps {
  caseId: string;
  selection: Selection;
  /** Evidence that can be ticked, with the verdict that stands. */
  all: readonly { id: string; verdict: Verdict }[];
}

/** What can be done with the evidence that is ticked: accept, reject, rate. */
export const EvidenceSelection = ({ caseId, selection, all }: EvidenceSelectionProps) => {
  const [isRating, setRating] = useState(false);
  const { mutate, isPending, error } = useVerdict(caseId);
  const standing = new Map(all.map(({ id, verdict }) => [id, verdict]));
  const judge = (verdict: Verdict) => {
    for (const before of verdicts.filter((one) => one !== verdict)) {
      const evidence = selection.ids.filter((id) => (standing.get(id) ?? 'proposed') === before);
      if (evidence.length > 0 && !isPending)
        mutate({ evidence, verdict, before }, { onSuccess: () => selection.put([]) });
    }
  };
  return (
    <SelectionBar selection={selection} all={[...standing.keys()]}>
      <button type="button" className="small" onClick={() => judge('accepted')}>
        {words.verdict.accept}
      </button>
      <button type="button" className="small" onClick={() => judge('rejected')}>
        {words.verdict.reject}
      </button>
      <button type="button" className="small" onClick={() => setRating(true)}>
        {words.rating.open}
      </button>
      <NotSaved error={error} />
      {isRating && (
        <Dialog heading={text.of(selection.ids.length)} onClose={() => setRating(false)}>
          {() => (
            <RateMany
              caseId={caseId}
              evidence={selection.ids}
              close={() => {
                setRating(false);
                selection.put([]);
              }}
            />
          )}
        </Dialog>
      )}
    </SelectionBar>
  );
};
