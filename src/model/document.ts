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

/** How a capture came over the web. */
export const Fetched = z.object({
  status: z
    .int()
    .describe('200; 304 when the server said that nothing had changed since the capture before.'),
  hops: z
    .array(z.object({ url: z.url(), status: z.int() }))
    .describe('Redirects on the way, in order: the address asked, and its answer.'),
});
export type Fetched = z.infer<typeof Fetched>;

/** When, whence and with what a document's bytes were collected (Berkeley Protocol, chain of custody). */
export const Capture = z.object({
  documentId: Document.shape.id,
  source: z.string().describe('Path or URL; `-` for standard input.'),
  collectedAt: z.iso.datetime(),
  collector: z.string().describe('Who ran the collection.'),
  tool: z.string().describe('Name and version of the tool.'),
  sha256: Document.shape.sha256.describe(
    'Of the bytes taken then; another than the document’s where only what stands around the text changed.',
  ),
  url: z
    .string()
    .nullable()
    .describe('Address that the bytes came from: where the redirects ended, or as a web archive says.'),
  takenAt: z.string().nullable().describe('When a web archive says they were taken (ISO 8601).'),
  headers: z
    .array(z.tuple([z.string(), z.string()]))
    .nullable()
    .describe('Response headers, in order, where they came by HTTP.'),
  container: z
    .string()
    .nullable()
    .describe('SHA-256 of the archive, mail or feed that held or named them; null when they were a file.'),
  fetched: Fetched.nullable().describe('null when it did not come over the web.'),
});
export type Capture = z.infer<typeof Capture>;
