import { alone, type Parsed } from '../content.ts';
import { noText, unreadable } from '../refusals.ts';
import { fragmentText } from './html.ts';

/** The text of a Word document, a paragraph a block. Throws PROVISO_INPUT_UNREADABLE or PROVISO_INPUT_NO_TEXT. */
export async function readDocx(bytes: Uint8Array, source: string): Promise<Parsed> {
  const { default: mammoth } = await import('mammoth');
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
