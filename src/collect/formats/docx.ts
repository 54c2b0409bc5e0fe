import { Accounting } from '../account.ts';
import { alone, bare, type Parsed } from '../content.ts';
import { noText, unreadable } from '../refusals.ts';
import { fragmentOf } from './html.ts';
import { zippedParts } from './zipped-parts.ts';

/** Parts of a Word file whose words are not in its text, and what people call them. */
const besideText: readonly (readonly [name: RegExp, what: string])[] = [
  [/^word\/header\d*\.xml$/, 'headers and letterhead'],
  [/^word\/footer\d*\.xml$/, 'footers'],
  [/^word\/comments\.xml$/, 'comments'],
];
const body = 'word/document.xml';

/** The text of a Word document, a paragraph a block. Throws PROVISO_INPUT_UNREADABLE or PROVISO_INPUT_NO_TEXT. */
export async function readDocx(bytes: Uint8Array, source: string): Promise<Parsed> {
  const parts = await zippedParts(
    bytes,
    source,
    (name) => name === body || besideText.some(([pattern]) => pattern.test(name)),
  );
  const { default: mammoth } = await import('mammoth');
  const { text, segments } = fragmentOf(await toHtml(mammoth, bytes, source), source);
  if (text === '') throw noText(source);
  return alone({ ...bare(text), segments: segments ?? null, account: leftOutOf(parts).of(text) });
}

function leftOutOf(parts: ReadonlyMap<string, Buffer>): Accounting {
  const accounting = new Accounting();
  for (const [name, bytes] of parts) {
    const xml = bytes.toString('utf8');
    const what = besideText.find(([pattern]) => pattern.test(name))?.[1];
    if (what) accounting.leaveOut(what, wordsIn(xml, 't'));
    else accounting.leaveOut('words struck out by tracked changes', wordsIn(xml, 'delText'));
  }
  return accounting;
}

/** The words of a part of a Word file, as they stand in the elements of one name. */
const wordsIn = (xml: string, element: 't' | 'delText'): string =>
  [...xml.matchAll(new RegExp(`<w:${element}(?: [^>]*)?>([^<]*)<|</w:p>`, 'g'))]
    .map(([, words = ' ']) => words)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

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
