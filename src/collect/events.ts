import type { Document, ProvisoError } from '../model/index.ts';
import type { Taken } from './containers/inner.ts';
import type { ByteSource } from './streams.ts';
import type { Validators, WebOptions } from './web/fetcher.ts';
import type { Seen } from './web/revisits.ts';

/** What a person says of every input; it wins over what an input says of itself. */
export interface CollectOptions {
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  published?: string;
  publisher?: string;
  title?: string;
  url?: string;
  /** Of files that are text, whatever they say of it themselves; a label of the web's (WHATWG, Encoding). */
  charset?: string;
  /** The bytes that `-` stands for; the process's standard input unless given. */
  stdin?: ByteSource;
  /** How the web is reached, for inputs that are addresses. */
  web?: WebOptions;
  /** What is known of addresses fetched before; nothing unless given. */
  visits?: Visits;
  /** Inputs that are addresses which no person gave, but a feed did before: they are asked again only when due. */
  passing?: ReadonlySet<string>;
}

/** What is known of addresses fetched before. */
interface Visits {
  /** null for an address that has not been fetched. */
  last(url: string): Promise<(Validators & Seen) | null>;
}

/** One document as read: its original bytes, and what was made of them. */
export interface Collected {
  bytes: Uint8Array;
  document: Document;
  /** Path as given or found; `-` for standard input; `archive.zip!inner/page.html` for what was in a file. */
  source: string;
  /** What the file around it says of how it came there. */
  taken: Taken;
  /** A feed, whose bytes are kept beside its entries and the pages that it names; null for everything else. */
  heldIn: { sha256: string; bytes: Uint8Array } | null;
}

export type CollectEvent = (
  | ({ kind: 'collected' } & Collected)
  | { kind: 'refused'; source: string; error: ProvisoError }
  /** Seen, and rightly no document: a link in a feed, a picture in a web archive. */
  | { kind: 'skipped'; source: string; why: string }
  /** A page that a feed named, and that was taken before: it is not to be asked again yet. */
  | { kind: 'known'; source: string }
  /** The server says that the page is as it was when it was last taken. */
  | ({ kind: 'unchanged'; source: string } & Pick<Collected, 'taken'>)
  /**
   * All that an address gave has come, and next time it can be asked what has changed; `given`: by the person; `mark`:
   * what the feed that names it says of it.
   */
  | { kind: 'visited'; source: string; validators: Validators; given: boolean; mark: string | null }
) & {
  /** The input that it came out of, as `countInputs` counts them. */
  input: string;
};
