import { createHash } from 'node:crypto';
import { type CopyLink, contains, type Document, type Span, type Statement } from '../../model/index.ts';
import { foldName } from '../../resolve/index.ts';

/** What weighing looks at of a document. */
export type Page = Pick<Document, 'id' | 'publisher' | 'published' | 'text'> & {
  /** The agency or writer that the page itself names as its source; absent or null when it names none. */
  agency?: string | null;
  url?: string | null;
};

/** How documents stand in each other, by document. */
export type Copies = ReadonlyMap<string, readonly CopyLink[]>;

/** In the order of characters, which is that of dates and of ids. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The earliest first; undated ones last. */
export const byDate = (a: Page, b: Page): number =>
  inOrder(a.published ?? '9', b.published ?? '9') || inOrder(a.id, b.id);

/** A digest of each page's folded words: folding ten thousand texts takes half a second, and a page never changes. */
const digests = new WeakMap<Page, string>();

const digestOf = (page: Page): string => {
  const known = digests.get(page);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(foldName(page.text)).digest('base64');
  digests.set(page, digest);
  return digest;
};

/**
 * The document that each document's words come from: of all that have the same words, or the same edited, the earliest.
 */
export const clusterTexts = (pages: readonly Page[], copies: Copies): ReadonlyMap<string, string> => {
  const first = new Map<string, string>();
  const cluster = new Map<string, string>();
  for (const page of [...pages].sort(byDate)) {
    const { id } = page;
    const words = digestOf(page);
    const copied = (copies.get(id) ?? []).find(
      ({ kind, document }) => kind !== 'passages' && cluster.has(document),
    );
    const earliest = first.get(words) ?? (copied && cluster.get(copied.document)) ?? id;
    first.set(words, earliest);
    cluster.set(id, earliest);
  }
  return cluster;
};

/** Where the words of a statement stood first, if in another document. */
export interface Passage {
  page: Page;
  /** The shared passage in the statement's own document, and in the other. */
  here: Span;
  there: Span;
}

/** The earliest known document that has the statement's words in a passage shared with its own; null when none has. */
export const passageOf = (
  { documentId, claim }: Statement,
  copies: Copies,
  pages: ReadonlyMap<string, Page>,
): Passage | null => {
  const own = pages.get(documentId);
  const shared = (copies.get(documentId) ?? []).flatMap(({ document, passages }): Passage[] => {
    const page = pages.get(document);
    const passage = page && passages.find(({ here }) => contains(here, claim.span));
    return page && passage ? [{ page, ...passage }] : [];
  });
  const [earliest] = shared.sort((a, b) => byDate(a.page, b.page));
  return earliest && own && byDate(earliest.page, own) < 0 ? earliest : null;
};
