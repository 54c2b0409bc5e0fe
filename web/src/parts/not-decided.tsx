import type { Decision } from '../../../src/model/index.ts';
import { conflictOf } from '../api.ts';
import { momentInWords } from '../dates.ts';
import type { Decided, useDecide } from '../decision-api.ts';
import { decisionInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { NotSaved } from './not-saved.tsx';

const text = words.decision;

/** What was to be kept, now that what stands was seen; a decision that was taken back stands no more. */
const over = (decided: Decided, { id, kind, subject, value }: Decision): Decided => ({
  ...decided,
  changes: decided.changes.map((change) =>
    change.kind === kind && (change.subject ?? subject) === subject
      ? { ...change, seen: value === null ? null : id }
      : change,
  ),
});

interface NotDecidedProps {
  deciding: ReturnType<typeof useDecide>;
  /** Once a person has said which of two decisions stands. */
  onDone?: () => void;
}

/** Why a decision was not kept: where somebody else decided on the same meanwhile, a person sees both and says which stands. */
export const NotDecided = ({ deciding: { error, variables, mutate, reset }, onDone }: NotDecidedProps) => {
  const standing = conflictOf<Decision>(error);
  if (!standing || !variables) return <NotSaved error={error} />;
  const settled = () => {
    reset();
    onDone?.();
  };
  return (
    <div className="refused" role="alert">
      <p>{text.meanwhile({ who: standing.by, when: momentInWords(standing.at) })}</p>
      <p>
        <strong>{decisionInWords(standing)}</strong> {standing.reason && <q dir="auto">{standing.reason}</q>}
      </p>
      <p className="actions">
        <button
          type="button"
          className="small"
          onClick={() => mutate(over(variables, standing), { onSuccess: settled })}
        >
          {text.mineStands}
        </button>
        <button type="button" className="small" onClick={settled}>
          {text.theirsStands}
        </button>
      </p>
    </div>
  );
};
