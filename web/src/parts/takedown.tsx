import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DocumentView } from '../../../src/model/index.ts';
import { useTakedown } from '../removal-api.ts';
import { words } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { TextField } from './fields.tsx';
import { NotSaved } from './not-saved.tsx';

const text = words.takedown;

interface TakedownProps {
  caseId: string;
  view: DocumentView;
}

const TakedownForm = ({
  caseId,
  view: { document, evidence, copies },
  close,
}: TakedownProps & { close: () => void }) => {
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useTakedown(caseId, document.id);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const onSuccess = () => navigate({ to: '/cases/$case/documents', params: { case: caseId } });
        if (reason.trim() && !isPending) mutate(reason, { onSuccess });
      }}
    >
      <p>{text.lost(evidence.length)}</p>
      <p>{text.stays}</p>
      {copies.length > 0 && <p>{text.copies(copies.length)}</p>}
      <TextField label={text.reason} value={reason} required long onChange={setReason} />
      <NotSaved error={error} />
      <p className="actions">
        <button type="button" onClick={close}>
          {words.action.keepIt}
        </button>
        <button type="submit" className="primary" aria-disabled={isPending || !reason.trim()}>
          {text.submit}
        </button>
      </p>
    </form>
  );
};

/** Removes a document for good, once a person has seen what is lost and said why. */
export const Takedown = (shown: TakedownProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p>
        <button type="button" onClick={() => setOpen(true)}>
          {text.open}
        </button>
      </p>
      {isOpen && (
        <Dialog heading={text.open} onClose={() => setOpen(false)}>
          {(close) => <TakedownForm {...shown} close={close} />}
        </Dialog>
      )}
    </>
  );
};
