import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { z } from 'zod';
import { unpacking } from '../../collect/index.ts';
import {
  type ArchivedCase,
  ArchivedFacts,
  type ArchivedLists,
  ArchivedMatches,
  archivedLists,
  archiveFormat,
  originalsOf,
  ProvisoError,
  quote,
  Reading,
  textAsRead,
} from '../../model/index.ts';
import { paths } from '../../publish/index.ts';
import { archiveDamaged } from '../../store/index.ts';

/** What is text is held in memory, a file at a time; in bytes. */
const maxText = 256 * 1024 * 1024;

/** The beginning of every ZIP archive. */
export const isZip = (bytes: Uint8Array): boolean => Buffer.from(bytes).subarray(0, 4).equals(zipMark);
const zipMark = Buffer.from('PK\u0003\u0004');

/** NUL and halves of characters, which no text has, as JSON writes them. */
const unsound = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/**
 * Opens an archive, checks every file of it against its hash and all lists against each other, and lets it be used. Nothing is
 * unpacked to disk. @throws ProvisoError PROVISO_ARCHIVE_DAMAGED or PROVISO_ARCHIVE_NEWER.
 */
export async function withArchive<T>(file: string, use: (content: ArchivedCase) => Promise<T>): Promise<T> {
  const zip = await openPromise(file, { autoClose: false }).catch(damaged);
  try {
    const archive = new ArchiveReader(zip, await entriesOf(zip, (await stat(file)).size).catch(damaged));
    return await use(await contentOf(archive).catch(damaged));
  } finally {
    zip.close();
  }
}

const damaged = (thrown: unknown): never => {
  if (thrown instanceof ProvisoError) throw thrown;
  throw archiveDamaged((thrown as Error).message.split('\n')[0]?.slice(0, 200) ?? 'it cannot be read');
};

