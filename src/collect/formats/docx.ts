import { fromBufferPromise } from 'yauzl';
import { alone, type Parsed } from '../content.ts';
import { noText, tooComplex, unreadable } from '../refusals.ts';
import { fragmentText } from './html.ts';

/** The longest text that a document's parts may unpack to; pictures are not unpacked. */
const maxXmlBytes = 60 * 1024 * 1024;

/** The text of a Word document, a paragraph a block. Throws PROVISO_INPUT_UNREADABLE or PROVISO_INPUT_NO_TEXT. */
export async function readDocx(bytes: Uint8Array, source: string): Promise<Parsed> {
  const { default: mammoth } = await import('mammoth');
  await checkSizes(bytes, source);
  const text = fragmentText(await toHtml(mammoth, bytes, source), source);
  if (text === '') throw noText(source);
  return alone({
    title: null,
    author: null,
    publisher: null,
    published: null,
    publishedFrom: null,
    url: null,
    kind: 'original',
    text,
    pages: null,
  });
}

/** The library unpacks a part whole, however large. Throws PROVISO_INPUT_TOO_COMPLEX before that. */
async function checkSizes(bytes: Uint8Array, source: string): Promise<void> {
  let size = 0;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { decodeStrings: false, autoClose: false });
    for await (const { fileNameRaw, uncompressedSize } of zip.eachEntry()) {
      if (/\.(?:xml|rels)$/i.test(fileNameRaw.toString('latin1'))) size += uncompressedSize;
    }
  } catch (thrown) {
    throw unreadable(source, 'it is no whole Word file', thrown);
  }
  if (size > maxXmlBytes) throw tooComplex(source, 'its text unpacks to more than 60 MB');
}

async function toHtml(mammoth: typeof import('mammoth'), bytes: Uint8Array, source: string): Promise<string> {
  try {
    const options = {
      // Pictures would be a megabyte of base64 each, and nothing here reads them.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
    };
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value;
  } catch (thrown) {
    throw unreadable(source, 'its Word structure is broken', thrown);
  }
}
