import { z } from 'zod';
import { Document } from './document.ts';
import { Span } from './span.ts';

/** What a tag or a comment is on: words of a document, or the whole of it. */
const place = {
  document: Document.shape.id,
  span: Span.nullable().describe('UTF-16 code units of its text; null: the document as a whole.'),
};

/** A person's own word for a document or a sentence, by which it is found again. */
export const Tag = z.strictObject({ ...place, tag: z.string().trim().min(1).max(60) });
export type Tag = z.infer<typeof Tag>;

/** What a person remarks on a document or a sentence, for others who work on the case. */
export const Comment = z.strictObject({ ...place, text: z.string().trim().min(1).max(4000) });
export type Comment = z.infer<typeof Comment>;

/** A tag or a comment as it stands. */
export const Annotation = z.object({
  decision: z.uuid().describe('The decision that it stands by.'),
  subject: z.string().describe('Of decisions on it: a further one changes it, or takes it away.'),
  kind: z.enum(['tag', 'comment']),
  ...place,
  text: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  edited: z.boolean().describe('It said something else before: its decisions are its history.'),
});
export type Annotation = z.infer<typeof Annotation>;
