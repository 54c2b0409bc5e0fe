import { useState } from 'react';
import type { Correction, DocumentView } from '../../../src/model/index.ts';
import { type SentCorrection, useCorrection } from '../correction-api.ts';
import { dateInWords, momentInWords } from '../dates.ts';
import { words } from '../words.ts';
import { TextField, Unfolding } from './fields.tsx';
import { Leaving } from './leaving.tsx';
import { NotSaved } from './not-saved.tsx';

const text = words.correction;
const fields = ['title', 'author', 'publisher', 'published', 'language'] as const;
type Values = Record<(typeof fields)[number], string>;

/** What was changed, and nothing else; empty is not known. */
const changedIn = (before: Values, now: Values): Partial<SentCorrection> =>
  Object.fromEntries(
    fields
      .filter((field) => before[field] !== now[field].trim())
      .map((field) => [field, now[field].trim() || null]),
  );

/** What was put right, by whom and when, as people read it. */
const madeInWords = ({ at, by, field, previous, value }: Correction): string => {
  const when = momentInWords(at);
  if (field === 'replaces') return text.placed(when, by, value !== null);
  const inWords = (said: string | null) => (said && field === 'published' ? dateInWords(said) : said);
  return text.made(when, by, text.fields[field], inWords(previous), inWords(value));
};

/** Puts right what is known of a document, or of all of its publisher; with what was put right before. */
export const CorrectionForm = ({ caseId, view }: { caseId: string; view: DocumentView }) => (
  <Unfolding summary={text.heading} className="preservation">
    <Fields key={view.corrections[0]?.id} caseId={caseId} view={view} />
    {view.corrections.length > 0 && (
      <ul className="plain">
        {view.corrections.map((correction) => (
          <li key={correction.id}>
            {madeInWords(correction)} {correction.reason}
          </li>
        ))}
      </ul>
    )}
  </Unfolding>
);

const Fields = ({ caseId, view: { document } }: { caseId: string; view: DocumentView }) => {
  const before: Values = {
    title: document.title,
    author: document.author ?? '',
    publisher: document.publisher ?? '',
    published: document.published ?? '',
    language: document.language ?? '',
  };
  const [values, setValues] = useState(before);
  const [alike, setAlike] = useState(false);
  const [reason, setReason] = useState('');
  const { mutate, isPending, isSuccess, error } = useCorrection(caseId);
  const changed = changedIn(before, values);
  const isChanged = Object.keys(changed).length > 0;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && !isPending)
          mutate({ ...changed, documents: [document.id], alike, reason: reason.trim() });
      }}
    >
      <Leaving isDirty={() => isChanged && !isSuccess} />
      {fields.map((field) => (
        <TextField
          key={field}
          label={text.fields[field]}
          value={values[field]}
          long={field === 'title'}
          required={field === 'title'}
          {...(field === 'published' ? { hint: text.dateHint } : {})}
          onChange={(value) => setValues({ ...values, [field]: value })}
        />
      ))}
      {document.publisher && (
        <label className="check">
          <input type="checkbox" checked={alike} onChange={({ target }) => setAlike(target.checked)} />
          {text.alike(document.publisher)}
        </label>
      )}
      <TextField label={words.decision.reason} value={reason} long onChange={setReason} />
      <NotSaved error={error} />
      <p className="actions">
        <button type="submit" className="primary" aria-disabled={isPending || !isChanged}>
          {text.keep}
        </button>
      </p>
    </form>
  );
};
