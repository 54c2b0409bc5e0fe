import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Correction, DocumentView } from '../../../src/model/index.ts';
import { conflictOf } from '../api.ts';
import { type SentCorrection, useCorrection } from '../correction-api.ts';
import { dateInWords, momentInWords } from '../dates.ts';
import { words } from '../words.ts';
import { TextField, Unfolding } from './fields.tsx';
import { Leaving } from './leaving.tsx';
import { NotSaved } from './not-saved.tsx';

const text = words.correction;
const fields = ['title', 'author', 'publisher', 'published', 'language'] as const;
type Field = (typeof fields)[number];
type Values = Record<Field, string>;

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
  if (field === 'replaces') return text.placed[value === null ? 'beside' : 'replacing']({ when, by });
  const inWords = (said: string | null) =>
    said === null ? text.notKnown : field === 'published' ? dateInWords(said) : said;
  return text.made({
    when,
    by,
    field: text.fields[field],
    previous: inWords(previous),
    value: inWords(value),
  });
};

/** Puts right what is known of a document, or of all of its publisher; with what was put right before. */
export const CorrectionForm = ({ caseId, view }: { caseId: string; view: DocumentView }) => (
  <Unfolding summary={text.heading} className="preservation">
    <Fields caseId={caseId} view={view} />
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
  const known: Values = {
    title: document.title,
    author: document.author ?? '',
    publisher: document.publisher ?? '',
    published: document.published ?? '',
    language: document.language ?? '',
  };
  const [before, setBefore] = useState(known);
  const [values, setValues] = useState(before);
  const queries = useQueryClient();
  const [alike, setAlike] = useState(false);
  const [reason, setReason] = useState('');
  const { mutate, isPending, isSuccess, error, reset: forget } = useCorrection(caseId);
  const reset = () => {
    forget();
    queries.invalidateQueries({ queryKey: ['case', caseId] });
    setValues(known);
  };
  const changed = changedIn(before, values);
  const isChanged = Object.keys(changed).length > 0;
  const isNewer = fields.some((field) => known[field] !== before[field]);
  // What another window put right is shown as soon as nothing is typed here.
  if (isNewer && !isChanged) {
    setBefore(known);
    setValues(known);
  }
  const send = (seen: Values) =>
    mutate(
      {
        ...changed,
        documents: [document.id],
        alike,
        // Of the others of its publisher nothing was seen.
        ...(alike
          ? {}
          : {
              seen: Object.fromEntries(
                Object.keys(changed).map((field) => [field, seen[field as Field] || null]),
              ),
            }),
        reason: reason.trim(),
      },
      { onSuccess: () => setBefore(values) },
    );
  const now = conflictOf<Values & { by: string | null }>(error);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && !isPending) send(before);
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
          {...(field === 'published'
            ? {
                hint: text.dateHint,
                title: text.dateHint,
                pattern: String.raw`\s*\d{4}(-\d{2}(-\d{2})?)?\s*`,
              }
            : {})}
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
      {now ? (
        <div className="refused" role="alert">
          <p>{text.meanwhile(now.by ?? text.somebody)}</p>
          <ul>
            {(Object.keys(changed) as Field[]).map((field) => (
              <li key={field}>
                {text.stands({
                  field: text.fields[field],
                  theirs: now[field] || text.notKnown,
                  mine: values[field] || text.notKnown,
                })}
              </li>
            ))}
          </ul>
          <p className="actions">
            <button type="button" className="small" onClick={() => send(now)}>
              {words.decision.mineStands}
            </button>
            <button type="button" className="small" onClick={() => reset()}>
              {words.decision.theirsStands}
            </button>
          </p>
        </div>
      ) : (
        <NotSaved error={error} />
      )}
      <p className="actions">
        <button type="submit" className="primary" aria-disabled={isPending || !isChanged}>
          {text.keep}
        </button>
      </p>
    </form>
  );
};
