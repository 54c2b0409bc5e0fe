import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommitmentView, Origin } from '../../../src/model/index.ts';
import { momentInWords } from '../dates.ts';
import { decisionsQuery, useDecide } from '../decision-api.ts';
import { decisionInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { DecisionForm } from './decision-form.tsx';
import { Dialog } from './dialog.tsx';
import { NotSaved } from './not-saved.tsx';
import { OriginTies } from './origin-ties.tsx';

const text = words.origins;

interface OriginProps {
  view: CommitmentView;
  origin: Origin;
}

/** The subject of a decision on two origins, as the server orders them. */
const joint = (a: string, b: string): string => [a, b].sort().join(' = ');

interface ChoiceProps {
  caseId: string;
  legend: string;
  choices: readonly { subject: string; name: string }[];
  value: 'same' | 'apart';
  close: () => void;
}

/** One of several to choose, with the reason. */
const ChoiceForm = ({ caseId, legend, choices, value, close }: ChoiceProps) => {
  const [subject, setSubject] = useState('');
  const decided = subject ? { subject, changes: [{ kind: 'origin' as const, value, before: null }] } : null;
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
const Held = ({ caseId, id }: { caseId: string; id: string }) => {
  const { data } = useQuery(decisionsQuery(caseId, { kind: 'origin' }));
  const { mutate, isPending, error } = useDecide(caseId);
  const newest = new Map([...(data?.decisions ?? [])].toReversed().map((one) => [one.subject, one]));
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
              const { subject, value, reason } = decision;
              if (!isPending)
                mutate({
                  subject,
                  changes: [{ kind: 'origin', value: null, before: { value, reason } }],
                  reason: '',
                });
            }}
          >
            {text.takeBack}
          </button>
        </p>
      ))}
      <NotSaved error={error} />
    </>
  );
};

/** Why tellings go back to one origin, and what a person makes of it: joined with another, a document set apart. */
export const OriginJudgements = ({ view, origin }: OriginProps) => {
  const [open, setOpen] = useState<'same' | 'apart' | null>(null);
  const caseId = view.case.id;
  const others = view.finding.origins.filter(({ id }) => id !== origin.id);
  const distinct = [...new Map(others.map((other) => [other.id, other])).values()];
  const choices =
    open === 'same'
      ? distinct.map(({ id, name }) => ({ subject: joint(origin.id, id), name }))
      : origin.documents.map((id) => ({
          subject: `${origin.id} / ${id}`,
          name: view.documents[id]?.title || words.commitment.untitled,
        }));
  return (
    <details className="why">
      <summary>{text.why(origin.ties.length)}</summary>
      <OriginTies ties={origin.ties} />
      <Held caseId={caseId} id={origin.id} />
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
      {open && (
        <Dialog
          heading={open === 'same' ? text.joinWith(origin.name) : text.partFrom(origin.name)}
          onClose={() => setOpen(null)}
        >
          {(close) => (
            <ChoiceForm
              {...{ caseId, choices, close }}
              legend={open === 'same' ? text.join : text.part}
              value={open}
            />
          )}
        </Dialog>
      )}
    </details>
  );
};
