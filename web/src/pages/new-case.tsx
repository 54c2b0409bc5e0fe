import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { type GivenText, useBeginDraft } from '../draft-api.ts';
import { DropCover, useDroppedFiles } from '../parts/drop-anywhere.tsx';
import { ImportCase } from '../parts/import-case.tsx';
import { Leaving } from '../parts/leaving.tsx';
import { NotSaved } from '../parts/not-saved.tsx';
import { words } from '../words.ts';

const text = words.newCase;

/** The door: an agreement's text pasted, or its file chosen or dropped. */
export const NewCase = () => {
  const navigate = useNavigate();
  const { mutate, isPending, error } = useBeginDraft();
  const [isEmpty, setEmpty] = useState(false);
  const pasted = useRef<HTMLTextAreaElement>(null);
  const signed = useRef<HTMLInputElement>(null);
  const begin = (given: GivenText) => {
    if (isPending) return;
    setEmpty(false);
    const onSuccess = ({ id }: { id: string }) => {
      if (pasted.current) pasted.current.value = '';
      navigate({ to: '/drafts/$draft', params: { draft: id } });
    };
    mutate({ ...given, signed: signed.current?.value ?? '' }, { onSuccess });
  };
  const isOver = useDroppedFiles(([file]) => begin({ file }));
  const typed = () => pasted.current?.value.trim() ?? '';
  return (
    <div className="page">
      <title>{words.pageTitle(text.heading)}</title>
      <Leaving isDirty={() => typed() !== ''} />
      <DropCover isOver={isOver} said={words.cases.drop} />
      <h1>{text.heading}</h1>
      <p className="lead">{text.lead}</p>
      <form
        className="form door"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed()) begin({ text: pasted.current?.value ?? '' });
          else setEmpty(true);
        }}
      >
        <label>
          <span>{text.text}</span>
          <textarea
            ref={pasted}
            rows={14}
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: pasting is what this page is for
            autoFocus
            aria-describedby="text-hint"
          />
          <span id="text-hint" className="hint">
            {text.textHint}
          </span>
        </label>
        <div className="form-row">
          <label>
            <span>{text.signed}</span>
            <input ref={signed} type="date" />
          </label>
        </div>
        <p>
          <button type="submit" className="primary" aria-disabled={isPending}>
            {isPending ? text.reading : text.submit}
          </button>
        </p>
        {isEmpty && (
          <p className="refused" role="alert">
            {text.nothing}
          </p>
        )}
        <NotSaved error={isEmpty ? null : error} say={words.failure.whole}>
          {typed() && text.kept}
        </NotSaved>
        <label className="drop-zone">
          <span>{text.file}</span>
          <input
            className="chooser"
            type="file"
            accept=".pdf,.docx,.html,.htm,.md,.txt,.csv,.tsv,.xlsx"
            onChange={({ target }) => {
              const file = target.files?.[0];
              // The same file can be chosen once more after a refusal.
              target.value = '';
              if (file) begin({ file });
            }}
          />
          <span className="hint">{text.fileHint}</span>
        </label>
      </form>
      <ImportCase label={text.caseFile} hint={text.caseFileHint} />
      <p className="quiet">
        <Link to="/new-case/form">{text.form}</Link>
      </p>
    </div>
  );
};