/** The files of an archive by path, within what one may unpack to. */
async function entriesOf(zip: ZipFile, size: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const most = Math.min(unpacking.maxBytes, Math.max(unpacking.freeBytes, size * unpacking.maxRatio));
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    bytes += entry.uncompressedSize;
    if (bytes > most || entries.size >= unpacking.maxFiles) throw archiveDamaged('it unpacks to too much');
    if (entries.has(entry.fileName)) throw archiveDamaged(`it has ${entry.fileName} twice`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

class ArchiveReader {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  async bytes(path: string): Promise<Buffer> {
    return buffer(await this.#zip.openReadStreamPromise(this.#entry(path)));
  }

  async text(path: string): Promise<string> {
    if (this.#entry(path).uncompressedSize > maxText) throw archiveDamaged(`${path} is too large`);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return text.decode(await this.bytes(path));
  }

  async json<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> {
    return parsed(path, (await this.text(path)).trimEnd(), schema);
  }

  async list<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>[]> {
    const lines = (await this.text(path)).split('\n').slice(0, -1);
    return lines.map((line) => parsed(path, line, schema));
  }

  async sha256(path: string): Promise<string> {
    const hash = createHash('sha256');
    await pipeline(await this.#zip.openReadStreamPromise(this.#entry(path)), hash);
    return hash.digest('hex');
  }

  #entry(path: string): Entry {
    const entry = this.#entries.get(path);
    if (!entry) throw archiveDamaged(`it has no ${path}`);
    return entry;
  }
}

function parsed<S extends z.ZodType>(path: string, text: string, schema: S): z.infer<S> {
  if (unsound.test(text)) throw archiveDamaged(`${path} has a character that no text has`);
  const result = schema.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw archiveDamaged(`${path} is wrong at ${issue?.path.join('.') || 'its top'}: ${issue?.message}`);
}

async function contentOf(archive: ArchiveReader): Promise<ArchivedCase> {
  await requireWhole(archive);
  const { id, importedAt, agreement } = await factsOf(archive);
  const lists = await listsOf(archive);
  const content: ArchivedCase = {
    ...lists,
    id,
    importedAt,
    source: await archive.text(paths.source),
    agreement: agreement && { source: agreement, text: await textOf(archive, paths.agreement) },
    text: (document) => textOf(archive, paths.text(document)),
    reading: (document) => readingOf(archive, lists, document),
    matched: (document) => matchedIn(archive, lists, document),
    original: (sha256) => archive.bytes(paths.original(sha256)),
  };
  requireConsistent(content);
  requireFiles(archive, content);
  return content;
}

/** Every file must be in the manifest, and be as that says. */
async function requireWhole(archive: ArchiveReader): Promise<void> {
  const manifest = new Map(
    (await archive.text(paths.manifest))
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  for (const path of archive.names)
    if (path !== paths.manifest && !manifest.has(path)) throw archiveDamaged(`its manifest has no ${path}`);
  for (const [path, sha256] of manifest)
    if ((await archive.sha256(path)) !== sha256) throw archiveDamaged(`${path} does not match its hash`);
}

async function factsOf(archive: ArchiveReader): Promise<ArchivedFacts> {
  const told = JSON.parse(await archive.text(paths.facts)) as { format?: unknown } | null;
  const format = String(told?.format);
  if (format.startsWith('proviso-case-') && format !== archiveFormat)
    throw new ProvisoError(
      'PROVISO_ARCHIVE_NEWER',
      `The archive has the form ${format}, which this Proviso does not know.`,
      'Update Proviso, or ask for an archive in an older form.',
    );
  return archive.json(paths.facts, ArchivedFacts);
}

const listNames = Object.keys(archivedLists) as (keyof ArchivedLists)[];

/** Archives written before there was such a list have none. */
const addedLater: ReadonlySet<keyof ArchivedLists> = new Set(['answers', 'translations']);

const hasList = (archive: ArchiveReader, name: keyof ArchivedLists): boolean =>
  !addedLater.has(name) || archive.has(paths.list(name));

async function listsOf(archive: ArchiveReader): Promise<ArchivedLists> {
  const lists: Partial<Record<keyof ArchivedLists, unknown[]>> = {};
  for (const name of listNames)
    lists[name] = hasList(archive, name) ? await archive.list(paths.list(name), archivedLists[name]) : [];
  return lists as ArchivedLists;
}

async function textOf(archive: ArchiveReader, path: string): Promise<string> {
  const text = await archive.text(path);
  if (text.includes('\0')) throw archiveDamaged(`${path} has a character that no text has`);
  return text;
}

/** With the translation that stands, as it was read. */
const asRead = async (archive: ArchiveReader, lists: ArchivedLists, id: string): Promise<string> =>
  (await textAsRead({ ...lists, text: (document) => archive.text(paths.text(document)) }, id)).text;

async function readingOf(archive: ArchiveReader, lists: ArchivedLists, id: string): Promise<Reading | null> {
  if (!archive.has(paths.reading(id))) return null;
  const rest = await archive.json(paths.reading(id), Reading.omit({ text: true }));
  return { ...rest, text: await asRead(archive, lists, id) };
}

async function matchedIn(
  archive: ArchiveReader,
  lists: ArchivedLists,
  id: string,
): Promise<ArchivedMatches | null> {
  if (!archive.has(paths.matches(id))) return null;
  const found = await archive.json(paths.matches(id), ArchivedMatches);
  const text = await asRead(archive, lists, id);
  const { evidence, replies } = found.matched;
  const isOther =
    evidence.some(({ documentId, span, words }) => documentId !== id || quote(text, span) !== words) ||
    replies.some(({ document }) => document !== id);
  if (isOther) throw archiveDamaged(`${paths.matches(id)} quotes what is not in its document`);
  return found;
}

/** What the lists say of each other must hold: nothing of another case, and nothing of documents that it does not have. */
function requireConsistent(content: ArchivedCase): void {
  const { id, documents, takedowns, claims } = content;
  const hashes = new Map(documents.map((facts) => [facts.id, facts.sha256]));
  const wrong = (list: string) =>
    archiveDamaged(`its ${list} name what it does not have, or what has another id`);
  const require = (list: string, isSo: boolean): void => {
    if (!isSo) throw wrong(list);
  };
  const isHere = ({ documentId }: { documentId: string }) => hashes.has(documentId);
  const isOfCase = ({ caseId }: { caseId: string }) => caseId === id;
  require('documents', hashes.size === documents.length &&
    documents.every((facts) => facts.sha256.startsWith(facts.id)));
  require('captures', content.captures.every(isHere));
  require('corrections', content.corrections.every(isHere));
  require('claims', claims.every((claim) => isOfCase(claim) && isHere(claim)));
  require('judgements', content.judgements.every(isOfCase));
  require('decisions', content.decisions.every(isOfCase));
  require('translations', content.translations.every(isHere));
  require('answers', content.answers.every(isOfCase));
  require('copies', content.copies.every(({ of, document }) => hashes.has(of) && hashes.has(document)));
  require('revisions', content.revisions.every(
    ({ earlier, later }) => hashes.has(earlier) && hashes.has(later),
  ));
  const claimIds = new Set(claims.map((claim) => claim.id));
  require('withdrawals', content.withdrawals.every(({ claimId }) => claimIds.has(claimId)));
  require('takedowns', takedowns.every(
    ({ documentId, sha256, cases }) =>
      sha256.startsWith(documentId) && !hashes.has(documentId) && cases.every((each) => each === id),
  ));
}

/** Each file that the lists name must be there, and no other. */
function requireFiles(archive: ArchiveReader, content: ArchivedCase): void {
  const needed = [
    ...[paths.facts, paths.source, paths.manifest, paths.metadata, paths.preview],
    ...listNames.filter((name) => hasList(archive, name)).map(paths.list),
    ...originalsOf(content).map(paths.original),
    ...content.documents.map(({ id }) => paths.text(id)),
    ...(content.agreement ? [paths.agreement] : []),
  ];
  const possible = content.documents.flatMap(({ id }) => [paths.reading(id), paths.matches(id)]);
  const missing = needed.find((path) => !archive.has(path));
  if (missing !== undefined) throw archiveDamaged(`it has no ${missing}`);
  const known = new Set<string>([...needed, ...possible]);
  const strange = archive.names.find((path) => !known.has(path));
  if (strange !== undefined)
    throw archiveDamaged(`it has a file ${JSON.stringify(strange)}, which is none of a case`);
}
