import type { CaseFile, Commitment, Indicator, PredicateType } from '../../../src/model/index.ts';
import { newIndicator } from '../case-draft.ts';
import { words } from '../words.ts';
import { ChoiceField, ListField, ManyField, Rows, TextField } from './fields.tsx';
import { IndicatorTrial } from './indicator-trial.tsx';

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

interface IndicatorFormProps extends FormProps<Indicator> {
  commitment: Commitment;
}

const IndicatorForm = ({ value, change, draft, caseId, commitment }: IndicatorFormProps) => {
  const everyone = choicesOf([...draft.parties, ...draft.actors]);
  return (
    <div className="form-grid">
      <TextField label={text.says} value={value.says} required long onChange={(says) => change({ says })} />
      <ChoiceField
        label={text.bearing}
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
      <TextField label={text.where} value={value.where ?? ''} onChange={(where) => change({ where })} />
      <ManyField
        label={text.does}
        value={value.does}
        choices={text.predicates}
        onChange={(does) => change({ does: does as PredicateType[] })}
      />
      <ManyField
        label={text.who}
        value={value.who ?? []}
        choices={everyone}
        onChange={(who) => change({ who: [...who] })}
      />
      <ManyField
        label={text.whom}
        value={value.whom ?? []}
        choices={everyone}
        onChange={(whom) => change({ whom: [...whom] })}
      />
      <ListField
        label={text.about}
        value={value.about ?? []}
        onChange={(about) => change({ about: [...about] })}
      />
      {caseId !== null && (
        <IndicatorTrial caseId={caseId} draft={draft} commitment={commitment} indicator={value} />
      )}
    </div>
  );
};

/** One commitment with its indicators. */
export const CommitmentForm = ({ value, change, draft, caseId }: FormProps<Commitment>) => {
  const parties = choicesOf(draft.parties);
  const others = choicesOf(
    draft.commitments.filter(({ id }) => id !== value.id).map(({ id, requires }) => ({ id, name: requires })),
  );
  const { from, to = '', within } = value.window;
  return (
    <div className="form-grid">
      <TextField
        label={text.requires}
        value={value.requires}
        required
        long
        onChange={(requires) => change({ requires })}
      />
      <ChoiceField
        label={text.debtor}
        value={value.debtor}
        choices={parties}
        empty="–"
        required
        onChange={(debtor) => change({ debtor })}
      />
      <ChoiceField
        label={text.creditor}
        value={value.creditor}
        choices={parties}
        empty="–"
        required
        onChange={(creditor) => change({ creditor })}
      />
      <ChoiceField
        label={text.kind}
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
      <TextField
        label={text.from}
        type="date"
        value={from}
        required
        onChange={(day) => change({ window: { ...value.window, from: day } })}
      />
      {within === undefined && (
        <TextField
          label={text.to}
          type="date"
          value={to}
          onChange={(day) => change({ window: { from, to: day } })}
        />
      )}
      <TextField
        label={text.reference}
        value={value.reference ?? ''}
        onChange={(reference) => change({ reference })}
      />
      <TextField label={text.note} value={value.note ?? ''} long onChange={(note) => change({ note })} />
      {Object.keys(others).length > 0 && (
        <ManyField
          label={text.conditionalOn}
          value={value.conditionalOn}
          choices={others}
          onChange={(conditionalOn) => change({ conditionalOn: [...conditionalOn] })}
        />
      )}
      <fieldset className="indicators wide">
        <legend>{text.indicators}</legend>
        <Rows
          items={value.indicators}
          onChange={(indicators) => change({ indicators })}
          make={newIndicator}
          addLabel={text.add.indicator}
          removeLabel={(_, place) => text.remove(text.indicator(place + 1).toLowerCase())}
        >
          {(indicator, changeOne) => (
            <IndicatorForm {...{ draft, caseId }} value={indicator} change={changeOne} commitment={value} />
          )}
        </Rows>
      </fieldset>
    </div>
  );
};
