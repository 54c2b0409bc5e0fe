import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, extname } from 'node:path';
import { asProvisoError, type Document } from '../model/index.ts';
import { Budget } from './containers/budget.ts';
import { gunzip, gunzippedName } from './containers/gzip.ts';
import { shownName, type Taken, takenFromNowhere, type Unpacked } from './containers/inner.ts';
import { mailsIn } from './containers/mbox.ts';
import { addressName, warcPages } from './containers/warc.ts';
import { unzip, zipNames } from './containers/zip.ts';
import { unzstd, unzstdName } from './containers/zstd.ts';
import type { Content, Link, Part } from './content.ts';
import type { CollectEvent, Collected, CollectOptions } from './events.ts';
import { withoutArchive } from './formats/page/saved.ts';
import { publisherAt } from './hosts.ts';
import { type Container, type Kind, kindOf, mediaTypes, zipKind } from './kinds.ts';
import { languageOf } from './language.ts';
import { maxBytes, maxDepth, maxInnerZip, maxMailDepth, maxPackings } from './limits.ts';
import type { ParseJob } from './parse.ts';
import type { Parser } from './parser.ts';
import { empty, tooComplex } from './refusals.ts';
import { type Bytes, peek, readAll, streamOf } from './streams.ts';
import type { Fetcher, Validators } from './web/fetcher.ts';
import { type Headers, header } from './web/request.ts';
import { isDue } from './web/revisits.ts';

/** A file that was found: on disk, on standard input, or inside another. */
export interface Found {
  source: string;
  /** Its own name, by which it may be told what it is. */
  name: string;
  /** Where it lies on disk; null when it lies nowhere. */
  path: string | null;
  /** Of its bytes, where they are in memory already. */
  sha256?: string;
  mediaType: string | null;
  charset: string | null;
  /** Its text was written here, in UTF-8, whatever charset a person gives. */
  isWrittenHere?: boolean;
  /** How many packings of one file it was taken out of, which cost no depth; none unless given. */
  packings?: number | undefined;
  /** Wins over what the file says of itself. */
  said: Partial<Content>;
  /** Holds where the file says nothing. */
  supposed: Partial<Content>;
  taken: Taken;
  heldIn: Collected['heldIn'];
  open(): Promise<Bytes>;
}

/** A feed that names a page, with what it says of it. */
type Naming = Pick<Found, 'taken' | 'heldIn' | 'supposed'> & Pick<Link, 'mark'>;

type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;
type Event = DistributiveOmit<CollectEvent, 'input'>;

/** What unfolding works with. */
export interface Tools {
  options: CollectOptions;
  parser: Parser;
  fetcher: Fetcher;
}

/** A list of addresses may name feeds, and a feed pages; what those name is not fetched. */
const follows: Partial<Record<Kind, number>> = { urls: 1, feed: 0, json: 0 };

/** One input, unfolded into everything that is in it. What it may unpack to is counted over all of it. */
export class Unfolding {
  readonly #tools: Tools;
  readonly #budget: Budget;
  /** How many more times addresses in it are followed. */
  readonly #steps: number;

  constructor(source: string, size: number, tools: Tools, steps = 2) {
    this.#budget = new Budget(source, size);
    this.#tools = tools;
    this.#steps = steps;
  }

  /** What the file is or holds. A file that cannot be read is an event; a spent budget ends all by throwing. */
  async *events(found: Found, depth = 0): AsyncGenerator<Event> {
    const { source } = found;
    try {
      yield* this.#unfold(found, depth);
    } catch (thrown) {
      if (this.#budget.exceeded && (depth > 0 || found.packings)) throw this.#budget.exceeded;
      yield { kind: 'refused', source, error: asProvisoError(thrown) };
    }
  }

  async *#unfold(found: Found, depth: number): AsyncGenerator<Event> {
    const opened = await found.open();
    const isGiven = depth === 0 && !found.packings;
    const { head, whole } = await peek(isGiven ? opened : this.#budget.counted(opened));
    if (head.length === 0) throw empty(found.source);
    const kind = kindOf(head, found.name, found.mediaType, found.source);
    if (kind === 'zip') yield* this.#zip(found, whole, depth);
    else if (isContainer(kind)) yield* this.#container(found, kind, whole, depth);
    else yield* this.#document(found, kind, whole, depth);
  }

  /** A ZIP may be an office file, an e-book or a web archive: the names in it tell. */
  async *#zip(found: Found, whole: Bytes, depth: number): AsyncGenerator<Event> {
    const { path, source } = found;
    const archive = path ?? (await readAll(whole, source, maxInnerZip));
    const { names, codePage } = await zipNames(archive);
    const kind = zipKind(names, source);
    if (!isContainer(kind)) {
      yield* this.#document(found, kind, typeof archive === 'string' ? whole : streamOf(archive), depth);
      return;
    }
    if (path) await closed(whole);
    const holder = await this.#holder(found, depth);
    const files = unzip(archive, source, codePage);
    if (isWebArchive(names)) yield* this.#each(packedOnce(holder), recordsIn(files), depth - 1);
    else yield* this.#each(holder, files, depth);
  }

