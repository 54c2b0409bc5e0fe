import { type ReactNode, useState } from 'react';
import { words } from '../words.ts';

interface FoldedProps<T> {
  items: readonly T[];
  /** How many are shown until a person asks for all. */
  first: number;
  children: (items: readonly T[]) => ReactNode;
}

/** A long list, its first items shown and the rest one press away. */
export const Folded = <T,>({ items, first, children }: FoldedProps<T>) => {
  const [open, setOpen] = useState(false);
  const hidden = open ? 0 : Math.max(0, items.length - first);
  return (
    <>
      {children(hidden ? items.slice(0, first) : items)}
      {hidden > 0 && (
        <button type="button" className="more" onClick={() => setOpen(true)}>
          {words.commitment.more(hidden)}
        </button>
      )}
    </>
  );
};
