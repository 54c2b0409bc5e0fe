import type { Verdict } from '../../../src/model/index.ts';
import { useVerdict } from '../api.ts';
import { words } from '../words.ts';
import { NotSaved } from './not-saved.tsx';
import { RateTicked } from './rating.tsx';
import { type Selection, SelectionBar } from './selection.tsx';

const verdicts: readonly Verdict[] = ['proposed', 'accepted', 'rejected'];

interface EvidenceSelectionProps {
  caseId: string;
  selection: Selection;
  /** Evidence that can be ticked, with the verdict that stands. */
  all: readonly { id: string; verdict: Verdict }[];
}

/** What can be done with the evidence that is ticked: accept, reject, rate. */
export const EvidenceSelection = ({ caseId, selection, all }: EvidenceSelectionProps) => {
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
        {words.action.accept}
      </button>
      <button type="button" className="small" onClick={() => judge('rejected')}>
        {words.action.reject}
      </button>
      <RateTicked {...{ caseId, selection }} subjectOf={(id) => `evidence:${id}`} />
      <NotSaved error={error} />
    </SelectionBar>
  );
};
