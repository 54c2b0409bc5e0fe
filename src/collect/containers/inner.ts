import type { Capture } from '../../model/index.ts';
import type { Content, Skipped } from '../content.ts';
import type { Bytes } from '../streams.ts';

/** How a file came to be where it was found, as an archive or a server tells. */
export type Taken = Pick<Capture, 'url' | 'takenAt' | 'headers' | 'container' | 'fetched'>;

export const takenFromNowhere: Taken = {
  url: null,
  takenAt: null,
  headers: null,
  container: null,
  fetched: null,
};

/** A file in an archive, to be opened once. */
interface Inner {
  kind: 'file';
  name: string;
  /** As the archive says; null when it says none. */
  mediaType: string | null;
  charset: string | null;
  isWrittenHere?: boolean;
  said: Partial<Content>;
  taken: Partial<Taken>;
  open(): Promise<Bytes>;
}

/** What comes out of an archive, one by one: a file, one that cannot be opened, one that is passed over. */
export type Unpacked =
  | Inner
  | { kind: 'broken'; name: string; error: (source: string) => Error }
  | ({ kind: 'skipped' } & Skipped);

/** A name from an archive in one line: it is only ever shown, never used as a path. */
export const shownName = (name: string): string =>
  name.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '\ufffd').slice(0, 500);
