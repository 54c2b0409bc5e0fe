import { z } from 'zod';
import { DocumentTranslation } from './translation.ts';

/** Where what is said of a document was found, and how far to trust it. */
export const SaidBy = z.object({
  source: z
    .enum([
      'person',
      'front-matter',
      'linked-data',
      'meta-tag',
      'page',
      'text',
      'address',
      'mail',
      'feed',
      'file-properties',
      'file-name',
    ])
    .describe(
      'Who or what says so; `page` is what readers of the page see beside the report, `text` the report itself.',
    ),
  certainty: z
    .enum(['stated', 'likely'])
    .describe('`stated`: given as that; `likely`: stands where it usually is that.'),
});
export type SaidBy = z.infer<typeof SaidBy>;

/**
 * A part of a text with a speaker or a time of its own, both where its reading begins: what it says without naming
 * anyone is its speaker's, and its relative times count from its date.
 */
export const Segment = z.object({
  span: z
    .tuple([z.int().nonnegative(), z.int().nonnegative()])
    .describe('`text.slice(...span)`: with the words that name its speaker and its time.'),
  kind: z
    .enum(['entry', 'mail', 'message', 'turn', 'question', 'answer', 'row', 'caption', 'list', 'footnote'])
    .describe(
      '`entry` of a live blog; `mail` quoted or forwarded; `message` of a chat; `turn` in a record of what was said.',
    ),
  speaker: z.string().nullable().describe('As written; null: whoever speaks in the document.'),
  date: z
    .string()
    .nullable()
    .describe('EDTF date, or its day with the time of day (`2024-05-11T08:15`); null: the document’s.'),
});
export type Segment = z.infer<typeof Segment>;

/** What became of all the words that a file holds: those in the text, and those left out, by what they are. */
export const Account = z.object({
  share: z
    .number()
    .min(0)
    .max(1)
    .describe('Share of the characters of the file’s words that are in the text.'),
  leftOut: z.array(
    z.object({
      what: z.string().describe('Plain words for people, such as `menus` or `running heads`.'),
      characters: z.int().positive(),
      begins: z.string().describe('How the longest of it begins, at most 160 characters.'),
    }),
  ),
});
export type Account = z.infer<typeof Account>;

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
  titleFrom: SaidBy.nullable().describe('null for documents collected before this was kept.'),
  publisher: z
    .string()
    .nullable()
    .describe('Who put it out; the host of its address where nothing says more.'),
  publisherFrom: SaidBy.nullable().describe('null when `publisher` is, or where this was not kept yet.'),
  agency: z
    .string()
    .nullable()
    .describe('News agency that a credit line or dateline names beside the publisher.'),
  published: z
    .string()
    .nullable()
    .describe('EDTF date (day, month or year); null when unknown, never guessed.'),
  publishedFrom: SaidBy.nullable().describe('null when `published` is.'),
  url: z.string().nullable(),
  kind: z
    .enum(['original', 'digest'])
    .describe("`digest`: our own summary of a page, never shown as the outlet's words."),
  text: z
    .string()
    .describe(
      'Plain text without front matter; all offsets count in it. Of a translated document the translation follows the original.',
    ),
  translation: DocumentTranslation.optional().describe('The machine translation that stands; absent: none.'),
  language: z
    .string()
    .nullable()
    .describe('BCP 47, as detected; `und` is another than English; null when it cannot be told.'),
  guessedCharset: z
    .string()
    .nullable()
    .describe(
      'Charset that its bytes look like, where nobody said it or what was said cannot be: letters may be wrong. null when it is known.',
    ),
  pages: z.array(Page).nullable().describe('In order, for paged formats (PDF); null for all others.'),
  segments: z
    .array(Segment)
    .nullable()
    .describe('By start, an outer one before those in it; the innermost counts. null when it has none.'),
  account: Account.nullable().describe('null where the format, or an earlier version, gave none.'),
  incomplete: z
    .string()
    .nullable()
    .describe(
      'Why the text is probably not the whole report, as a sentence for people; null when it seems whole.',
    ),
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
