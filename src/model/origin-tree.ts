import { z } from 'zod';
import { Tie } from './assessment.ts';
import { Document } from './document.ts';

/** A page under the origin that most of what it tells goes back to. */
export const TracedPage = z.object({
  document: Document.shape.id,
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable().describe('EDTF; null when unknown.'),
  url: z.string().nullable(),
  isRead: z.boolean().describe('Whether its claims were read: only English is.'),
  told: z.int().describe('How many of its claims go back to the origin; 0 for a page that was not read.'),
  claims: z.int().describe('How many claims it has.'),
  ties: z.array(Tie).describe('Why it goes back there, each reason once; the first is the commonest.'),
  also: z.array(z.string()).describe('Names of the other origins that it has words of.'),
});
export type TracedPage = z.infer<typeof TracedPage>;

export const TracedOrigin = z.object({
  id: z.string(),
  name: z.string(),
  isParty: z
    .boolean()
    .describe(
      'Whether it, or the state whose body it is, acts or undergoes something in what it tells itself.',
    ),
  isOwn: z.boolean().describe('Whether these pages speak in their own voice, so that it is their writer.'),
  pages: z.array(TracedPage),
});
export type TracedOrigin = z.infer<typeof TracedOrigin>;

/** Where what some pages tell comes from; no case is needed. */
export const OriginTree = z.object({
  pages: z.int(),
  origins: z.array(TracedOrigin).describe('The one that most pages go back to comes first.'),
  refused: z.array(z.object({ source: z.string(), code: z.string(), why: z.string(), todo: z.string() })),
});
export type OriginTree = z.infer<typeof OriginTree>;
