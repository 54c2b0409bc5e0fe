import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision, Finding, Status } from '../../../src/model/index.ts';
import { asProblem } from '../api.ts';
import { momentInWords } from '../dates.ts';
import { decisionsQuery, type Held, useDecide } from '../decision-api.ts';
import { everyStatus } from '../status.ts';
import { words } from '../words.ts';
import { DecisionHistory } from './decision-history.tsx';
import { Dialog } from './dialog.tsx';
import { ChoiceField, TextField } from './fields.tsx';
import { StatusBadge } from './status-badge.tsx';

const text = words.personal;
const choices = Object.fromEntries(everyStatus.map((status) => [status, words.status(status)]));

interface PersonalFindingProps {
  caseId: string;
  finding: Pick<Finding, 'id' | 'status' | 'personal'>;
}

interface FormProps extends PersonalFindingProps {
  history: readonly Decision[];
  close: () => void;
}

const heldBy = (personal: Finding['personal']): Held | null =>
  personal && { value: personal.status, reason: personal.reason };

const PersonalForm = ({ caseId, finding: { id, status, personal }, history, close }: FormProps) => {
  const [set, setStatus] = useState<Status>(personal?.status ?? status);
  const [reason, setReason] = useState(personal?.reason ?? '');
  const { mutate, isPending, error } = useDecide(caseId);
  const changes = [{ kind: 'finding' as const, value: set, before: heldBy(personal) }];
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) mutate({ subject: id, changes, reason: reason.trim() }, { onSuccess: close });
      }}
    >
      <div className="form-grid">
        <ChoiceField label={text.status} value={set} choices={choices} onChange={setStatus} />
        <TextField label={words.decision.reason} value={reason} required long onChange={setReason} />
      </div>
      {error && (
        <p className="refused" role="alert">
          {words.verdict.failed(asProblem(error).detail)}
        </p>
      )}
      <p className="actions">
        <button type="submit" className="primary" aria-disabled={isPending}>
          {words.decision.keep}
        </button>
        <button type="button" onClick={close}>
          {words.decision.cancel}
        </button>
      </p>
      <DecisionHistory history={history} />
    </form>
  );
};

/** What a person finds, beside what is computed, with its reason; it can be set, changed and withdrawn. */
export const PersonalFinding = ({ caseId, finding }: PersonalFindingProps) => {
  const { id, personal } = finding;
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...decisionsQuery(caseId, { kind: 'finding', subject: id }), enabled: isOpen });
  const { mutate, isPending, error } = useDecide(caseId);
  const withdraw = () => {
    const changes = [{ kind: 'finding' as const, value: null, before: heldBy(personal) }];
    if (!isPending) mutate({ subject: id, changes, reason: '' });
  };
  return (
    <div className={personal ? 'personal' : undefined}>
      {personal && (
        <>
          <p className="row-status">
            <strong>{text.heading}</strong> <StatusBadge status={personal.status} />
          </p>
          <p>“{personal.reason}”</p>
          <p className="facts">{words.decision.by(personal.by, momentInWords(personal.at))}</p>
        </>
      )}
      <p className="actions">
        <button type="button" className="small" onClick={() => setOpen(true)}>
          {personal ? text.change : text.set}
        </button>
        {personal && (
          <button type="button" className="small" aria-disabled={isPending} onClick={withdraw}>
            {text.withdraw}
          </button>
        )}
      </p>
      {error && (
        <p className="refused" role="alert">
          {words.verdict.failed(asProblem(error).detail)}
        </p>
      )}
      {isOpen && data && (
        <Dialog heading={text.heading} onClose={() => setOpen(false)}>
          {(close) => (
            <>
              <p className="quiet">{text.note}</p>
              <PersonalForm {...{ caseId, finding, close }} history={data.decisions} />
            </>
          )}
        </Dialog>
      )}
    </div>
  );
};
