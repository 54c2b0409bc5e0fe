import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Annotation, DecisionRequest, Span } from '../../src/model/index.ts';
import { casePath, send } from './api.ts';
import { noteDeed } from './deeds.ts';
import { words } from './words.ts';

const text = words.annotation;

/** What is noted, and on what: documents as wholes, or words of one. */
export interface Noted {
  kind: Annotation['kind'];
  text: string;
  documents: readonly string[];
  span: Span | null;
  /** The one that is changed; absent for a new one. */
  changed?: Annotation;
}

const placed = ({ kind, text: said }: Pick<Noted, 'kind' | 'text'>, document: string, span: Span | null) =>
  kind === 'tag' ? { document, span, tag: said } : { document, span, text: said };

const newSubject = (kind: Annotation['kind']) => (kind === 'tag' ? 'tag' : `comment:${crypto.randomUUID()}`);

/** Tags and comments: kept with who and when, changed and taken away without losing what they said before. */
export const useAnnotating = (caseId: string) => {
  const queries = useQueryClient();
  const post = async (decision: DecisionRequest): Promise<{ subject: string }> =>
    (await send(queries, 'POST', casePath(caseId, 'decisions'), decision)).json();
  const refresh = () => queries.invalidateQueries({ queryKey: ['case', caseId] });
  const put = (one: Annotation, said: string | null, seen?: string | null) =>
    post({
      kind: one.kind,
      subject: one.subject,
      value: said === null ? null : placed({ kind: one.kind, text: said }, one.document, one.span),
      reason: '',
      ...(seen === undefined ? {} : { seen }),
    });
  const note = useMutation({
    mutationFn: async ({ kind, text: said, documents, span, changed }: Noted): Promise<string[]> => {
      if (changed) return [(await put(changed, said, changed.decision)).subject];
      const subjects: string[] = [];
      for (const document of documents) {
        const value = placed({ kind, text: said }, document, span);
        subjects.push((await post({ kind, subject: newSubject(kind), value, reason: '' })).subject);
      }
      return subjects;
    },
    onSuccess: (subjects, { kind, changed }) => {
      noteDeed({
        caseId,
        said: text.kept[kind](subjects.length),
        undone: text.takenBack,
        undo: async () => {
          if (changed) return put(changed, changed.text);
          for (const subject of subjects) await post({ kind, subject, value: null, reason: '' });
        },
      });
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (one: Annotation) => put(one, null, one.decision),
    onSuccess: (_kept, one) => {
      noteDeed({ caseId, said: text.removed, undone: text.again, undo: () => put(one, one.text) });
      return refresh();
    },
  });
  return { note, remove };
};
