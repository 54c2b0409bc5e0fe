import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '../../../src/model/index.ts';
import { changeOf, decisionsQuery, heldOf, useSeen } from '../decision-api.ts';
import { ratingChoices } from '../phrases.ts';
import { words } from '../words.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { Dialog } from './dialog.tsx';
import { ChoiceField } from './fields.tsx';
import type { Selection } from './selection.tsx';

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

type Typed = Partial<Record<RatingKind, string>>;

interface FieldsProps {
  kinds: readonly RatingKind[];
  typed: Typed;
  /** What the empty choice is called. */
  empty: (kind: RatingKind) => string;
  onChange: (typed: Typed) => void;
}

const RatingFields = ({ kinds, typed, empty, onChange }: FieldsProps) => (
  <div className="form-grid">
    {kinds.map((kind) => (
      <ChoiceField
        key={kind}
        label={words.decisionKinds[kind]}
        value={typed[kind] ?? ''}
        choices={ratingChoices(kind)}
        empty={empty(kind)}
        onChange={(value) => onChange({ ...typed, [kind]: value })}
      />
    ))}
  </div>
);

const RatingForm = ({ caseId, subject, history, close }: RatingFormProps) => {
  const kinds = kindsOf(subject);
  const seen = useSeen(history);
  const held = Object.fromEntries(kinds.map((kind) => [kind, String(heldOf(seen, kind)?.value ?? '')]));
  const [typed, setTyped] = useState<Typed>(held);
  const changes = kinds
    .filter((kind) => typed[kind] !== held[kind])
    .map((kind) => changeOf(kind, asValue(kind, typed[kind] ?? ''), heldOf(seen, kind)));
  return (
    <DecisionForm {...{ caseId, close }} decided={changes.length ? { subject, changes } : null}>
      <RatingFields {...{ kinds, typed }} empty={(kind) => text.unset[kind]} onChange={setTyped} />
    </DecisionForm>
  );
};

interface RateManyProps {
  caseId: string;
  /** Of the decisions: all of sources, or all of tellings. */
  subjects: readonly string[];
  close: () => void;
}

const ManyForm = ({ caseId, subjects, history, close }: RateManyProps & { history: readonly Decision[] }) => {
  const seen = useSeen(history);
  const [typed, setTyped] = useState<Typed>({});
  const [subject = ''] = subjects;
  const kinds = kindsOf(subject);
  const changes = subjects.flatMap((one) =>
    kinds
      .filter((kind) => typed[kind])
      .map((kind) => ({
        ...changeOf(kind, asValue(kind, typed[kind] ?? ''), heldOf(seen, kind, one)),
        subject: one,
      })),
  );
  return (
    <DecisionForm {...{ caseId, close }} decided={changes.length ? { subject, changes } : null}>
      <p className="quiet">{words.selection.correctHint}</p>
      <RatingFields {...{ kinds, typed }} empty={() => '–'} onChange={setTyped} />
    </DecisionForm>
  );
};

/** One rating for many sources, or for many tellings, with the reason. */
const RateMany = (props: RateManyProps) => {
  const { data } = useQuery(decisionsQuery(props.caseId, {}));
  return data && <ManyForm {...props} history={data.decisions} />;
};

interface RateTickedProps {
  caseId: string;
  selection: Selection;
  /** Of the decision on what is ticked under an id. */
  subjectOf?: (id: string) => string;
}

/** Opens the dialog in which all that is ticked is rated at once. */
export const RateTicked = ({ caseId, selection: { ids, put }, subjectOf = (id) => id }: RateTickedProps) => {
  const [isOpen, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    put([]);
  };
  return (
    <>
      <button type="button" className="small" onClick={() => setOpen(true)}>
        {text.open}
      </button>
      {isOpen && (
        <Dialog heading={words.selection.of(ids.length)} onClose={() => setOpen(false)}>
          {() => <RateMany caseId={caseId} subjects={ids.map(subjectOf)} close={done} />}
        </Dialog>
      )}
    </>
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
