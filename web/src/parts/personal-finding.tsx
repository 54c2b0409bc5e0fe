import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision, Finding, Status } from '../../../src/model/index.ts';
import { everyStatus } from '../../../src/model/marks.ts';
import { momentInWords } from '../dates.ts';
import { decisionsQuery, type Held, heldOf, useDecide } from '../decision-api.ts';
import { words } from '../words.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { Dialog } from './dialog.tsx';
import { ChoiceField } from './fields.tsx';
import { NotSaved } from './not-saved.tsx';
import { StatusBadge } from './status-badge.tsx';

const text = words.personal;

interface PersonalFindingProps {
  caseId: string;
  finding: Pick<Finding, 'id' | 'status' | 'personal'>;
}

interface FormProps extends PersonalFindingProps {
  /** The newest first, as the dialog was opened. */
  history: readonly Decision[];
  close: () => void;
}

const heldBy = (personal: Finding['personal']): Held | null =>
  personal && { value: personal.status, reason: personal.reason };

const PersonalForm = ({ caseId, finding: { id, status, personal }, history, close }: FormProps) => {
  const [value, setValue] = useState<Status>(personal?.status ?? status);
  // What was seen as the form was opened: what another window decides later must not pass as seen.
  const [before] = useState(() => heldOf(history, 'finding'));
  const changes = [{ kind: 'finding' as const, value, before, seen: before?.id ?? null }];
  return (
    <DecisionForm {...{ caseId, close }} decided={{ subject: id, changes }} before={personal?.reason ?? ''}>
      <ChoiceField
        label={text.status}
        value={value}
        choices={Object.fromEntries(everyStatus.map((status) => [status, words.status[status]]))}
        onChange={setValue}
      />
    </DecisionForm>
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
          <p className="facts">{words.decision.by({ who: personal.by, when: momentInWords(personal.at) })}</p>
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
      <NotSaved error={error} />
      {isOpen && data && (
        <Dialog heading={text.heading} onClose={() => setOpen(false)}>
          {(close) => (
            <>
              <p className="quiet">{text.note}</p>
              <PersonalForm {...{ caseId, finding, close }} history={data.decisions} />
              <DecisionHistory history={data.decisions} />
            </>
          )}
        </Dialog>
      )}
    </div>
  );
};
