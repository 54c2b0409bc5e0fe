import type { Document } from '../model/index.ts';

/** What an input says about itself, and its text. What it does not say is null, never guessed. */
export type Content = Pick<
  Document,
  'author' | 'publisher' | 'published' | 'publishedFrom' | 'url' | 'kind' | 'text' | 'pages'
> & {
  title: string | null;
};

/** A publication date with its source, or neither. */
export type Dating = Pick<Content, 'published' | 'publishedFrom'>;

export const undated: Dating = { published: null, publishedFrom: null };

/** A file that was inside another: an attachment, an entry of a feed. */
export interface Part {
  /** Name within the file that held it, such as `annex.pdf`. */
  name: string;
  bytes: Uint8Array;
  /** Media type that the file around it gives; null when it gives none. */
  mediaType: string | null;
  /** What the file around it says of it; it wins over what the part says of itself. */
  said: Partial<Content>;
}

/** Something that was seen and deliberately not collected. */
export interface Skipped {
  name: string;
  why: string;
}

/** What parsing one file gives. */
export interface Parsed {
  /** null when the file is only a wrapper around its parts. */
  content: Content | null;
  parts: Part[];
  skipped: Skipped[];
}

/** Parsed content without anything inside it. */
export const alone = (content: Content): Parsed => ({ content, parts: [], skipped: [] });

/** NUL and half surrogate pairs, which no database and no reader takes, become U+FFFD. */
export const storable = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '\ufffd');
