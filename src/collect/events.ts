import type { Document, ProvisoError } from '../model/index.ts';
import type { Taken } from './containers/inner.ts';
import type { ByteSource } from './streams.ts';

/** What a person says of every input; it wins over what an input says of itself. */
export interface CollectOptions {
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  published?: string;
  publisher?: string;
  title?: string;
  url?: string;
  /** The bytes that `-` stands for; the process's standard input unless given. */
  stdin?: ByteSource;
}

/** One document as read: its original bytes, and what was made of them. */
export interface Collected {
  bytes: Uint8Array;
  document: Document;
  /** Path as given or found; `-` for standard input; `archive.zip!inner/page.html` for what was in a file. */
  source: string;
  /** What the file around it says of how it came there. */
  taken: Taken;
  /** A feed, whose bytes are kept beside those of its entries; null for everything else. */
  heldIn: { sha256: string; bytes: Uint8Array } | null;
}

export type CollectEvent = (
  | ({ kind: 'collected' } & Collected)
  | { kind: 'refused'; source: string; error: ProvisoError }
  /** Seen, and rightly no document: a link in a feed, a picture in a web archive. */
  | { kind: 'skipped'; source: string; why: string }
) & {
  /** The input that it came out of, as `countInputs` counts them. */
  input: string;
};
