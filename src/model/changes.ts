import { z } from 'zod';
import { Document } from './document.ts';
import { Span } from './span.ts';

/** Words of an earlier text that became others; an empty span says where nothing stood, or nothing stands now. */
export const TextChange = z.object({ earlier: Span, later: Span });
export type TextChange = z.infer<typeof TextChange>;

/** A page that was taken again with another text: two documents, and what changed between them. */
export const Revision = z.object({
  source: z.string().describe('Address that both were taken from.'),
  earlier: Document.shape.id,
  later: Document.shape.id.describe('The earlier one is kept, whatever becomes of it.'),
  at: z.iso.datetime().describe('When the later text was taken.'),
  standing: z
    .enum(['replaces', 'waiting', 'beside'])
    .describe(
      '`replaces`: the later text stands for the page. `waiting`: the two have nothing in common, and both stand until ' +
        'a person has looked; `beside`: a person has, and both stand.',
    ),
  changes: z.array(TextChange).describe('In order; the words between them are the same in both texts.'),
});
export type Revision = z.infer<typeof Revision>;
