import { type ReactNode, useState } from 'react';
import type { Decision } from '../../../src/model/index.ts';
import { conflictOf } from '../api.ts';
import { momentInWords } from '../dates.ts';
import { type Decided, useDecide } from '../decision-api.ts';
import { decisionInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { TextField } from './fields.tsx';
import { FormActions } from './form-actions.tsx';
import { NotSaved } from './not-saved.tsx';

const text = words.decision;

interface DecisionFormProps {
  caseId: string;
  /** What would be kept; null while there is nothing to keep. */
  decided: Omit<Decided, 'reason'> | null;
  /** Why it was decided before; empty for something new. */
  before?: string;
  close: () => void;
  /** The fields of what is decided. */
  children: ReactNode;
}

/** A decision that was taken back stands no more. */
const standingId = ({ id, value }: Decision): string | null => (value === null ? null : id);

interface DecisionClashProps {
  /** What somebody else decided meanwhile. */
  standing: Decision;
  onMine: () => void;
  onTheirs: () => void;
}

/** Somebody else decided on the same meanwhile: a person sees it, and says which stands. */
const DecisionClash = ({ standing, onMine, onTheirs }: DecisionClashProps) => (
  <div className="refused" role="alert">
    <p>{text.meanwhile({ who: standing.by, when: momentInWords(standing.at) })}</p>
    <p>
      <strong>{decisionInWords(standing)}</strong> {standing.reason && <q dir="auto">{standing.reason}</q>}
    </p>
    <p className="actions">
      <button type="button" className="small" onClick={onMine}>
        {text.mineStands}
      </button>
      <button type="button" className="small" onClick={onTheirs}>
        {text.theirsStands}
      </button>
    </p>
  </div>
);

/** The form of a decision: its fields, the reason, and what keeps or leaves it. */
export const DecisionForm = ({ caseId, decided, before = '', close, children }: DecisionFormProps) => {
  const [reason, setReason] = useState(before);
  const { mutate, isPending, error } = useDecide(caseId);
  const standing = conflictOf<Decision>(error);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (decided && !isPending) mutate({ ...decided, reason: reason.trim() }, { onSuccess: close });
      }}
    >
      {children}
      <TextField label={words.decision.reason} value={reason} required long onChange={setReason} />
      {standing ? (
        <DecisionClash
          standing={standing}
          onMine={() => {
            const changes =
              decided?.changes.map((change) => ({ ...change, seen: standingId(standing) })) ?? [];
            if (decided) mutate({ ...decided, changes, reason: reason.trim() }, { onSuccess: close });
          }}
          onTheirs={close}
        />
      ) : (
        <NotSaved error={error} />
      )}
      <FormActions isReady={!isPending && decided !== null} close={close} />
    </form>
  );
};
