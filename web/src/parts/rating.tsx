import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '../../../src/model/index.ts';
import { decisionsQuery, heldOf } from '../decision-api.ts';
import { ratingChoices } from '../phrases.ts';
import { words } from '../words.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { Dialog } from './dialog.tsx';
import { ChoiceField } from './fields.tsx';

const text = words.rating;

type RatingKind = 'grade' | 'interest' | 'directness' | 'credibility';

/** What is said of a source; how near and how credible it is, is said of one telling. */
const kindsOf = (subject: string): readonly RatingKind[] =>
  subject.startsWith('evidence:')
    ? ['credibility', 'directness', 'interest', 'grade']
    : ['grade', 'interest'];

interface RatingProps {
  caseId: string;
  /** Of the decisions: `source:KEY` or `evidence:ID`. */
  subject: string;
  name: string;
}

interface RatingFormProps extends RatingProps {
  history: readonly Decision[];
  close: () => void;
}

const asValue = (kind: RatingKind, typed: string): Decision['value'] =>
  (typed === '' ? null : kind === 'credibility' ? Number(typed) : typed) as Decision['value'];

const RatingForm = ({ caseId, subject, history, close }: RatingFormProps) => {
  const kinds = kindsOf(subject);
  const held = Object.fromEntries(kinds.map((kind) => [kind, String(heldOf(history, kind)?.value ?? '')]));
  const [typed, setTyped] = useState(held);
  const changes = kinds
    .filter((kind) => typed[kind] !== held[kind])
    .map((kind) => ({ kind, value: asValue(kind, typed[kind] ?? ''), before: heldOf(history, kind) }));
  return (
    <DecisionForm {...{ caseId, close }} decided={changes.length ? { subject, changes } : null}>
      <div className="form-grid">
        {kinds.map((kind) => (
          <ChoiceField
            key={kind}
            label={words.decisionKinds[kind]}
            value={typed[kind] ?? ''}
            choices={ratingChoices(kind)}
            empty={text.unset[kind]}
            onChange={(value) => setTyped((before) => ({ ...before, [kind]: value }))}
          />
        ))}
      </div>
    </DecisionForm>
  );
};

/** Opens the dialog in which a source, or one telling, is rated: with its reason, and what was said before. */
export const Rating = ({ caseId, subject, name }: RatingProps) => {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...decisionsQuery(caseId, { subject }), enabled: isOpen });
  const isTelling = subject.startsWith('evidence:');
  return (
    <>
      <button
        type="button"
        className="small"
        aria-label={isTelling ? undefined : text.of(name)}
        onClick={() => setOpen(true)}
      >
        {isTelling ? text.telling : text.open}
      </button>
      {isOpen && data && (
        <Dialog heading={text.of(name)} onClose={() => setOpen(false)}>
          {(close) => (
            <>
              <p className="quiet">{isTelling ? text.tellingNote : text.sourceNote}</p>
              <RatingForm {...{ caseId, subject, name, close }} history={data.decisions} />
              <DecisionHistory history={data.decisions} />
            </>
          )}
        </Dialog>
      )}
    </>
  );
};
