import { type ReactNode, useEffect, useId, useRef } from 'react';

interface DialogProps {
  heading: string;
  onClose: () => void;
  /** What it holds; by `close` it ends, and the focus goes back to where it was. */
  children: (close: () => void) => ReactNode;
}

/** Opens over the page as long as it is drawn; Escape closes it. */
export const Dialog = ({ heading, onClose, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={headingId} onClose={onClose}>
      <h2 id={headingId}>{heading}</h2>
      {children(() => dialog.current?.close())}
    </dialog>
  );
};
