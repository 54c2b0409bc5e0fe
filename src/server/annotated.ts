import { z } from 'zod';
import { type Annotation, Document, type DocumentListView } from '../model/index.ts';
import type { DocumentFilter, Store } from '../store/index.ts';
import { annotationsIn } from '../work/index.ts';

/** Which documents are asked for, also by what people noted. */
export const AskedDocuments = z.object({
  publisher: z.string().max(400).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  kind: Document.shape.kind.optional(),
  tag: z.string().max(60).optional(),
  commented: z.stringbool().optional(),
});
type Asked = z.output<typeof AskedDocuments>;

const passes = ({ kind, text }: Annotation, { tag, commented }: Asked): boolean =>
  (tag !== undefined && kind === 'tag' && text === tag) || (commented === true && kind === 'comment');

/** The filter with the documents that people noted something on, where that is asked for; and all annotations of the case. */
export async function annotatedBy(
  store: Store,
  caseId: string,
  asked: Asked,
): Promise<{ filter: DocumentFilter; annotations: Annotation[] }> {
  const { tag, commented, ...filter } = asked;
  const annotations = annotationsIn(await store.decisions(caseId));
  if (tag === undefined && !commented) return { filter, annotations };
  const found = annotations.filter((one) => passes(one, asked));
  return { filter: { ...filter, ids: [...new Set(found.map(({ document }) => document))] }, annotations };
}

/** What of a case's annotations is on a page of documents, and every tag of the case. */
export function annotationsOn(
  { documents }: Pick<DocumentListView, 'documents'>,
  { annotations }: { annotations: readonly Annotation[] },
): Pick<DocumentListView, 'annotations' | 'tags'> {
  const shown = new Set(documents.map(({ id }) => id));
  const tagged = new Map<string, Set<string>>();
  for (const { kind, text, document } of annotations)
    if (kind === 'tag') tagged.set(text, (tagged.get(text) ?? new Set()).add(document));
  return {
    annotations: annotations.filter(({ document }) => shown.has(document)),
    tags: [...tagged]
      .map(([tag, on]) => ({ tag, documents: on.size }))
      .sort((a, b) => a.tag.localeCompare(b.tag, 'en')),
  };
}
