import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision, Finding, Status } from '../../../src/model/index.ts';
import { everyStatus } from '../../../src/model/marks.ts';
import { momentInWords } from '../dates.ts';
import { changeOf, decisionsQuery, heldOf, useDecide, useSeen } from '../decision-api.ts';
import { words } from '../words.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { Dialog } from './dialog.tsx';
import { ChoiceField } from './fields.tsx';
import { NotDecided } from './not-decided.tsx';
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

const PersonalForm = ({ caseId, finding: { id, status, personal }, history, close }: FormProps) => {
  const [value, setValue] = useState<Status>(personal?.status ?? status);
  const before = useSeen(heldOf(history, 'finding'));
  const changes = [changeOf('finding', value, before)];
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
  const { data } = useQuery({
    ...decisionsQuery(caseId, { kind: 'finding', subject: id }),
    enabled: isOpen || personal !== null,
  });
  const deciding = useDecide(caseId);
  const { mutate, isPending } = deciding;
  const withdraw = () => {
    if (!data || isPending) return;
    const changes = [changeOf('finding', null, heldOf(data.decisions, 'finding'))];
    mutate({ subject: id, changes, reason: '' });
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
      <NotDecided deciding={deciding} />
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
