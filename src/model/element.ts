import { z } from 'zod';

/** One part of what a commitment asks, and what a sentence says of it. */
export const Element = z.object({
  element: z.enum(['who', 'what', 'how much', 'whom', 'where', 'by when']),
  state: z.enum(['shown', 'missing', 'contradicted']),
  words: z.string().describe('The words that show or contradict it; empty where it is missing.'),
});
export type Element = z.infer<typeof Element>;
