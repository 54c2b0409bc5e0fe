import { type Layer, layers } from '../marks.ts';
import { words } from '../words.ts';

interface MarkSwitchesProps {
  shown: ReadonlySet<Layer>;
  onChange: (shown: ReadonlySet<Layer>) => void;
}

/** One switch for each layer of marks; it looks like the marks it switches. */
export const MarkSwitches = ({ shown, onChange }: MarkSwitchesProps) => (
  <fieldset className="switches">
    <legend>{words.reader.marks}</legend>
    {layers.map((layer) => (
      <label key={layer}>
        <input
          type="checkbox"
          checked={shown.has(layer)}
          onChange={({ target }) => {
            const next = new Set(shown);
            if (target.checked) next.add(layer);
            else next.delete(layer);
            onChange(next);
          }}
        />
        <span className={layer === 'evidence' ? 'mark-evidence tone-breach' : `mark-${layer}`}>
          {words.reader.markNames[layer]}
        </span>
      </label>
    ))}
  </fieldset>
);
