import { type ReactNode, useState } from 'react';
import { type Decided, useDecide } from '../decision-api.ts';
import { words } from '../words.ts';
import { TextField } from './fields.tsx';
import { FormActions } from './form-actions.tsx';
import { NotDecided } from './not-decided.tsx';

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

/** The form of a decision: its fields, the reason, and what keeps or leaves it. */
export const DecisionForm = ({ caseId, decided, before = '', close, children }: DecisionFormProps) => {
  const [reason, setReason] = useState(before);
  const deciding = useDecide(caseId);
  const { mutate, isPending } = deciding;
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
      <NotDecided deciding={deciding} onDone={close} />
      <FormActions isReady={!isPending && decided !== null} close={close} />
    </form>
  );
};