  async *#container(
    found: Found,
    kind: Exclude<Container, 'zip'>,
    whole: Bytes,
    depth: number,
  ): AsyncGenerator<Event> {
    if (kind === 'gzip' || kind === 'zstd') return yield* this.#unpacked(found, kind, whole, depth);
    const holder = await this.#holder(found, depth);
    const files = kind === 'warc' ? warcPages(whole, found.source) : mailsIn(whole);
    yield* this.#each(holder, files, depth);
  }

  /** What the files in an archive are held by. @throws ProvisoError PROVISO_INPUT_TOO_COMPLEX when it is too deep in others. */
  async #holder(found: Found, depth: number): Promise<Found> {
    if (depth >= maxDepth) throw tooComplex(found.source, 'it is an archive in an archive in an archive');
    const own = found.sha256 ?? (found.path ? await hashOfFile(found.path) : null);
    const container = found.taken.container ?? own;
    return { ...found, taken: { ...found.taken, container } };
  }

  /** The packed file stands in the place of its packing: it has the same source, and no depth is lost. */
  async *#unpacked(found: Found, kind: 'gzip' | 'zstd', whole: Bytes, depth: number): AsyncGenerator<Event> {
    const { name, source, mediaType } = found;
    this.#budget.countFile();
    const holder = packedOnce(await this.#holder(found, 0));
    const unpacked: Found = {
      ...holder,
      name: kind === 'gzip' ? gunzippedName(name) : unzstdName(name),
      path: null,
      mediaType: /gzip|zstd/.test(mediaType ?? '') ? null : mediaType,
      open: async () => (kind === 'gzip' ? gunzip(whole, source) : unzstd(whole, source)),
    };
    yield* this.events(unpacked, depth);
  }

  async *#each(holder: Found, files: AsyncIterable<Unpacked>, depth: number): AsyncGenerator<Event> {
    for await (const file of files) {
      const source = `${holder.source}!${file.name}`;
      this.#budget.countFile();
      if (file.kind === 'skipped') yield { kind: 'skipped', source, why: file.why };
      else if (file.kind === 'broken') {
        yield { kind: 'refused', source, error: asProvisoError(file.error(source)) };
      } else {
        // What came over the web is the file that holds it.
        const taken = { ...holder.taken, fetched: null, ...file.taken };
        const said = { ...holder.said, ...file.said };
        const { supposed, heldIn, packings } = holder;
        const inside = { ...file, source, said, supposed, taken, path: null, heldIn, packings };
        yield* this.events(inside, depth + 1);
      }
    }
  }

  async *#document(found: Found, kind: ParseJob['kind'], whole: Bytes, depth: number): AsyncGenerator<Event> {
    const { source, taken, heldIn } = found;
    const bytes = await readAll(whole, source, maxBytes(kind));
    const given = found.isWrittenHere ? 'utf-8' : (this.#tools.options.charset ?? null);
    const charsets = { given, said: found.charset };
    const address = found.said.url ?? this.#tools.options.url ?? null;
    const parsed = await this.#tools.parser.parse({ bytes, kind, source, charsets, address });
    const { content, parts, skipped, links } = parsed;
    const sha256 = sha256Of(bytes);
    if (content) {
      const whole = { ...content, ...missing(content, found.supposed), ...worded(found.said) };
      const document = this.#documentOf(found, kind, bytes, sha256, whole);
      yield { kind: 'collected', source, bytes, document, taken, heldIn };
    }
    for (const { name, why } of skipped)
      yield { kind: 'skipped', source: `${source}!${shownName(name)}`, why };
    if (parts.length > 0 && depth >= maxMailDepth) {
      throw tooComplex(source, 'it holds files, and is itself too deep in others');
    }
    const isFeed = kind === 'feed' || (kind === 'json' && !content);
    const keptBeside = isFeed ? { sha256, bytes } : null;
    const holder = { ...found, said: {}, taken: { ...taken, container: sha256 }, heldIn: keptBeside };
    yield* this.#each(holder, inners(parts), depth);
    for (const link of links) yield* this.#link(holder, kind, link, depth);
    if (!content && parts.length + skipped.length + links.length === 0) throw empty(source);
  }

  /**
   * A page that a file names. Only what a person gave goes online: a list of addresses itself, a feed by its address. A
   * feed on disk is read as it is, and a list in a mail or an archive must not make us visit anybody.
   */
  async *#link(
    holder: Found,
    kind: Kind,
    { url, supposed, mark, instead }: Link,
    depth: number,
  ): AsyncGenerator<Event> {
    const steps = Math.min(this.#steps, 1 + (follows[kind] ?? 0)) - 1;
    const isGiven = kind === 'urls' ? depth === 0 && !holder.packings : holder.taken.fetched !== null;
    const goes = steps >= 0 && isGiven;
    if (goes) {
      const unfolding = new Unfolding(url, 0, this.#tools, steps);
      let came = false;
      for await (const event of unfolding.page(url, kind === 'urls' ? null : { ...holder, supposed, mark })) {
        came ||= event.kind !== 'refused';
        yield event;
      }
      if (came) return;
    }
    if (instead) yield* this.#each(holder, inners([instead]), depth);
    else if (!goes) {
      const why = 'the file only links to it; the page was not fetched';
      yield { kind: 'skipped', source: `${holder.source}!${shownName(url)}`, why };
    }
  }

  /**
   * The page or feed at an address; `feed`: what names it, null when a person does. What was taken before is asked
   * for only if it has changed; what a feed named, for a while, at times further and further apart.
   */
  async *page(url: string, feed: Naming | null): AsyncGenerator<Event> {
    const { fetcher, options } = this.#tools;
    const isPassing = feed !== null || (options.passing?.has(url) ?? false);
    const mark = feed?.mark ?? null;
    const last = (await options.visits?.last(url)) ?? null;
    try {
      if (last && isPassing && !isDue(last, mark, new Date())) return yield { kind: 'known', source: url };
      const { body, headers, hops, status, url: address } = await fetcher.fetch(url, last);
      const taken = { ...takenFromNowhere, url: address, headers, fetched: { status, hops } };
      const container = feed?.taken.container ?? null;
      let isWhole = true;
      if (status === 304) yield { kind: 'unchanged', source: url, taken };
      else {
        const found = pageFound(url, address, headers, body);
        const { heldIn, supposed } = feed ?? found;
        const held = { ...found, heldIn, supposed, taken: { ...taken, container } };
        for await (const event of this.events(held)) {
          // Nothing of it came: it counts as never fetched.
          if (event.kind === 'refused' && event.source === url) return yield* this.#gone(event, last, mark);
          isWhole &&= event.kind !== 'refused';
          yield event;
        }
      }
      // With something missing, the next visit must not hear that nothing has changed.
      const validators = isWhole ? validatorsOf(headers, last) : { etag: null, lastModified: null };
      yield { kind: 'visited', source: url, validators, given: !isPassing, mark };
    } catch (thrown) {
      yield* this.#gone({ kind: 'refused', source: url, error: asProvisoError(thrown) }, last, mark);
    }
  }

  /** A page that cannot be taken now. What was taken of it before stands, and it is asked again in its time. */
  async *#gone(
    refusal: Extract<Event, { kind: 'refused' }>,
    last: Validators | null,
    mark: string | null,
  ): AsyncGenerator<Event> {
    yield refusal;
    const { source } = refusal;
    if (last) yield { kind: 'visited', source, validators: validatorsOf([], last), given: false, mark };
  }

  #documentOf({ name }: Found, kind: Kind, bytes: Uint8Array, sha256: string, found: Content): Document {
    const said = this.#tools.options;
    const url = said.url || found.url;
    return {
      agency: null,
      segments: null,
      account: null,
      incomplete: null,
      guessedCharset: null,
      ...found,
      id: sha256.slice(0, 16),
      sha256,
      mediaType: mediaTypes[kind],
      byteLength: bytes.length,
      title: said.title || found.title || nameOf(name),
      titleFrom: said.title ? byPerson : found.title ? (found.titleFrom ?? null) : byName,
      ...publishedBy(said.publisher || null, found, url),
      published: said.published || found.published,
      publishedFrom: said.published ? byPerson : found.publishedFrom,
      url,
      language: languageOf(found.text),
    };
  }
}

