import { z } from 'zod';
import { Document } from './document.ts';
import { Span } from './span.ts';

/** How one document's text stands in another's. */
export const CopyLink = z.object({
  document: Document.shape.id.describe('The other document.'),
  kind: z
    .enum(['exact', 'near', 'passages'])
    .describe('The same words; the same text, edited; long passages in common.'),
  resemblance: z
    .number()
    .min(0)
    .max(1)
    .describe('Share of all runs of three words that both have (Broder 1997), to three places.'),
  passages: z
    .array(z.object({ here: Span, there: Span }))
    .describe('Runs of at least 25 words that both have, in order of `here`; spans in each text.'),
});
export type CopyLink = z.infer<typeof CopyLink>;
