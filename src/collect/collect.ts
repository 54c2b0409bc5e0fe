import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { asProvisoError, type Document, ProvisoError } from '../model/index.ts';
import type { Content } from './content.ts';
import { isPublicationDate } from './dates.ts';
import { declaredCharset, decodeText } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readPage } from './html.ts';
import { type Input, inputs, type MediaType } from './inputs.ts';
import { dateInvalid, empty, fileRefusal, maxBytes, tooLarge } from './refusals.ts';
import { type ByteSource, readAll } from './stdin.ts';

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

/** One input as read: its original bytes, and the document made of them. */
export interface Collected {
  bytes: Uint8Array;
  document: Document;
  /** Path as given or found; `-` for standard input. */
  source: string;
}

export type CollectEvent =
  | ({ kind: 'collected' } & Collected)
  | { kind: 'refused'; source: string; error: ProvisoError };

/**
 * Reads every input that the paths stand for, one at a time, in order. An input that cannot be read is
 * reported as refused and the next one is read. Throws PROVISO_DATE_INVALID or PROVISO_USAGE when the
 * options themselves are wrong.
 */
export async function* collect(
  paths: readonly string[],
  options: CollectOptions = {},
): AsyncGenerator<CollectEvent> {
  checkOptions(options);
  for await (const input of inputs(paths)) {
    if (input.kind === 'refused') yield input;
    else yield await collectOne(input, options);
  }
}

type ReadableInput = Exclude<Input, { kind: 'refused' }>;

async function collectOne(input: ReadableInput, options: CollectOptions): Promise<CollectEvent> {
  const { source } = input;
  try {
    const bytes = await readInput(input, options);
    if (bytes.length === 0) throw empty(source);
    const mediaType = input.kind === 'file' ? input.mediaType : sniffMediaType(bytes);
    return { kind: 'collected', source, bytes, document: toDocument(bytes, mediaType, source, options) };
  } catch (thrown) {
    return { kind: 'refused', source, error: asProvisoError(thrown) };
  }
}

async function readInput(input: ReadableInput, options: CollectOptions): Promise<Uint8Array> {
  if (input.kind === 'stdin') return readAll(options.stdin ?? (() => process.stdin), input.source);
  if (input.size > maxBytes) throw tooLarge(input.source);
  try {
    return await readFile(input.source);
  } catch (thrown) {
    throw fileRefusal(input.source, thrown);
  }
}

/** Standard input has no name to go by: it is a page when it begins like one. */
function sniffMediaType(bytes: Uint8Array): MediaType {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024));
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(start)
    ? 'text/html'
    : 'text/plain';
}

/** The document that the bytes hold. Throws a refusal when they hold none. */
function toDocument(bytes: Uint8Array, mediaType: MediaType, source: string, said: CollectOptions): Document {
  const found =
    mediaType === 'text/html' || mediaType === 'application/xhtml+xml'
      ? readPage(decodeText(bytes, source, declaredCharset(bytes)), source)
      : readText(decodeText(bytes, source), mediaType, source);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    id: sha256.slice(0, 16),
    sha256,
    mediaType,
    byteLength: bytes.length,
    title: said.title || found.title || nameOf(source),
    publisher: said.publisher || found.publisher,
    published: said.published || found.published,
    url: said.url || found.url,
    kind: found.kind,
    text: found.text,
  };
}

function readText(text: string, mediaType: MediaType, source: string): Content {
  const { frontMatter, body } = splitFrontMatter(text, source);
  if (body === '') throw empty(source);
  const heading = mediaType === 'text/markdown' ? firstHeading(body) : undefined;
  return {
    title: frontMatter.title ?? heading ?? null,
    publisher: frontMatter.publisher ?? null,
    published: frontMatter.published ?? null,
    url: frontMatter.url ?? null,
    kind: frontMatter.kind ?? 'original',
    text: body,
  };
}

const firstHeading = (markdown: string) => /^#{1,6}[ \t]+(.*?)[ \t]*#*$/m.exec(markdown)?.[1];

const nameOf = (source: string) => (source === '-' ? 'Standard input' : basename(source, extname(source)));

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
