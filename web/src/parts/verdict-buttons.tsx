import type { Verdict } from '../../../src/model/index.ts';
import { useVerdict } from '../api.ts';
import { words } from '../words.ts';
import { NotSaved } from './not-saved.tsx';

/** What can follow on a verdict. */
const next: Record<Verdict, readonly Verdict[]> = {
  proposed: ['accepted', 'rejected'],
  accepted: ['proposed'],
  rejected: ['proposed'],
};

/** What a person marked stands as accepted. */
const nextOfMarked: readonly Verdict[] = ['rejected'];

const labels = { accepted: 'accept', rejected: 'reject', proposed: 'undo' } as const;

interface VerdictButtonsProps {
  caseId: string;
  evidence: string;
  verdict: Verdict;
  /** Who marked it; absent for what the machine proposed. */
  markedBy?: string | undefined;
}

/** The machine proposes; a person accepts, rejects, or takes it back. */
export const VerdictButtons = ({ caseId, evidence, verdict: before, markedBy }: VerdictButtonsProps) => {
  const change = useVerdict(caseId);
  const isMarked = markedBy !== undefined && before === 'accepted';
  return (
    <fieldset className="verdict">
      <legend className="unseen">{words.verdict.label}</legend>
      <span className={`verdict-state verdict-${before}`}>
        {isMarked ? words.marking.by(markedBy) : words.verdict.state[before]}
      </span>
      {(isMarked ? nextOfMarked : next[before]).map((verdict) => (
        <button
          key={verdict === 'rejected' ? 'second' : 'first'} // so that Accept keeps the focus as it becomes Undo
          type="button"
          aria-disabled={change.isPending}
          onClick={() => !change.isPending && change.mutate({ evidence: [evidence], verdict, before })}
        >
          {words.action[labels[verdict]]}
        </button>
      ))}
      <NotSaved error={change.error} />
    </fieldset>
  );
};
