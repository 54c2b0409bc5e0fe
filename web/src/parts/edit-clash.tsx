import { useMemo, useState } from 'react';
import type { CaseFile, CaseFileView } from '../../../src/model/index.ts';
import { type Difference, differences, merged, type Side } from '../edit-conflict.ts';
import { words } from '../words.ts';
import { Dialog } from './dialog.tsx';

const text = words.editClash;

/** A field of the case by its name; one without a name as it stands. */
const fieldInWords = (field: string): string =>
  (words.fields as Readonly<Record<string, string>>)[field] ?? field;

/** A value of a case as people read it. */
const inWords = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return text.nothing;
  if (Array.isArray(value)) return value.map(inWords).join(', ') || text.nothing;
  if (typeof value !== 'object') return String(value);
  const { name, requires } = value as { name?: string; requires?: string };
  return (
    name ??
    requires ??
    Object.entries(value)
      .map(([key, part]) => words.labelled({ label: fieldInWords(key), value: inWords(part) }))
      .join('; ')
  );
};

/** What a difference is in: the case, or one of its parties, others or commitments, by its name. */
const placeOf = ({ path: [part = '', id, field] }: Difference, file: CaseFile): string => {
  if (id === undefined) return fieldInWords(part);
  const items = file[part as 'parties' | 'actors' | 'commitments'] as readonly { id: string }[];
  const item = items.find((one) => one.id === id);
  return [item ? inWords(item) : id, field && fieldInWords(field)].filter(Boolean).join(' · ');
};

interface EditClashProps {
  /** What both edits began with. */
  base: CaseFile;
  mine: CaseFile;
  theirs: CaseFileView;
  onSave: (file: CaseFile) => void;
  onClose: () => void;
}

/** Two edits of one case side by side: a person chooses field by field, or all of one side. Nothing reverts by itself. */
export const EditClash = ({ base, mine, theirs, onSave, onClose }: EditClashProps) => {
  const found = useMemo(() => differences(base, mine, theirs.file), [base, mine, theirs.file]);
  const [sides, setSides] = useState<readonly Side[]>(() => found.map(({ proposed }) => proposed));
  const all = (side: Side) => setSides(found.map(() => side));
  return (
    <Dialog heading={text.heading} onClose={onClose}>
      {(close) => (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            close();
            onSave(merged(theirs.file, found, sides));
          }}
        >
          <p>{text.lead}</p>
          <p className="actions">
            <button type="button" className="small" onClick={() => all('mine')}>
              {text.allMine}
            </button>
            <button type="button" className="small" onClick={() => all('theirs')}>
              {text.allTheirs}
            </button>
          </p>
          {found.map((difference, place) => (
            <fieldset key={difference.path.join(' ')} className="clash">
              <legend>
                {placeOf(difference, difference.mine === undefined ? theirs.file : mine)}
                {difference.isClash && <span className="facts"> {text.both}</span>}
              </legend>
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side} className="check">
                  <input
                    type="radio"
                    name={difference.path.join(' ')}
                    checked={sides[place] === side}
                    onChange={() => setSides(sides.map((one, at) => (at === place ? side : one)))}
                  />
                  <span>
                    <span className="facts">{text.sides[side]}</span> {inWords(difference[side])}
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
          {found.length === 0 && <p>{text.none}</p>}
          <p className="actions">
            <button type="submit" className="primary">
              {text.save}
            </button>
            <button type="button" onClick={close}>
              {text.back}
            </button>
          </p>
        </form>
      )}
    </Dialog>
  );
};