const isContainer = (kind: Kind): kind is Container =>
  kind === 'zip' || kind === 'gzip' || kind === 'zstd' || kind === 'warc' || kind === 'mbox';

/** What is in a packing of one file. @throws ProvisoError PROVISO_INPUT_TOO_COMPLEX when it is packed too often. */
function packedOnce(found: Found): Found {
  const packings = (found.packings ?? 0) + 1;
  if (packings > maxPackings) throw tooComplex(found.source, 'it is packed over and over');
  return { ...found, packings };
}

/** A web archive with its index in a ZIP (WACZ): its records are in one folder. */
const isWebArchive = (names: ReadonlySet<string>): boolean =>
  names.has('datapackage.json') && [...names].some((name) => webRecords.test(name));
const webRecords = /^archive\/[^/]+\.warc(?:\.gz|\.zst)?$/i;

/** The records of a web archive in a ZIP; the rest of it is where they stand. */
async function* recordsIn(files: AsyncIterable<Unpacked>): AsyncGenerator<Unpacked> {
  for await (const file of files) {
    if (webRecords.test(file.name)) yield file;
    else yield { kind: 'skipped', name: file.name, why: 'it is the index of a web archive' };
  }
}

const byPerson = { source: 'person', certainty: 'stated' } as const;
const byName = { source: 'file-name', certainty: 'likely' } as const;

