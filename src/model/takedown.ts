import { z } from 'zod';
import { Document } from './document.ts';

/** What is left of a document that was taken down: its text and bytes are gone, and do not come back. */
export const Tombstone = z.object({
  documentId: Document.shape.id,
  sha256: Document.shape.sha256.describe('Of its bytes: with a copy, one can tell what was here.'),
  textSha256: Document.shape.sha256.describe('Of its text, by which it is known when it comes again.'),
  cases: z.array(z.string()).describe('Ids of the cases that it was in.'),
  at: z.iso.datetime(),
  by: z.string(),
  reason: z.string().min(1),
  removed: z
    .array(Document.shape.sha256)
    .describe('Of everything removed: its bytes, those of its captures, and of feeds kept with it.'),
});
export type Tombstone = z.infer<typeof Tombstone>;
