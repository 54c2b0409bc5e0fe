import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import type { DraftWork, QuantityTarget, WorkedCommitment } from '../../../src/model/index.ts';
import { newSign } from '../case-draft.ts';
import { fieldsOf, windowFrom } from '../draft-window.ts';
import { onDesk } from '../draft-work.ts';
import { words } from '../words.ts';
import { choicesOf } from './commitment-form.tsx';
import { ChoiceField, ManyField, Rows, TextField, Unfolding } from './fields.tsx';
import { WindowForm } from './window-form.tsx';

const text = words.desk;
const form = words.caseForm;

/** A form that its button or Ctrl+Enter keeps, and Escape leaves. */
const keptOrLeft = (keep: () => void, leave: () => void) => ({
  onSubmit: (event: FormEvent) => {
    event.preventDefault();
    keep();
  },
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
    else return;
    event.preventDefault();
  },
});

interface QuantityFormProps {
  value: QuantityTarget | null;
  onChange: (quantity: QuantityTarget | null) => void;
}

const QuantityForm = ({ value, onChange }: QuantityFormProps) => (
  <>
    <TextField
      label={text.quantity}
      value={value ? String(value.value) : ''}
      onChange={(typed) => {
        const number = Number(typed.replace(/[, ]/g, ''));
        if (!typed.trim()) onChange(null);
        else if (Number.isFinite(number)) onChange({ bound: 'exact', ...value, value: number });
      }}
    />
    {value && (
      <>
        <TextField
          label={text.quantityUnit}
          value={value.unit ?? ''}
          onChange={(unit) => onChange({ ...value, unit })}
        />
        <ChoiceField
          label={text.bound}
          value={value.bound}
          choices={text.bounds}
          onChange={(bound) => onChange({ ...value, bound })}
        />
      </>
    )}
  </>
);

const withoutBlanks = (commitment: WorkedCommitment): WorkedCommitment => {
  const { quantity, signs, reference, condition } = commitment;
  const { unit, ...amount } = quantity ?? { value: 0, bound: 'exact' as const };
  return {
    ...commitment,
    reference: reference?.trim() || null,
    condition: condition?.trim() || null,
    quantity: quantity && { ...amount, ...(unit?.trim() ? { unit: unit.trim() } : {}) },
    signs: signs.filter(({ says }) => says.trim()),
  };
};

interface DraftFormProps {
  work: DraftWork;
  commitment: WorkedCommitment;
  onKeep: (commitment: WorkedCommitment) => void;
  onCancel: () => void;
  /** Called once something is typed that is not kept. */
  onDirty: () => void;
}

