import type { Closing, Opening, WindowFields } from '../draft-window.ts';
import { words } from '../words.ts';
import { ChoiceField, TextField } from './fields.tsx';

const text = words.desk;

const chosen = <T extends string>(
  names: Readonly<Record<T, string>>,
  keys: readonly T[],
): Record<T, string> => Object.fromEntries(keys.map((key) => [key, names[key]])) as Record<T, string>;

interface WindowFormProps {
  value: WindowFields;
  change: (part: Partial<WindowFields>) => void;
  others: Readonly<Record<string, string>>;
  /** What it may count from. */
  openings: readonly Opening[];
  /** What is wrong with its beginning, and with its end. */
  errors?: { opening?: string | undefined; closing?: string | undefined };
}

/** When a commitment runs: what it counts from, and how it ends. */
export const WindowForm = ({ value, change, others, openings, errors = {} }: WindowFormProps) => {
  const { opening, from, after, closing, to, amount, unit } = value;
  const waits = opening === 'event' || opening === 'commitment';
  return (
    <>
      <ChoiceField<Opening>
        label={text.opens}
        value={opening}
        choices={chosen(text.opening, openings)}
        onChange={(opening) =>
          change({ opening, after: '', ...(closing === 'day' ? { closing: 'never' } : {}) })
        }
      />
      {opening === 'event' && (
        <TextField
          label={text.event}
          value={after}
          long
          error={errors.opening}
          onChange={(after) => change({ after })}
        />
      )}
      {opening === 'commitment' && (
        <ChoiceField
          label={text.ofCommitment}
          value={after}
          choices={others}
          empty="–"
          onChange={(after) => change({ after })}
        />
      )}
      {opening !== 'signing' && (
        <TextField
          label={waits ? text.eventDay : text.openingDay}
          type="date"
          value={from}
          error={waits ? undefined : errors.opening}
          onChange={(from) => change({ from })}
        />
      )}
      <ChoiceField<Closing>
        label={text.closes}
        value={closing}
        choices={chosen(text.closing, waits ? ['never', 'within'] : ['never', 'day', 'within'])}
        onChange={(closing) => change({ closing })}
      />
      {closing === 'day' && !waits && (
        <TextField
          label={text.closingDay}
          type="date"
          value={to}
          error={errors.closing}
          onChange={(to) => change({ to })}
        />
      )}
      {closing === 'within' && (
        <>
          <TextField label={text.amount} value={amount} onChange={(amount) => change({ amount })} />
          <ChoiceField
            label={text.unit}
            value={unit}
            choices={text.units}
            onChange={(unit) => change({ unit })}
          />
        </>
      )}
    </>
  );
};
