import { useEffect, useState } from 'react';
import type { Span } from '../../../src/model/index.ts';
import { words } from '../words.ts';
import { selectedSpan } from './marked-text.tsx';

interface SelectionMenuProps {
  /** What can be done with the words selected. */
  actions: readonly { label: string; act: (span: Span) => void }[];
}

interface Place {
  span: Span;
  left: number;
  top: number;
}

/** Where the selected words end, on the page; null while nothing of the document is selected. */
const placeOfSelection = (): Place | null => {
  const span = selectedSpan();
  const selection = getSelection();
  if (!span || !selection?.rangeCount) return null;
  const boxes = selection.getRangeAt(0).getClientRects();
  const last = boxes[boxes.length - 1];
  return last ? { span, left: last.left + scrollX, top: last.bottom + scrollY } : null;
};

/** Beside selected words, what can be made of them; Escape closes it, the selection stays. */
export const SelectionMenu = ({ actions }: SelectionMenuProps) => {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setPlace(placeOfSelection()));
    };
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setPlace(null);
    };
    document.addEventListener('selectionchange', look);
    addEventListener('keydown', close);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', look);
      removeEventListener('keydown', close);
    };
  }, []);
  if (!place) return null;
  return (
    <div
      role="toolbar"
      aria-label={words.marking.menu}
      className="selection-menu"
      style={{ left: `min(${place.left}px, 100vw - 15rem)`, top: place.top }}
    >
      {actions.map(({ label, act }) => (
        <button
          key={label}
          type="button"
          className="small"
          // The words stay selected under the press.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            act(place.span);
            setPlace(null);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
};
