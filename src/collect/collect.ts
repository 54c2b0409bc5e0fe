import { createReadStream } from 'node:fs';
import { asProvisoError, type Document, ProvisoError } from '../model/index.ts';
import type { Taken } from './containers/inner.ts';
import { isPublicationDate } from './dates.ts';
import { type Input, inputs } from './inputs.ts';
import { createParser, type Parser } from './parser.ts';
import { dateInvalid, fileRefusal } from './refusals.ts';
import { type ByteSource, streamFrom } from './streams.ts';
import { type Found, Unfolding } from './unfolding.ts';

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

/**
 * Reads every input that the paths stand for, one at a time, in order, and the files inside archives, mails and
 * feeds. An input that cannot be read is reported as refused and the next one is read. Throws
 * PROVISO_DATE_INVALID or PROVISO_USAGE when the options themselves are wrong.
 */
export async function* collect(
  paths: readonly string[],
  options: CollectOptions = {},
): AsyncGenerator<CollectEvent> {
  checkOptions(options);
  const parser = createParser();
  try {
    for await (const input of inputs(paths)) yield* collectInput(input, options, parser);
  } finally {
    await parser.close();
  }
}

async function* collectInput(
  input: Input,
  options: CollectOptions,
  parser: Parser,
): AsyncGenerator<CollectEvent> {
  const { source } = input;
  let given = false;
  try {
    if (input.kind === 'refused') throw input.error;
    const unfolding = new Unfolding(source, input.kind === 'file' ? input.size : 0, options, parser);
    for await (const event of unfolding.events(foundAt(input, options))) {
      given = true;
      yield { ...event, input: source };
    }
    // An archive of nothing but folders: it must not vanish from the count.
    if (!given) yield { kind: 'skipped', source, why: 'it holds no files', input: source };
  } catch (thrown) {
    yield { kind: 'refused', source, error: asProvisoError(thrown), input: source };
  }
}

function foundAt(input: Exclude<Input, { kind: 'refused' }>, options: CollectOptions): Found {
  const isFile = input.kind === 'file';
  return {
    source: input.source,
    name: isFile ? input.source : '',
    path: isFile ? input.source : null,
    // Standard input has no name to go by: its first bytes tell, or it is plain text.
    mediaType: isFile ? null : 'text/plain',
    charset: null,
    said: {},
    taken: { url: null, takenAt: null, headers: null, container: null },
    heldIn: null,
    open: async () =>
      isFile ? fileStream(input.source) : streamFrom(options.stdin ?? (() => process.stdin)),
  };
}

async function* fileStream(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (thrown) {
    throw fileRefusal(path, thrown);
  }
}

function checkOptions({ published, url }: CollectOptions): void {
  if (published && !isPublicationDate(published)) throw dateInvalid('The publication date given', published);
  if (url && !(URL.canParse(url) && /^https?:/i.test(url))) {
    throw new ProvisoError(
      'PROVISO_USAGE',
      `${url} is no web address.`,
      'Give one that begins with https://.',
    );
  }
}
