import { type ReactNode, useId, useState } from 'react';
import { listOf } from '../case-draft.ts';

/** The fields that the case form is made of: each has a label, a value and what to do with a new one. */

interface FieldProps<T> {
  label: string;
  value: T;
  onChange: (value: T) => void;
}

interface FaultProps {
  /** What is wrong with what is there. */
  error?: string | undefined;
}

/** Says at a field what is wrong with it; in its label, and so to those who hear it too. */
const Fault = ({ error }: FaultProps) => error && <span className="refused">{error}</span>;

interface TextProps extends FieldProps<string>, FaultProps {
  hint?: string;
  required?: boolean;
  long?: boolean;
  type?: 'text' | 'date';
  readOnly?: boolean;
  /** A regular expression that all of it must match; `title` says so. */
  pattern?: string;
  title?: string;
  /** What is offered while typing; anything else can be typed. */
  choices?: readonly string[];
}

export const TextField = ({ label, value, onChange, error, hint, long, choices, ...rest }: TextProps) => {
  const list = useId();
  return (
    <label className={long ? 'field wide' : 'field'}>
      <span>{label}</span>
      <input
        {...rest}
        aria-invalid={error ? true : undefined}
        list={choices && list}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      {choices && (
        <datalist id={list}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {hint && <span className="hint">{hint}</span>}
      <Fault error={error} />
    </label>
  );
};

/** A list written with commas; what is typed stays as typed until the field is left. */
export const ListField = ({ label, value, onChange }: FieldProps<readonly string[]>) => {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className="field wide">
      <span>{label}</span>
      <input
        type="text"
        value={typed ?? value.join(', ')}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(listOf(target.value));
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
};

interface ChoiceProps<T extends string> extends FieldProps<T> {
  choices: Readonly<Record<string, string>>;
  required?: boolean;
  /** Label of the empty choice; there is none without. */
  empty?: string;
}

export const ChoiceField = <T extends string>({
  label,
  value,
  onChange,
  choices,
  empty,
  ...rest
}: ChoiceProps<T>) => (
  <label className="field">
    <span>{label}</span>
    <select {...rest} value={value} onChange={({ target }) => onChange(target.value as T)}>
      {empty !== undefined && <option value="">{empty}</option>}
      {Object.entries(choices).map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

interface UnfoldingProps {
  summary: ReactNode;
  className?: string;
  isOpen?: boolean;
  children: ReactNode;
}

/** Folded until it is needed, and only then made: a case has hundreds of these. */
export const Unfolding = ({ summary, className, isOpen = false, children }: UnfoldingProps) => {
  const [open, setOpen] = useState(isOpen);
  return (
    <details className={className} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children}
    </details>
  );
};

interface ManyProps extends FieldProps<readonly string[]>, FaultProps {
  choices: Readonly<Record<string, string>>;
  isOpen?: boolean;
}

/** Any number of the choices, with what is chosen in its head. */
export const ManyField = ({ label, value, onChange, choices, error, isOpen = false }: ManyProps) => (
  <Unfolding
    className="field wide many"
    isOpen={isOpen}
    summary={
      <>
        {label}: <strong>{value.map((id) => choices[id] ?? id).join(', ') || '–'}</strong>{' '}
        <Fault error={error} />
      </>
    }
  >
    <fieldset>
      <legend className="unseen">{label}</legend>
      {Object.entries(choices).map(([id, name]) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={value.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...value, id] : value.filter((chosen) => chosen !== id))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  </Unfolding>
);

interface RowsProps<T> {
  items: readonly T[];
  onChange: (items: T[]) => void;
  make: () => T;
  addLabel: string;
  removeLabel: (item: T, place: number) => string;
  children: (item: T, change: (part: Partial<T>) => void, place: number) => ReactNode;
}

/** A list of like things that a person adds to, changes and takes from. */
export const Rows = <T extends object>({
  items,
  onChange,
  make,
  addLabel,
  removeLabel,
  children,
}: RowsProps<T>) => (
  <>
    {items.map((item, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: what is new has no id yet
      <div key={place} className="form-item">
        {children(
          item,
          (part) => onChange(items.map((other, index) => (index === place ? { ...other, ...part } : other))),
          place,
        )}
        <button
          type="button"
          className="remove"
          onClick={() => onChange(items.filter((_, index) => index !== place))}
        >
          {removeLabel(item, place)}
        </button>
      </div>
    ))}
    <p>
      <button type="button" onClick={() => onChange([...items, make()])}>
        {addLabel}
      </button>
    </p>
  </>
);
