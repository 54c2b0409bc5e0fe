import type { Verdict } from '../../../src/model/index.ts';
import { asProblem, useVerdict } from '../api.ts';
import { words } from '../words.ts';

const choices: Record<Verdict, readonly { verdict: Verdict; label: string }[]> = {
  proposed: [
    { verdict: 'accepted', label: words.verdict.accept },
    { verdict: 'rejected', label: words.verdict.reject },
  ],
  accepted: [{ verdict: 'proposed', label: words.verdict.undo }],
  rejected: [{ verdict: 'proposed', label: words.verdict.undo }],
};

/** What a person marked stands as accepted. */
const reject = choices.proposed.slice(1);

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
      {(isMarked ? reject : choices[before]).map(({ verdict, label }) => (
        <button
          key={verdict === 'rejected' ? 'second' : 'first'} // so that Accept keeps the focus as it becomes Undo
          type="button"
          aria-disabled={change.isPending}
          onClick={() => !change.isPending && change.mutate({ evidence: [evidence], verdict, before })}
        >
          {label}
        </button>
      ))}
      {change.isError && (
        <span className="refused" role="alert">
          {words.verdict.failed(asProblem(change.error).detail)}
        </span>
      )}
    </fieldset>
  );
};
