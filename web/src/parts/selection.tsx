import { createContext, type ReactNode, useContext, useState } from 'react';
import { words } from '../words.ts';

const text = words.selection;

/** What a person has ticked of a list, to do one thing with all of it. */
export interface Selection {
  ids: readonly string[];
  toggle: (id: string) => void;
  put: (ids: readonly string[]) => void;
}

const SelectionContext = createContext<Selection | null>(null);

export const useSelection = (): Selection => {
  const [ids, put] = useState<readonly string[]>([]);
  const toggle = (id: string) =>
    put((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]));
  return { ids, toggle, put };
};

interface SelectableProps {
  selection: Selection;
  children: ReactNode;
}

/** A list in which `Tick` ticks. */
export const Selectable = ({ selection, children }: SelectableProps) => (
  <SelectionContext value={selection}>{children}</SelectionContext>
);

/** Ticks one thing of a list; nothing in a list of which nothing can be ticked. */
export const Tick = ({ id, name }: { id: string; name: string }) => {
  const selection = useContext(SelectionContext);
  if (!selection) return null;
  return (
    <input
      type="checkbox"
      className="tick"
      aria-label={text.tick(name)}
      checked={selection.ids.includes(id)}
      onChange={() => selection.toggle(id)}
    />
  );
};

interface SelectionBarProps extends SelectableProps {
  /** All that can be ticked. */
  all: readonly string[];
  /** What it is, where a page has several lists. */
  name?: string;
}

/** What can be done with all that is ticked; it stands above the list, and stays in sight. */
export const SelectionBar = ({ selection, all, name, children }: SelectionBarProps) => (
  <section
    className="selection-bar"
    aria-label={name ? words.labelled({ label: text.label, value: name }) : text.label}
  >
    <label className="check">
      <input
        type="checkbox"
        checked={all.length > 0 && selection.ids.length === all.length}
        onChange={({ target }) => selection.put(target.checked ? all : [])}
      />
      {selection.ids.length > 0 ? text.ticked(selection.ids.length) : text.all}
    </label>
    {selection.ids.length > 0 && children}
  </section>
);
