import { z } from 'zod';

/** One preserved report. Its id is the first 16 hex digits of the SHA-256 of its original bytes. */
export const Document = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  byteLength: z.int().positive(),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z
    .string()
    .nullable()
    .describe('EDTF date (day, month or year); null when unknown, never guessed.'),
  url: z.string().nullable(),
  kind: z
    .enum(['original', 'digest'])
    .describe("`digest`: our own summary of a page, never shown as the outlet's words."),
  text: z.string().describe('Plain text without front matter; all offsets count in it.'),
});
export type Document = z.infer<typeof Document>;

/** When, whence and with what a document's bytes were collected (Berkeley Protocol, chain of custody). */
export const Capture = z.object({
  documentId: Document.shape.id,
  source: z.string().describe('Path or URL; `-` for standard input.'),
  collectedAt: z.iso.datetime(),
  collector: z.string().describe('Who ran the collection.'),
  tool: z.string().describe('Name and version of the tool.'),
});
export type Capture = z.infer<typeof Capture>;
