import { useState } from 'react';
import { useVerdict } from '../api.ts';
import { useCorrection } from '../correction-api.ts';
import { words } from '../words.ts';
import { AnnotationForm } from './annotations.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './fields.tsx';
import { FormActions } from './form-actions.tsx';
import { NotSaved } from './not-saved.tsx';
import { type Selection, SelectionBar } from './selection.tsx';

const text = words.selection;
const fields = ['published', 'publisher', 'language'] as const;

interface DocumentsProps {
  caseId: string;
  documents: readonly string[];
  close: () => void;
}

/** Puts date, publisher or language of many documents right; what is left empty stays as it is. */
const CorrectMany = ({ caseId, documents, close }: DocumentsProps) => {
  const [values, setValues] = useState({ published: '', publisher: '', language: '' });
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useCorrection(caseId);
  const given = Object.fromEntries(
    fields.flatMap((field) => (values[field].trim() ? [[field, values[field].trim()]] : [])),
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(given).length > 0 && !isPending)
          mutate({ documents, ...given, reason: reason.trim() }, { onSuccess: close });
      }}
    >
      <p className="quiet">{text.correctHint}</p>
      {fields.map((field) => (
        <TextField
          key={field}
          label={words.correction.fields[field]}
          value={values[field]}
          onChange={(value) => setValues({ ...values, [field]: value })}
        />
      ))}
      <TextField label={words.decision.reason} value={reason} long onChange={setReason} />
      <NotSaved error={error} />
      <FormActions send={words.correction.keep} isReady={!isPending} close={close} />
    </form>
  );
};

interface DocumentSelectionProps {
  caseId: string;
  selection: Selection;
  all: readonly string[];
}

/** What can be done with the documents that are ticked: tag, comment, put right, reject what was found in them. */
export const DocumentSelection = ({ caseId, selection, all }: DocumentSelectionProps) => {
  const [open, setOpen] = useState<'note' | 'correct' | null>(null);
  const { mutate, isPending, error } = useVerdict(caseId);
  const { ids } = selection;
  const done = () => {
    setOpen(null);
    selection.put([]);
  };
  return (
    <SelectionBar selection={selection} all={all}>
      <button type="button" className="small" onClick={() => setOpen('note')}>
        {words.annotation.open}
      </button>
      <button type="button" className="small" onClick={() => setOpen('correct')}>
        {words.correction.keep}
      </button>
      <button
        type="button"
        className="small"
        aria-disabled={isPending}
        onClick={() => {
          const change = { evidence: [], documents: ids, verdict: 'rejected', before: 'proposed' } as const;
          if (!isPending) mutate(change, { onSuccess: done });
        }}
      >
        {text.rejectFound}
      </button>
      <NotSaved error={error} />
      {open && (
        <Dialog heading={text.of(ids.length)} onClose={() => setOpen(null)}>
          {() =>
            open === 'note' ? (
              <AnnotationForm caseId={caseId} documents={ids} span={null} close={done} />
            ) : (
              <CorrectMany caseId={caseId} documents={ids} close={done} />
            )
          }
        </Dialog>
      )}
    </SelectionBar>
  );
};
