import { z } from 'zod';

/** Where a publication date was found, and how far to trust it. */
export const PublishedFrom = z.object({
  source: z
    .enum([
      'person',
      'front-matter',
      'linked-data',
      'meta-tag',
      'page',
      'address',
      'mail',
      'feed',
      'file-properties',
    ])
    .describe('Who or what says so; `page` is a date that readers of the page see.'),
  certainty: z
    .enum(['stated', 'likely'])
    .describe(
      '`stated`: given as the publication date; `likely`: a date beside it that usually is the same.',
    ),
});
export type PublishedFrom = z.infer<typeof PublishedFrom>;

/** A page of a paged document: `text.slice(start, end)` is what stands on it. */
export const Page = z.object({
  page: z.int().positive().describe('Counted from 1, whatever number is printed on it.'),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Page = z.infer<typeof Page>;

/** One preserved report. Its id is the first 16 hex digits of the SHA-256 of its original bytes. */
export const Document = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  byteLength: z.int().positive(),
  title: z.string(),
  author: z.string().nullable().describe('Whoever signed it, as written; several are joined with commas.'),
  publisher: z.string().nullable(),
  published: z
    .string()
    .nullable()
    .describe('EDTF date (day, month or year); null when unknown, never guessed.'),
  publishedFrom: PublishedFrom.nullable().describe('null when `published` is.'),
  url: z.string().nullable(),
  kind: z
    .enum(['original', 'digest'])
    .describe("`digest`: our own summary of a page, never shown as the outlet's words."),
  text: z.string().describe('Plain text without front matter; all offsets count in it.'),
  language: z
    .string()
    .nullable()
    .describe('BCP 47, as detected; `und` is another than English; null when it cannot be told.'),
  pages: z.array(Page).nullable().describe('In order, for paged formats (PDF); null for all others.'),
});
export type Document = z.infer<typeof Document>;

/** When, whence and with what a document's bytes were collected (Berkeley Protocol, chain of custody). */
export const Capture = z.object({
  documentId: Document.shape.id,
  source: z.string().describe('Path or URL; `-` for standard input.'),
  collectedAt: z.iso.datetime(),
  collector: z.string().describe('Who ran the collection.'),
  tool: z.string().describe('Name and version of the tool.'),
  url: z.string().nullable().describe('Address that a web archive says the bytes came from.'),
  takenAt: z.string().nullable().describe('When a web archive says they were taken (ISO 8601).'),
  headers: z
    .array(z.tuple([z.string(), z.string()]))
    .nullable()
    .describe('Response headers, in order, where they came by HTTP.'),
  container: z
    .string()
    .nullable()
    .describe('SHA-256 of the archive, mail or feed they were taken out of; null when they were a file.'),
});
export type Capture = z.infer<typeof Capture>;
