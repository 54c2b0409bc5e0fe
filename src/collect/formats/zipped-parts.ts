import { DOMParser } from 'linkedom';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { decodeIn } from '../charset.ts';
import { declaredInXml } from '../decode.ts';
import { locked, tooComplex, unreadable } from '../refusals.ts';

/** The longest text that the parts of one file may unpack to; pictures are not unpacked. */
const maxPartBytes = 60 * 1024 * 1024;

const textual = /\.(?:xml|rels|xhtml|html?|opf|ncx)$|^mimetype$/i;

/**
 * The parts of an office file or e-book whose names are wanted, as bytes by name. Throws PROVISO_INPUT_UNREADABLE for what
 * is no whole ZIP, and PROVISO_INPUT_TOO_COMPLEX before its text unpacks to too much.
 */
export async function zippedParts(
  bytes: Uint8Array,
  source: string,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      decodeStrings: false,
      autoClose: false,
    });
    const wanted: [string, Entry][] = [];
    let size = 0;
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/');
      if (textual.test(name)) size += entry.uncompressedSize;
      if (!isWanted(name)) continue;
      if (entry.isEncrypted()) throw locked(source);
      wanted.push([name, entry]);
    }
    if (size > maxPartBytes) throw tooComplex(source, 'its text unpacks to more than 60 MB');
    const parts = new Map<string, Buffer>();
    for (const [name, entry] of wanted) parts.set(name, await contentOf(zip, entry));
    return parts;
  } catch (thrown) {
    if ((thrown as Error).name === 'ProvisoError') throw thrown;
    throw unreadable(source, 'it is no whole office file or e-book', thrown);
  } finally {
    zip?.close();
  }
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  // The library fails where more comes out than the directory said.
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A part as XML; null when there is none. */
export function xmlOf(part: Buffer | undefined): Document | null {
  if (!part) return null;
  const charset = declaredInXml(part.subarray(0, 200).toString('latin1')) ?? 'utf-8';
  return new DOMParser().parseFromString(decodeIn(part, charset), 'text/xml') as unknown as Document;
}

/** The elements of a name, with its prefix as the format's writers have it. */
export const elementsOf = (root: Document | Element | null | undefined, name: string): Element[] =>
  root ? [...root.getElementsByTagName(name)] : [];