/** One commitment put right by hand: Ctrl+Enter keeps it, Escape leaves it as it was. */
export const DraftForm = ({ work, commitment, onKeep, onCancel, onDirty }: DraftFormProps) => {
  const [value, setValue] = useState(commitment);
  const isCommitment = (id: string) => work.commitments.some((each) => each.id === id);
  const [window, setWindow] = useState(() => fieldsOf(commitment.window, isCommitment));
  const requiresId = useId();
  const bodies = choicesOf([...work.parties, ...work.actors]);
  const others = choicesOf(
    onDesk(work)
      .filter(({ id }) => id !== commitment.id)
      .map(({ id, requires }) => ({ id, name: requires })),
  );
  const change = (part: Partial<WorkedCommitment>) => {
    onDirty();
    setValue((before) => ({ ...before, ...part }));
  };
  const keep = () => {
    const kept = withoutBlanks({ ...value, window: windowFrom(window, commitment.window) });
    const unverifiable = kept.unverifiable.filter((why) => why !== 'no-debtor' || !kept.debtor.length);
    onKeep({ ...kept, unverifiable });
  };
  return (
    <form className="form draft-form" aria-label={text.edit} {...keptOrLeft(keep, onCancel)}>
      <div className="form-grid">
        <label className="field wide" htmlFor={requiresId}>
          <span>{form.requires}</span>
          <textarea
            id={requiresId}
            rows={3}
            // biome-ignore lint/a11y/noAutofocus: the form was opened by a key to write here
            autoFocus
            value={value.requires}
            onChange={({ target }) => change({ requires: target.value })}
          />
        </label>
        <ManyField
          label={words.fields.debtor}
          value={value.debtor}
          choices={bodies}
          isOpen={!value.debtor.length}
          onChange={(debtor) => change({ debtor: [...debtor] })}
        />
        <ManyField
          label={words.fields.creditor}
          value={value.creditor}
          choices={bodies}
          onChange={(creditor) => change({ creditor: [...creditor] })}
        />
        <ChoiceField
          label={words.fields.kind}
          value={value.kind}
          choices={words.kind}
          onChange={(kind) => change({ kind })}
        />
        <ChoiceField
          label={form.effort}
          value={value.effort}
          choices={form.efforts}
          onChange={(effort) => change({ effort })}
        />
        <WindowForm
          value={window}
          others={others}
          openings={[
            'signing',
            'day',
            'event',
            ...(Object.keys(others).length ? (['commitment'] as const) : []),
          ]}
          change={(part) => {
            onDirty();
            setWindow((before) => ({ ...before, ...part }));
          }}
        />
        <TextField
          label={form.reference}
          value={value.reference ?? ''}
          onChange={(reference) => change({ reference })}
        />
        <TextField
          label={text.conditionWords}
          value={value.condition ?? ''}
          long
          onChange={(condition) => change({ condition })}
        />
      </div>
      <Unfolding summary={text.more}>
        <div className="form-grid">
          {Object.keys(others).length > 0 && (
            <ManyField
              label={words.fields.conditionalOn}
              value={value.conditionalOn}
              choices={others}
              onChange={(conditionalOn) => change({ conditionalOn: [...conditionalOn] })}
            />
          )}
          <QuantityForm value={value.quantity} onChange={(quantity) => change({ quantity })} />
        </div>
        <fieldset className="signs">
          <legend>{words.fields.signs}</legend>
          <p className="hint">{form.signsHint}</p>
          <Rows
            items={value.signs}
            onChange={(signs) => change({ signs })}
            make={newSign}
            addLabel={form.add.sign}
            removeLabel={(_, place) => form.removeSign(place + 1)}
          >
            {(sign, changeSign) => (
              <div className="form-grid">
                <TextField
                  label={form.says}
                  value={sign.says}
                  long
                  onChange={(says) => changeSign({ says })}
                />
                <ChoiceField
                  label={words.events.columns.bearing}
                  value={sign.bearing}
                  choices={words.opinion.name}
                  onChange={(bearing) => changeSign({ bearing })}
                />
              </div>
            )}
          </Rows>
        </fieldset>
      </Unfolding>
      <p className="actions">
        <button type="submit" className="primary">
          {words.action.keep}
        </button>
        <button type="button" onClick={onCancel}>
          {words.action.cancel}
        </button>
      </p>
    </form>
  );
};

interface SplitFormProps {
  commitment: WorkedCommitment;
  halves: readonly [string, string];
  onKeep: (halves: [string, string]) => void;
  onCancel: () => void;
  onDirty: () => void;
}

/** One commitment cut in two: what each requires is written here, the rest is the same for both. */
export const SplitForm = ({ commitment, halves, onKeep, onCancel, onDirty }: SplitFormProps) => {
  const [both, setBoth] = useState<[string, string]>([...halves]);
  const ids = [useId(), useId()];
  const isWhole = both.every((half) => half.trim());
  const keep = () => {
    if (isWhole) onKeep(both);
  };
  return (
    <form className="form draft-form" aria-label={text.splitHeading} {...keptOrLeft(keep, onCancel)}>
      {([text.first, text.second] as const).map((label, place) => (
        <label key={label} className="field wide" htmlFor={ids[place]}>
          <span>{label}</span>
          <textarea
            id={ids[place]}
            rows={2}
            // biome-ignore lint/a11y/noAutofocus: the form was opened by a key to write here
            autoFocus={place === (halves[1] ? 0 : 1)}
            value={both[place]}
            onChange={({ target }) => {
              onDirty();
              setBoth(both.with(place, target.value) as [string, string]);
            }}
          />
        </label>
      ))}
      <p className="hint">{commitment.requires}</p>
      <p className="actions">
        <button type="submit" className="primary" aria-disabled={!isWhole}>
          {text.keepBoth}
        </button>
        <button type="button" onClick={onCancel}>
          {words.action.cancel}
        </button>
      </p>
    </form>
  );
};
