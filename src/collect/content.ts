import type { Document } from '../model/index.ts';

/** What an input says about itself, and its text. What it does not say is null, never guessed. */
export type Content = Pick<
  Document,
  'author' | 'publisher' | 'published' | 'publishedFrom' | 'url' | 'kind' | 'text' | 'pages'
> &
  Partial<
    Pick<
      Document,
      'titleFrom' | 'publisherFrom' | 'agency' | 'segments' | 'account' | 'incomplete' | 'guessedCharset'
    >
  > & {
    title: string | null;
  };

/** A publication date with its source, or neither. */
export type Dating = Pick<Content, 'published' | 'publishedFrom'>;

export const undated: Dating = { published: null, publishedFrom: null };

/** A text that says nothing of itself. */
export const bare = (text: string): Content => ({
  title: null,
  author: null,
  publisher: null,
  ...undated,
  url: null,
  kind: 'original',
  text,
  pages: null,
});

/** A file that was inside another: an attachment, an entry of a feed. */
export interface Part {
  /** Name within the file that held it, such as `annex.pdf`. */
  name: string;
  bytes: Uint8Array;
  /** Media type that the file around it gives; null when it gives none. */
  mediaType: string | null;
  /** Its text was written by the parser, in UTF-8. */
  isWrittenHere?: boolean;
  /** What the file around it says of it; it wins over what the part says of itself. */
  said: Partial<Content>;
}

/** Something that was seen and deliberately not collected. */
export interface Skipped {
  name: string;
  why: string;
}

/** A page that a file names: an entry of a feed, a line of a list of addresses. */
export interface Link {
  url: string;
  /** What the file says of the page; it holds where the page itself says nothing. */
  supposed: Partial<Content>;
  /** What of it is another one when the page is: the date and summary in a feed; null where nothing is. */
  mark: string | null;
  /** What stands for the page where it cannot be fetched: the summary in a feed. */
  instead: Part | null;
}

/** What parsing one file gives. */
export interface Parsed {
  /** null when the file is only a wrapper around its parts. */
  content: Content | null;
  parts: Part[];
  skipped: Skipped[];
  links: Link[];
}

/** Parsed content without anything inside it. */
export const alone = (content: Content): Parsed => ({
  content,
  parts: [],
  skipped: [],
  links: [],
});

/** NUL and half surrogate pairs, which no database and no reader takes, become U+FFFD. */
export const storable = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '\ufffd');
