import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Account, Segment } from '../../../model/index.ts';
import { Accounting } from '../../account.ts';
import { type Content, type Parsed, type Part, type Skipped, storable } from '../../content.ts';
import { type LaidOut, layOut } from '../../layout/layout.ts';
import type { PageItem } from '../../layout/runs.ts';
import { locked, scanned, unreadable } from '../../refusals.ts';
import { datingOf } from './dating.ts';
import { type Field, filledFields, withFields } from './form-fields.ts';
import { maxImageSize, pictureShare } from './pictures.ts';
import { titleOf } from './title.ts';

type Info = Readonly<Record<string, unknown>>;

/**
 * The text of a PDF, page by page, with what its form holds; its attachments are parts. Throws PROVISO_INPUT_SCANNED when its
 * pages are pictures, PROVISO_INPUT_LOCKED when it needs a password, and PROVISO_INPUT_UNREADABLE when it is broken.
 */
export async function readPdf(bytes: Uint8Array, source: string): Promise<Parsed> {
  // Loaded here, since most inputs are no PDF and the library is large.
  const { getDocumentProxy, getMeta } = await import('unpdf');
  try {
    // The library takes the bytes over, so it gets its own; a Buffer it refuses.
    const options = { verbosity: 0, isEvalSupported: false, maxImageSize };
    const pdf = await getDocumentProxy(new Uint8Array(bytes), options);
    const { info } = await getMeta(pdf);
    const fields = info.IsAcroFormPresent ? await filledFields(pdf) : [];
    const { pages, comments } = await readPages(pdf, fields);
    const laidOut = layOut(pages, said(info.Title));
    const pictures = await picturePages(pdf, laidOut);
    const parts = await attachmentsOf(pdf);
    if (pictures.size === pdf.numPages && parts.length === 0) throw scanned(source, pdf.numPages);
    return {
      content:
        laidOut.text === ''
          ? null
          : {
              ...contentOf(laidOut, info),
              account: accountOf(laidOut, fields, comments),
              incomplete: incompleteIn(pictures),
            },
      parts,
      links: [],
      skipped: missing(laidOut, pictures),
    };
  } catch (thrown) {
    throw refusal(thrown, source);
  }
}

/** Pieces of text of each page, and what readers have written on them. */
async function readPages(
  pdf: PDFDocumentProxy,
  fields: readonly Field[],
): Promise<{ pages: PageItem[][]; comments: string[] }> {
  const pages: PageItem[][] = [];
  const comments: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const own = fields.filter((field) => field.isShown && field.page === number - 1);
    pages.push(withFields(itemsOf(await page.getTextContent()), own));
    for (const annotation of await page.getAnnotations()) comments.push(commentOf(annotation));
    page.cleanup();
  }
  return { pages, comments };
}

/** Marks of structure stand between the runs of text. */
const itemsOf = ({ items }: { items: object[] }): PageItem[] =>
  items.flatMap((item) => ('str' in item ? [item as PageItem] : []));

/** A comment that somebody put on a page is not the document's text. */
const commentOf = ({ contentsObj, subtype }: { contentsObj?: { str?: string }; subtype?: string }): string =>
  subtype === 'Link' || subtype === 'Widget' ? '' : storable(contentsObj?.str ?? '');

function accountOf(
  { text, copies, printed }: LaidOut,
  fields: readonly Field[],
  comments: readonly string[],
): Account {
  const accounting = new Accounting();
  for (const words of copies) accounting.leaveOut('repeated page heads and page numbers', words);
  for (const words of printed) accounting.leaveOut('what a browser printed around the page', words);
  for (const words of comments) accounting.leaveOut('comments', words);
  for (const field of fields)
    if (!field.isShown) accounting.leaveOut('fields that the form does not show', storable(field.text));
  return accounting.of(text);
}

/** Fewer letters than this on a page that is a picture are a stamp or a number, and not its text. */
const hardlyAny = 250;
/** Smaller pictures stand in a text, and do not show one. */
const pictureFrom = 0.5;

/** Numbers of the pages that are pictures or show nothing, from 1. */
async function picturePages(pdf: PDFDocumentProxy, { lengths }: LaidOut): Promise<Set<number>> {
  const found = new Set<number>();
  const { getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  for (const [index, length] of lengths.entries()) {
    if (length !== null) {
      if (length >= hardlyAny) continue;
      const page = await pdf.getPage(index + 1);
      const share = await pictureShare(page, OPS);
      page.cleanup();
      if (share < pictureFrom) continue;
    }
    found.add(index + 1);
  }
  return found;
}

const missing = ({ lengths }: LaidOut, pictures: ReadonlySet<number>): Skipped[] =>
  Array.from(pictures, (page) => ({
    name: `page ${page}`,
    why:
      lengths[page - 1] === null
        ? 'it has no text, only what a picture may show'
        : 'it is a picture, with hardly any text that could be read',
  }));

/** Words for what a report lacks whose pages are pictures in part. */
function incompleteIn(pictures: ReadonlySet<number>): string | null {
  if (pictures.size === 0) return null;
  const pages = [...pictures].join(', ');
  return pictures.size === 1
    ? `Page ${pages} is a picture or blank: what it shows is not read.`
    : `Pages ${pages} are pictures or blank: what they show is not read.`;
}

/** Files that lie in the PDF: annexes, as a mail has them. */
async function attachmentsOf(pdf: PDFDocumentProxy): Promise<Part[]> {
  const attached = (await pdf.getAttachments()) as
    | Map<string, Attachment>
    | Record<string, Attachment>
    | null;
  const files = attached instanceof Map ? [...attached.values()] : Object.values(attached ?? {});
  return files.map(({ filename, rawFilename, content }, index) => ({
    name: said(filename) ?? said(rawFilename) ?? `attachment ${index + 1}`,
    bytes: new Uint8Array(content),
    mediaType: null,
    said: {},
  }));
}

interface Attachment {
  readonly filename: string;
  readonly rawFilename: string;
  readonly content: Uint8Array;
}

function contentOf(laidOut: LaidOut, info: Info): Content {
  return {
    ...titleOf(said(info.Title), laidOut),
    author: authorOf(said(info.Author)),
    ...datingOf(laidOut, info),
    url: laidOut.url,
    kind: 'original',
    text: storable(laidOut.text),
    pages: laidOut.pages.map(([start, end], index) => ({ page: index + 1, start, end })),
    segments: laidOut.notes.length > 0 ? laidOut.notes.map(footnote) : null,
  };
}

const footnote = ([start, end]: readonly [number, number]): Segment => ({
  span: [start, end],
  kind: 'footnote',
  speaker: null,
  date: null,
});

/** What programs write where nobody has given a name. */
const authorOf = (author: string | null): string | null =>
  author && /^\(?(?:anonymous|unknown|user|admin(?:istrator)?|owner|default)\)?$/i.test(author)
    ? null
    : author;

const said = (value: unknown): string | null =>
  typeof value === 'string' ? storable(value).replace(/\s+/g, ' ').trim() || null : null;

function refusal(thrown: unknown, source: string): unknown {
  const { name } = thrown as Error;
  if (name === 'ProvisoError') return thrown;
  if (name === 'PasswordException') return locked(source);
  return unreadable(source, 'its PDF structure is broken', thrown);
}
