import { useBlocker } from '@tanstack/react-router';
import { words } from '../words.ts';
import { Dialog } from './dialog.tsx';

const text = words.leaving;

interface LeavingProps {
  /** Whether something would be lost now. */
  isDirty: () => boolean;
  /** Tries to save first; true: nothing would be lost any more. */
  save?: () => Promise<boolean>;
}

/** Asks before a page is left on which something is typed and not kept; the browser asks when its window is closed. */
export const Leaving = ({ isDirty, save }: LeavingProps) => {
  const blocker = useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || !isDirty()) return false;
      return !(save && (await save()) && !isDirty());
    },
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog heading={text.heading} onClose={blocker.reset}>
      {(close) => (
        <>
          <p>{text.lost}</p>
          <p className="actions">
            <button type="button" className="primary" onClick={close}>
              {text.stay}
            </button>
            <button type="button" onClick={blocker.proceed}>
              {text.leave}
            </button>
          </p>
        </>
      )}
    </Dialog>
  );
};
