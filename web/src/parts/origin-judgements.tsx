import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommitmentView, Decision, Origin } from '../../../src/model/index.ts';
import { apartSubject, identitySubject } from '../../../src/model/subjects.ts';
import { momentInWords } from '../dates.ts';
import { changeOf, decisionsQuery, heldOf, useDecide, useSeen } from '../decision-api.ts';
import { decisionInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { DecisionForm } from './decision-form.tsx';
import { Dialog } from './dialog.tsx';
import { NotDecided } from './not-decided.tsx';
import { OriginTies } from './origin-ties.tsx';

const text = words.origins;

interface OriginProps {
  view: CommitmentView;
  origin: Origin;
}

interface ChoiceProps {
  caseId: string;
  legend: string;
  choices: readonly { subject: string; name: string }[];
  value: 'same' | 'apart';
  /** What was decided on origins, the newest first. */
  history: readonly Decision[];
  close: () => void;
}

/** One of several to choose, with the reason. */
const ChoiceForm = ({ caseId, legend, choices, value, history, close }: ChoiceProps) => {
  const seen = useSeen(history);
  const [subject, setSubject] = useState('');
  const before = heldOf(seen, 'origin', subject);
  const decided = subject ? { subject, changes: [changeOf('origin', value, before)] } : null;
  return (
    <DecisionForm {...{ caseId, decided, close }}>
      <fieldset className="choices">
        <legend>{legend}</legend>
        {choices.map((choice) => (
          <label key={choice.subject} className="check">
            <input
              type="radio"
              name="subject"
              required
              checked={subject === choice.subject}
              onChange={() => setSubject(choice.subject)}
            />
            <span>{choice.name}</span>
          </label>
        ))}
      </fieldset>
    </DecisionForm>
  );
};

/** What people decided on this origin; each can be taken back. */
const Held = ({ caseId, id, history }: { caseId: string; id: string; history: readonly Decision[] }) => {
  const deciding = useDecide(caseId);
  const { mutate, isPending } = deciding;
  const newest = new Map(history.toReversed().map((one) => [one.subject, one]));
  const held = [...newest.values()].filter(
    ({ subject, value }) => value !== null && (subject.includes(id) || id.includes(subject)),
  );
  return (
    <>
      {held.map((decision) => (
        <p key={decision.id}>
          {decisionInWords(decision)}{' '}
          <span className="facts">
            {words.decision.by({ who: decision.by, when: momentInWords(decision.at) })}
          </span>{' '}
          {decision.reason && <q dir="auto">{decision.reason}</q>}{' '}
          <button
            type="button"
            className="small"
            aria-disabled={isPending}
            onClick={() => {
              const changes = [changeOf('origin', null, decision)];
              if (!isPending) mutate({ subject: decision.subject, changes, reason: '' });
            }}
          >
            {text.takeBack}
          </button>
        </p>
      ))}
      <NotDecided deciding={deciding} />
    </>
  );
};

/** Why tellings go back to one origin, and what a person makes of it: joined with another, a document set apart. */
export const OriginJudgements = ({ view, origin }: OriginProps) => {
  const [open, setOpen] = useState<'same' | 'apart' | null>(null);
  const caseId = view.case.id;
  const { data } = useQuery(decisionsQuery(caseId, { kind: 'origin' }));
  const others = view.finding.origins.filter(({ id }) => id !== origin.id);
  const distinct = [...new Map(others.map((other) => [other.id, other])).values()];
  const choices =
    open === 'same'
      ? distinct.map(({ id, name }) => ({ subject: identitySubject(origin.id, id), name }))
      : origin.documents.map((id) => ({
          subject: apartSubject(origin.id, id),
          name: view.documents[id]?.title || words.commitment.untitled,
        }));
  return (
    <details className="why">
      <summary>{text.why(origin.ties.length)}</summary>
      <OriginTies ties={origin.ties} />
      {data && <Held caseId={caseId} id={origin.id} history={data.decisions} />}
      <p className="actions">
        {distinct.length > 0 && (
          <button type="button" className="small" onClick={() => setOpen('same')}>
            {text.join}
          </button>
        )}
        {origin.documents.length > 1 && (
          <button type="button" className="small" onClick={() => setOpen('apart')}>
            {text.part}
          </button>
        )}
      </p>
      {open && data && (
        <Dialog
          heading={open === 'same' ? text.joinWith(origin.name) : text.partFrom(origin.name)}
          onClose={() => setOpen(null)}
        >
          {(close) => (
            <ChoiceForm
              {...{ caseId, choices, close }}
              legend={open === 'same' ? text.join : text.part}
              value={open}
              history={data.decisions}
            />
          )}
        </Dialog>
      )}
    </details>
  );
};
