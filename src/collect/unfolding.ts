import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, extname } from 'node:path';
import { asProvisoError, type Document } from '../model/index.ts';
import { Budget } from './containers/budget.ts';
import { gunzip, gunzippedName } from './containers/gzip.ts';
import { shownName, type Taken, type Unpacked } from './containers/inner.ts';
import { warcPages } from './containers/warc.ts';
import { unzip } from './containers/zip.ts';
import type { Content, Part } from './content.ts';
import type { CollectEvent, Collected, CollectOptions } from './events.ts';
import { type Kind, kindOf, mediaTypes } from './kinds.ts';
import { languageOf } from './language.ts';
import { maxBytes, maxDepth, maxInnerZip, maxMailDepth } from './limits.ts';
import type { ParseJob } from './parse.ts';
import type { Parser } from './parser.ts';
import { empty, tooComplex } from './refusals.ts';
import { type Bytes, peek, readAll, streamOf } from './streams.ts';

/** A file that was found: on disk, on standard input, or inside another. */
export interface Found {
  source: string;
  /** Its own name, by which it may be told what it is. */
  name: string;
  /** Where it lies on disk; null when it lies nowhere. */
  path: string | null;
  mediaType: string | null;
  charset: string | null;
  said: Partial<Content>;
  taken: Taken;
  heldIn: Collected['heldIn'];
  open(): Promise<Bytes>;
}

type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;
type Event = DistributiveOmit<CollectEvent, 'input'>;

/** One input, unfolded into everything that is in it. What it may unpack to is counted over all of it. */
export class Unfolding {
  readonly #options: CollectOptions;
  readonly #parser: Parser;
  readonly #budget: Budget;

  constructor(source: string, size: number, options: CollectOptions, parser: Parser) {
    this.#budget = new Budget(source, size);
    this.#options = options;
    this.#parser = parser;
  }

  /** What the file is or holds. A file that cannot be read is an event; a spent budget ends all by throwing. */
  async *events(found: Found, depth = 0): AsyncGenerator<Event> {
    const { source } = found;
    try {
      yield* this.#unfold(found, depth);
    } catch (thrown) {
      if (this.#budget.exceeded && depth > 0) throw this.#budget.exceeded;
      yield { kind: 'refused', source, error: asProvisoError(thrown) };
    }
  }

  async *#unfold(found: Found, depth: number): AsyncGenerator<Event> {
    const opened = await found.open();
    const { head, whole } = await peek(depth === 0 ? opened : this.#budget.counted(opened));
    if (head.length === 0) throw empty(found.source);
    const kind = kindOf(head, found.name, found.mediaType, found.source);
    if (kind === 'zip' || kind === 'gzip' || kind === 'warc')
      yield* this.#container(found, kind, whole, depth);
    else yield* this.#document(found, kind, whole, depth);
  }

  async *#container(found: Found, kind: Kind, whole: Bytes, depth: number): AsyncGenerator<Event> {
    if (depth >= maxDepth) throw tooComplex(found.source, 'it is an archive in an archive in an archive');
    const container = found.taken.container ?? (found.path ? await hashOfFile(found.path) : null);
    const holder = { ...found, taken: { ...found.taken, container } };
    if (kind === 'gzip') yield* this.#gunzipped(holder, whole, depth);
    else if (kind === 'warc') yield* this.#each(holder, warcPages(whole, found.source), depth);
    else {
      const archive = found.path ?? (await readAll(whole, found.source, maxInnerZip));
      if (found.path) await closed(whole);
      yield* this.#each(holder, unzip(archive, found.source), depth);
    }
  }

  /** The packed file stands in the place of its packing: it has the same source, and no depth is lost. */
  async *#gunzipped(found: Found, whole: Bytes, depth: number): AsyncGenerator<Event> {
    this.#budget.countFile();
    const unpacked: Found = {
      ...found,
      name: gunzippedName(found.name),
      path: null,
      mediaType: /gzip/.test(found.mediaType ?? '') ? null : found.mediaType,
      open: async () => gunzip(whole, found.source),
    };
    yield* this.events(unpacked, depth + 1);
  }

  async *#each(holder: Found, files: AsyncIterable<Unpacked>, depth: number): AsyncGenerator<Event> {
    for await (const file of files) {
      const source = `${holder.source}!${file.name}`;
      this.#budget.countFile();
      if (file.kind === 'skipped') yield { kind: 'skipped', source, why: file.why };
      else if (file.kind === 'broken') {
        yield { kind: 'refused', source, error: asProvisoError(file.error(source)) };
      } else {
        const taken = { ...holder.taken, ...file.taken };
        const said = { ...holder.said, ...file.said };
        yield* this.events({ ...file, source, said, taken, path: null, heldIn: holder.heldIn }, depth + 1);
      }
    }
  }

  async *#document(found: Found, kind: ParseJob['kind'], whole: Bytes, depth: number): AsyncGenerator<Event> {
    const { source, charset, taken, heldIn } = found;
    const bytes = await readAll(whole, source, maxBytes(kind));
    const { content, parts, skipped } = await this.#parser.parse({ bytes, kind, source, charset });
    const sha256 = sha256Of(bytes);
    if (content) {
      const document = this.#documentOf(found, kind, bytes, sha256, { ...content, ...worded(found.said) });
      yield { kind: 'collected', source, bytes, document, taken, heldIn };
    }
    for (const { name, why } of skipped)
      yield { kind: 'skipped', source: `${source}!${shownName(name)}`, why };
    if (parts.length > 0 && depth >= maxMailDepth) {
      throw tooComplex(source, 'it holds files, and is itself too deep in others');
    }
    const keptBeside = kind === 'feed' ? { sha256, bytes } : null;
    yield* this.#each(
      { ...found, said: {}, taken: { ...taken, container: sha256 }, heldIn: keptBeside },
      inners(parts),
      depth,
    );
    if (!content && parts.length === 0 && skipped.length === 0) throw empty(source);
  }

  #documentOf({ source }: Found, kind: Kind, bytes: Uint8Array, sha256: string, found: Content): Document {
    const said = this.#options;
    return {
      ...found,
      id: sha256.slice(0, 16),
      sha256,
      mediaType: mediaTypes[kind],
      byteLength: bytes.length,
      title: said.title || found.title || nameOf(source),
      publisher: said.publisher || found.publisher,
      published: said.published || found.published,
      publishedFrom: said.published ? { source: 'person', certainty: 'stated' } : found.publishedFrom,
      url: said.url || found.url,
      language: languageOf(found.text),
    };
  }
}

/** What was said, without what was left open. */
const worded = (said: Partial<Content>): Partial<Content> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== undefined));

async function* inners(parts: readonly Part[]): AsyncGenerator<Unpacked> {
  for (const { name, bytes, mediaType, said } of parts) {
    yield {
      kind: 'file',
      name: shownName(name),
      mediaType,
      charset: null,
      said,
      taken: {},
      open: async () => streamOf(bytes),
    };
  }
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Lets go of a stream that nobody reads to its end. */
const closed = async (stream: Bytes): Promise<void> => {
  await stream[Symbol.asyncIterator]().return?.();
};

/** The last part of a path, an archive's inner name or an address, without its ending. */
function nameOf(source: string): string {
  if (source === '-') return 'Standard input';
  const inner = source.slice(source.lastIndexOf('!') + 1);
  return basename(inner, extname(inner)) || inner || source;
}
