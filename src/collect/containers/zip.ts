import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { decodeIn, guessCharset } from '../charset.ts';
import { locked, unreadable } from '../refusals.ts';
import type { Bytes } from '../streams.ts';
import { shownName, type Unpacked } from './inner.ts';

/** Names are decoded here and sizes checked while reading; a path that leads out of the archive does no harm. */
const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true } as const;

const open = (archive: string | Uint8Array): Promise<ZipFile> =>
  typeof archive === 'string'
    ? openPromise(archive, options)
    : fromBufferPromise(Buffer.from(archive.buffer, archive.byteOffset, archive.length), options);

/** An office file has fewer files than this; what comes after is not looked at to tell what a ZIP is. */
const maxNames = 20_000;

/** The names of the files in a ZIP, and the code page of those that are not marked as UTF-8. Broken ZIPs have none. */
export async function zipNames(
  archive: string | Uint8Array,
): Promise<{ names: ReadonlySet<string>; codePage: string }> {
  const unmarked: Buffer[] = [];
  const names = new Set<string>();
  let zip: ZipFile | undefined;
  try {
    zip = await open(archive);
    for await (const entry of zip.eachEntry()) {
      if (names.size < maxNames) names.add(entry.fileNameRaw.toString('utf8').replaceAll('\\', '/'));
      if (!isMarked(entry)) unmarked.push(entry.fileNameRaw, Buffer.from('\n'));
    }
  } catch {
    // What is broken is told when the files are taken out.
  } finally {
    zip?.close();
  }
  return { names, codePage: codePageOf(Buffer.concat(unmarked)) };
}

/** What the format says of names that are not marked. */
const standardCodePage = 'cp437';

/** Few programs keep to the standard: names are in UTF-8, or in the code page of the machine that packed them. */
function codePageOf(names: Buffer): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(names);
    return 'utf-8';
  } catch {
    return guessCharset(names, [standardCodePage, 'ibm866'])?.charset ?? standardCodePage;
  }
}

/** Whether an entry says that its name is UTF-8, by the flag or in an extra field (Info-ZIP). */
const isMarked = ({ generalPurposeBitFlag, extraFields }: Entry) =>
  (generalPurposeBitFlag & 0x800) !== 0 || extraFields.some(({ id }) => id === 0x7075);

/**
 * The files of a ZIP, given as a path or as its bytes, in the order of its directory. `codePage`: of names that are not
 * marked as UTF-8. Throws PROVISO_INPUT_UNREADABLE when the directory is broken.
 */
export async function* unzip(
  archive: string | Uint8Array,
  source: string,
  codePage = standardCodePage,
): AsyncGenerator<Unpacked> {
  let zip: ZipFile | undefined;
  try {
    zip = await open(archive);
    for await (const entry of zip.eachEntry()) yield* unpacked(zip, entry, codePage);
  } catch (thrown) {
    throw unreadable(source, 'it is no whole ZIP archive', thrown);
  } finally {
    zip?.close();
  }
}

function* unpacked(zip: ZipFile, entry: Entry, codePage: string): Generator<Unpacked> {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const written = isMarked(entry)
    ? getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
    : decodeIn(fileNameRaw, codePage).replaceAll('\\', '/');
  const name = shownName(written);
  if (name.endsWith('/')) return;
  if (/(?:^|\/)(?:\.[^./]|__MACOSX\/)/.test(name))
    yield { kind: 'skipped', name, why: 'it is a hidden file' };
  else if (entry.isEncrypted()) yield { kind: 'broken', name, error: locked };
  else {
    yield {
      kind: 'file',
      name,
      mediaType: null,
      charset: null,
      said: {},
      taken: {},
      open: () => openEntry(zip, entry, name),
    };
  }
}

async function openEntry(zip: ZipFile, entry: Entry, name: string): Promise<Bytes> {
  try {
    return guarded(await zip.openReadStreamPromise(entry), name);
  } catch (thrown) {
    throw unreadable(name, 'its place in the ZIP archive is broken', thrown);
  }
}

async function* guarded(stream: Bytes, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (thrown) {
    throw unreadable(name, 'its bytes in the ZIP archive are broken', thrown);
  }
}
