import { words } from '../words.ts';

interface FormActionsProps {
  /** What the button that sends the form says. */
  send?: string;
  /** Whether the form can be sent now; the button stays in reach of the keyboard and says so. */
  isReady: boolean;
  close: () => void;
}

/** The two ways out of a form: to send it, or to leave it. */
export const FormActions = ({ send = words.action.keep, isReady, close }: FormActionsProps) => (
  <p className="actions">
    <button type="submit" className="primary" aria-disabled={!isReady}>
      {send}
    </button>
    <button type="button" onClick={close}>
      {words.action.cancel}
    </button>
  </p>
);
