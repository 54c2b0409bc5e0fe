import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { locked, unreadable } from '../refusals.ts';
import type { Bytes } from '../streams.ts';
import { shownName, type Unpacked } from './inner.ts';

/** Names are decoded here and sizes checked while reading; a path that leads out of the archive does no harm. */
const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true } as const;

/**
 * The files of a ZIP, given as a path or as its bytes, in the order of its directory. Throws
 * PROVISO_INPUT_UNREADABLE when the directory is broken.
 */
export async function* unzip(archive: string | Uint8Array, source: string): AsyncGenerator<Unpacked> {
  let zip: ZipFile | undefined;
  try {
    zip = await (typeof archive === 'string'
      ? openPromise(archive, options)
      : fromBufferPromise(Buffer.from(archive.buffer, archive.byteOffset, archive.length), options));
    for await (const entry of zip.eachEntry()) yield* unpacked(zip, entry);
  } catch (thrown) {
    throw unreadable(source, 'it is no whole ZIP archive', thrown);
  } finally {
    zip?.close();
  }
}

function* unpacked(zip: ZipFile, entry: Entry): Generator<Unpacked> {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const name = shownName(getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false));
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
