import { posix } from 'node:path';
import { Accounting } from '../account.ts';
import { alone, bare, type Content, type Parsed } from '../content.ts';
import { leadingDate } from '../dates.ts';
import { declaredCharset, decode } from '../decode.ts';
import { noText, unreadable } from '../refusals.ts';
import { TextBuilder } from '../text-builder.ts';
import { fragmentOf } from './html.ts';
import { elementsOf, xmlOf, zippedParts } from './zipped-parts.ts';

const isText = (name: string) => /\.(?:xhtml|html?|xml|opf)$/i.test(name);

/**
 * An e-book (EPUB 2 and 3), its chapters in the order of reading. Throws PROVISO_INPUT_UNREADABLE or
 * PROVISO_INPUT_NO_TEXT.
 */
export async function readEpub(bytes: Uint8Array, source: string): Promise<Parsed> {
  const parts = await zippedParts(bytes, source, isText);
  const [root] = elementsOf(xmlOf(parts.get('META-INF/container.xml')), 'rootfile');
  const place = root?.getAttribute('full-path') ?? '';
  const book = xmlOf(parts.get(place));
  if (!book) throw unreadable(source, 'it does not say where its text is');
  const chapters = chaptersOf(book, posix.dirname(place));
  const builder = new TextBuilder();
  for (const name of chapters) builder.add(chapterText(parts.get(name), source));
  if (builder.text === '') throw noText(source);
  return alone({
    ...bare(builder.text),
    ...saidIn(book),
    account: besideChapters(parts, new Set(chapters), source).of(builder.text),
  });
}

/** The files of the spine (OPF), by name in the ZIP. */
function chaptersOf(book: Document, folder: string): string[] {
  const files = new Map(
    elementsOf(book, 'item').map((item) => [item.getAttribute('id'), item.getAttribute('href') ?? '']),
  );
  return elementsOf(book, 'itemref').flatMap((item) => {
    const file = files.get(item.getAttribute('idref'));
    return file ? [posix.join(folder, decoded(file.split('#')[0] ?? ''))] : [];
  });
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const chapterText = (part: Buffer | undefined, source: string): string =>
  part ? fragmentOf(decode(part, source, undefined, declaredCharset(part)).text, source).text : '';

/** Pages that the order of reading leaves out, such as a cover. */
function besideChapters(
  parts: ReadonlyMap<string, Buffer>,
  chapters: ReadonlySet<string>,
  source: string,
): Accounting {
  const accounting = new Accounting();
  for (const [name, part] of parts) {
    if (/\.(?:xhtml|html?)$/i.test(name) && !chapters.has(name)) {
      accounting.leaveOut('pages outside the order of reading', chapterText(part, source));
    }
  }
  return accounting;
}

function saidIn(book: Document): Partial<Content> {
  const said = (name: string) => elementsOf(book, name)[0]?.textContent?.replace(/\s+/g, ' ').trim() || null;
  const published = leadingDate(said('dc:date') ?? '');
  return {
    title: said('dc:title'),
    author: said('dc:creator'),
    publisher: said('dc:publisher'),
    published,
    publishedFrom: published ? { source: 'file-properties', certainty: 'stated' } : null,
  };
}