/** Who put a document out, as a person, the file or, where neither says it, the host of its address has it. */
function publishedBy(
  said: string | null,
  { publisher, publisherFrom }: Content,
  url: string | null,
): Pick<Document, 'publisher' | 'publisherFrom'> {
  if (said) return { publisher: said, publisherFrom: byPerson };
  if (publisher) return { publisher, publisherFrom: publisherFrom ?? null };
  const host = url ? publisherAt(url) : null;
  return { publisher: host, publisherFrom: host ? { source: 'address', certainty: 'likely' } : null };
}

/** What was said, without what was left open. */
const worded = (said: Partial<Content>): Partial<Content> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== undefined));

/** What was supposed of things that are not said. */
const missing = (
  content: Content,
  { title, titleFrom, publisher, publisherFrom, published, publishedFrom, ...supposed }: Partial<Content>,
) => ({
  ...Object.fromEntries(
    Object.entries(worded(supposed)).filter(([key]) => content[key as keyof Content] === null),
  ),
  ...(content.title === null && title ? { title, titleFrom: titleFrom ?? null } : {}),
  ...(content.publisher === null && publisher ? { publisher, publisherFrom: publisherFrom ?? null } : {}),
  ...(content.published === null && published ? { published, publishedFrom: publishedFrom ?? null } : {}),
});

/** A page in memory, as its server describes it. */
function pageFound(source: string, address: string, headers: Headers, body: Uint8Array): Found {
  const type = header(headers, 'content-type') ?? 'text/plain';
  return {
    source,
    name: addressName(address),
    path: null,
    sha256: sha256Of(body),
    mediaType: type.split(';')[0]?.trim().toLowerCase() || null,
    charset: /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? null,
    said: { url: withoutArchive(address) },
    supposed: {},
    taken: takenFromNowhere,
    heldIn: null,
    open: async () => streamOf(body),
  };
}

/** An answer that nothing has changed need not repeat what it was asked with. */
const validatorsOf = (headers: Headers, last: Validators | null): Validators => ({
  etag: header(headers, 'etag') ?? last?.etag ?? null,
  lastModified: header(headers, 'last-modified') ?? last?.lastModified ?? null,
});

async function* inners(parts: readonly Part[]): AsyncGenerator<Unpacked> {
  for (const { name, bytes, mediaType, isWrittenHere = false, said } of parts) {
    yield {
      kind: 'file',
      name: shownName(name),
      mediaType,
      charset: null,
      isWrittenHere,
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
const nameOf = (name: string): string =>
  name === '' ? 'Standard input' : basename(name, extname(name)) || name;
