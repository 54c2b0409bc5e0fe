import { useState } from 'react';
import type { CaseFile, Commitment, DraftWindow, Sign, Window } from '../../../src/model/index.ts';
import { creditorsOf, debtorsOf } from '../../../src/model/owing.ts';
import { type CommitmentGap, newSign, oneOrMore } from '../case-draft.ts';
import { fieldsOf, windowFrom } from '../draft-window.ts';
import { words } from '../words.ts';
import { ChoiceField, ManyField, Rows, TextField } from './fields.tsx';
import { Trial } from './trial.tsx';
import { WindowForm } from './window-form.tsx';

const text = words.caseForm;

/** Name by id of those that can be chosen; what has no id yet cannot. */
export const choicesOf = (items: readonly { id: string; name: string }[]): Record<string, string> =>
  Object.fromEntries(items.filter(({ id }) => id).map(({ id, name }) => [id, name || id]));

interface FormProps<T> {
  value: T;
  change: (part: Partial<T>) => void;
  draft: CaseFile;
  /** null for a case that is not there yet. */
  caseId: string | null;
}

/** One sentence that would show a breach or a performance, and what it would find. */
const SignForm = ({
  value,
  change,
  draft,
  caseId,
  commitment,
}: FormProps<Sign> & { commitment: Commitment }) => (
  <div className="form-grid">
    <TextField label={text.says} value={value.says} required long onChange={(says) => change({ says })} />
    <ChoiceField
      label={words.events.columns.bearing}
      value={value.bearing}
      choices={words.opinion.name}
      onChange={(bearing) => change({ bearing })}
    />
    <ChoiceField
      label={text.strength}
      value={value.strength}
      choices={text.strengths}
      onChange={(strength) => change({ strength })}
    />
    {caseId !== null && <Trial caseId={caseId} draft={draft} commitment={commitment} sign={value} />}
  </div>
);

const drafted = ({ from, to, within, after }: Window): DraftWindow => ({
  from: from ?? '',
  to: to || null,
  within: within ?? null,
  after: after ?? null,
  words: null,
});

/** As a case file writes it, which leaves out what is not said. */
const written = ({ from, to, within, after }: DraftWindow): Window => ({
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
  ...(within === null ? {} : { within }),
  ...(after === null ? {} : { after }),
});

interface CommitmentFormProps extends FormProps<Commitment> {
  /** What it lacks, in words. */
  lacks: (what: CommitmentGap) => string | undefined;
}

/** One commitment with its signs. */
export const CommitmentForm = ({ value, change, draft, caseId, lacks }: CommitmentFormProps) => {
  const bodies = choicesOf([...draft.parties, ...draft.actors]);
  const others = choicesOf(
    draft.commitments.filter(({ id }) => id !== value.id).map(({ id, requires }) => ({ id, name: requires })),
  );
  const isCommitment = (id: string) => draft.commitments.some((each) => each.id === id);
  const [window, setWindow] = useState(() => fieldsOf(drafted(value.window), isCommitment));
  return (
    <div className="form-grid">
      <TextField
        label={text.requires}
        value={value.requires}
        required
        long
        error={lacks('requires')}
        onChange={(requires) => change({ requires })}
      />
      <ManyField
        label={words.fields.debtor}
        value={debtorsOf(value)}
        choices={bodies}
        error={lacks('debtor')}
        onChange={(debtors) => change({ debtor: oneOrMore(debtors) ?? [] })}
      />
      <ManyField
        label={words.fields.creditor}
        value={creditorsOf(value)}
        choices={bodies}
        onChange={(creditors) => change({ creditor: oneOrMore(creditors) })}
      />
      <ChoiceField
        label={words.fields.kind}
        value={value.kind}
        choices={words.kind}
        onChange={(kind) => change({ kind })}
      />
      <ChoiceField
        label={text.effort}
        value={value.effort}
        choices={text.efforts}
        onChange={(effort) => change({ effort })}
      />
      <WindowForm
        value={window}
        others={others}
        errors={{ opening: lacks('window'), closing: lacks('end') }}
        openings={['day', 'event', ...(Object.keys(others).length ? (['commitment'] as const) : [])]}
        change={(part) => {
          const next = { ...window, ...part };
          setWindow(next);
          change({ window: written(windowFrom(next, drafted(value.window))) });
        }}
      />
      <TextField
        label={text.reference}
        value={value.reference ?? ''}
        onChange={(reference) => change({ reference })}
      />
      <TextField label={text.note} value={value.note ?? ''} long onChange={(note) => change({ note })} />
      {Object.keys(others).length > 0 && (
        <ManyField
          label={words.fields.conditionalOn}
          value={value.conditionalOn}
          choices={others}
          onChange={(conditionalOn) => change({ conditionalOn: [...conditionalOn] })}
        />
      )}
      {caseId !== null && <Trial caseId={caseId} draft={draft} commitment={value} sign={null} />}
      <fieldset className="signs wide">
        <legend>{words.fields.signs}</legend>
        <p className="hint">{text.signsHint}</p>
        <Rows
          items={value.signs}
          onChange={(signs) => change({ signs })}
          make={newSign}
          addLabel={text.add.sign}
          removeLabel={(_, place) => text.removeSign(place + 1)}
        >
          {(sign, changeOne) => (
            <SignForm {...{ draft, caseId }} value={sign} change={changeOne} commitment={value} />
          )}
        </Rows>
      </fieldset>
    </div>
  );
};
