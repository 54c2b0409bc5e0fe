import type { Page } from '../../model/index.ts';
import { type Dating, type Parsed, storable, undated } from '../content.ts';
import { isPublicationDate } from '../dates.ts';
import { locked, scanned, unreadable } from '../refusals.ts';
import { type PageItem, pageText } from './pdf-layout.ts';

/**
 * The text of a PDF, page by page. Throws PROVISO_INPUT_SCANNED when no page has text, PROVISO_INPUT_LOCKED
 * when it needs a password, and PROVISO_INPUT_UNREADABLE when it is broken.
 */
export async function readPdf(bytes: Uint8Array, source: string): Promise<Parsed> {
  // Loaded here, since most inputs are no PDF and the library is large.
  const { getDocumentProxy, getMeta } = await import('unpdf');
  try {
    // The library takes the bytes over, so it gets its own; a Buffer it refuses.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      pages.push(storable(pageText(itemsOf(await page.getTextContent()))));
      page.cleanup();
    }
    return parsed(pages, (await getMeta(pdf)).info, source);
  } catch (thrown) {
    throw refusal(thrown, source);
  }
}

/** Marks of structure stand between the runs of text. */
const itemsOf = ({ items }: { items: object[] }): PageItem[] =>
  items.flatMap((item) => ('str' in item ? [item as PageItem] : []));

function parsed(pageTexts: readonly string[], info: Record<string, unknown>, source: string): Parsed {
  if (pageTexts.every((text) => text === '')) throw scanned(source, pageTexts.length);
  const { text, pages } = joinPages(pageTexts);
  return {
    content: {
      title: said(info.Title),
      author: said(info.Author),
      publisher: null,
      ...dating(info.CreationDate),
      url: null,
      kind: 'original',
      text,
      pages,
    },
    parts: [],
    links: [],
    skipped: pageTexts.flatMap((page, index) =>
      page === '' ? [{ name: `page ${index + 1}`, why: 'it has no text, only what a picture may show' }] : [],
    ),
  };
}

/** One text of all pages, and where each begins and ends. A paragraph that runs on over the edge stays one. */
function joinPages(pageTexts: readonly string[]): { text: string; pages: Page[] } {
  let text = '';
  const pages = pageTexts.map((page, index): Page => {
    if (text !== '' && page !== '') text += runsOn(text, page) ? ' ' : '\n\n';
    const start = text.length;
    text += page;
    return { page: index + 1, start, end: text.length };
  });
  return { text, pages };
}

const runsOn = (before: string, after: string) => /[\p{L}\p{N},;–-]$/u.test(before) && /^\p{Ll}/u.test(after);

/** When the file was made: near its publication as a rule, and no more than that. */
function dating(created: unknown): Dating {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(String(created ?? '')) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!year || !isPublicationDate(date)) return undated;
  return { published: date, publishedFrom: { source: 'file-properties', certainty: 'likely' } };
}

const said = (value: unknown): string | null =>
  typeof value === 'string' ? storable(value).replace(/\s+/g, ' ').trim() || null : null;

function refusal(thrown: unknown, source: string): unknown {
  const { name } = thrown as Error;
  if (name === 'ProvisoError') return thrown;
  if (name === 'PasswordException') return locked(source);
  return unreadable(source, 'its PDF structure is broken', thrown);
}
