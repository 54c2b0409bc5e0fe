import { z } from 'zod';
import { Document } from './document.ts';

/** What of a document a person can put right. */
export const CorrectedField = z.enum(['title', 'author', 'publisher', 'published', 'language', 'replaces']);
export type CorrectedField = z.infer<typeof CorrectedField>;

/**
 * What a person put right on a document; the newest of a field holds, the older ones are its history. A correction of
 * `replaces` says, of a text that has nothing in common with its page's text before, whether it stands for it.
 */
export const Correction = z.strictObject({
  id: z.uuid(),
  documentId: Document.shape.id,
  field: CorrectedField,
  value: z
    .string()
    .min(1)
    .nullable()
    .describe(
      'null: not known. Of `published` an EDTF date, of `language` BCP 47; of `replaces` the id of the document ' +
        'whose place this one takes, null when both stand.',
    ),
  previous: z.string().nullable().describe('What stood there before.'),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Correction = z.infer<typeof Correction>;
