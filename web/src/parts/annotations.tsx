import { type ReactNode, useState } from 'react';
import type { Annotation, DocumentView, Span } from '../../../src/model/index.ts';
import { useAnnotating } from '../annotation-api.ts';
import { momentInWords } from '../dates.ts';
import { words } from '../words.ts';
import { TextField } from './fields.tsx';
import { FormActions } from './form-actions.tsx';
import { NotSaved } from './not-saved.tsx';

const text = words.annotation;

/** A tag as it is shown everywhere. */
export const TagMark = ({ children }: { children: ReactNode }) => <bdi className="tag">{children}</bdi>;

interface FormProps {
  caseId: string;
  /** On what: documents as wholes, or words of one. */
  documents: readonly string[];
  span: Span | null;
  /** The words that it is on, where it is on words. */
  quoted?: string;
  changed?: Annotation;
  close: () => void;
}

/** A tag, a comment, or both, for a document or its words. */
export const AnnotationForm = ({ caseId, documents, span, quoted, changed, close }: FormProps) => {
  const [tag, setTag] = useState('');
  const [comment, setComment] = useState(changed?.text ?? '');
  const { mutateAsync, isPending, error } = useAnnotating(caseId).note;
  const keep = async () => {
    const place = { documents, span, ...(changed ? { changed } : {}) };
    if (tag.trim()) await mutateAsync({ kind: 'tag', text: tag.trim(), ...place });
    if (comment.trim()) await mutateAsync({ kind: 'comment', text: comment.trim(), ...place });
    close();
  };
  return (
    <form
      className="form"
      aria-label={text.open}
      onSubmit={(event) => {
        event.preventDefault();
        // What failed is said below.
        if (!isPending && (tag.trim() || comment.trim())) keep().catch(() => {});
      }}
    >
      {quoted && (
        <blockquote className="quotation" dir="auto">
          {quoted}
        </blockquote>
      )}
      {!changed && <TextField label={text.tag} value={tag} long onChange={setTag} />}
      <label className="field wide">
        <span>{text.comment}</span>
        <textarea rows={3} value={comment} onChange={({ target }) => setComment(target.value)} />
      </label>
      <NotSaved error={error} />
      <FormActions isReady={!isPending} close={close} />
    </form>
  );
};

const One = ({ caseId, view, one, onGo }: AnnotationsProps & { one: Annotation }) => {
  const [isOpen, setOpen] = useState(false);
  const { remove } = useAnnotating(caseId);
  const { span } = one;
  const quoted = span ? view.document.text.slice(...span).replace(/\s+/g, ' ') : '';
  if (isOpen)
    return (
      <AnnotationForm
        caseId={caseId}
        documents={[one.document]}
        span={span}
        quoted={quoted}
        changed={one}
        close={() => setOpen(false)}
      />
    );
  return (
    <div className="annotation">
      <p dir="auto">{one.kind === 'tag' ? <TagMark>{one.text}</TagMark> : one.text}</p>
      {span && (
        <button type="button" className="quotation link-like" dir="auto" onClick={() => onGo(span)}>
          “{quoted}”
        </button>
      )}
      <p className="facts">
        {words.decision.by({ who: one.by, when: momentInWords(one.at) })}
        {one.edited && ` · ${text.edited}`}
      </p>
      <p className="actions">
        {one.kind === 'comment' && (
          <button type="button" className="small" onClick={() => setOpen(true)}>
            {words.action.change}
          </button>
        )}
        <button
          type="button"
          className="small"
          aria-disabled={remove.isPending}
          onClick={() => !remove.isPending && remove.mutate(one)}
        >
          {one.kind === 'tag' ? text.remove.tag(one.text) : text.remove.comment}
        </button>
      </p>
      <NotSaved error={remove.error} />
    </div>
  );
};

interface AnnotationsProps {
  caseId: string;
  view: DocumentView;
  /** Shows the words that an annotation is on. */
  onGo: (span: Span) => void;
}

/** The tags and comments of a document, on the whole of it and on its words. */
export const Annotations = (props: AnnotationsProps) => {
  const { annotations } = props.view;
  if (annotations.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="annotations-heading">
      <h2 id="annotations-heading">{text.some(annotations.length)}</h2>
      {annotations.map((one) => (
        <One key={one.subject} one={one} {...props} />
      ))}
    </section>
  );
};
