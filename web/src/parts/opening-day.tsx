import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BoardCommitment, CaseFile } from '../../../src/model/index.ts';
import { useCaseChange } from '../change-api.ts';
import { caseFileQuery } from '../explore-api.ts';
import { words } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { FormActions } from './form-actions.tsx';
import { NotSaved } from './not-saved.tsx';

const text = words.opening;

interface OpeningDayProps {
  caseId: string;
  commitment: BoardCommitment;
  duties: Readonly<Record<string, string>>;
}

/** Whether a commitment waits for the same event, and its day is not in the file yet. */
const waitsFor =
  (after: string) =>
  ({ window }: Pick<BoardCommitment, 'window'>): boolean =>
    window.after === after && window.from === undefined;

/** The case with the day of an event, in every commitment that counts from it. */
const withDay = (file: CaseFile, after: string, from: string): CaseFile => ({
  ...file,
  commitments: file.commitments.map((each) =>
    waitsFor(after)(each) ? { ...each, window: { ...each.window, from } } : each,
  ),
});

const Form = ({ caseId, commitment, duties, close }: OpeningDayProps & { close: () => void }) => {
  const after = commitment.window.after ?? '';
  const { data } = useQuery(caseFileQuery(caseId));
  const { mutate, isPending, error } = useCaseChange(caseId);
  const others = (data?.file.commitments.filter(waitsFor(after)).length ?? 1) - 1;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const day = String(new FormData(event.currentTarget).get('day') ?? '');
        if (data && day && !isPending)
          mutate({ file: withDay(data.file, after, day), seen: data.version }, { onSuccess: close });
      }}
    >
      <p>{text.event(duties[after] ?? after)}</p>
      {others > 0 && <p className="quiet">{text.others(others)}</p>}
      <label>
        <span>{text.day}</span>
        <input type="date" name="day" required />
      </label>
      <p className="hint">{text.note}</p>
      <NotSaved error={error} />
      <FormActions send={text.keep} isReady={!isPending && data !== undefined} close={close} />
    </form>
  );
};

/** Where a commitment counts from a day that is not known yet: lets a person say the day. */
export const OpeningDay = (props: OpeningDayProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <p className="opening-day">
      <button type="button" onClick={() => setOpen(true)}>
        {text.open}
      </button>
      {isOpen && (
        <Dialog heading={text.heading} onClose={() => setOpen(false)}>
          {(close) => <Form {...props} close={close} />}
        </Dialog>
      )}
    </p>
  );
};
