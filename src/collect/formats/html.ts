import { isWebAddress, type Segment } from '../../model/index.ts';
import { bare, type Content, storable } from '../content.ts';
import { noReport, noText, unreadable } from '../refusals.ts';
import { creditedAgency } from './agencies.ts';
import { blockText } from './block-text.ts';
import { datelineOf } from './dateline.ts';
import { datingOf } from './page/dating.ts';
import { type LinkedData, linkedData } from './page/linked-data.ts';
import { callsItselfLive, entriesOf, timeInLine } from './page/live-blog.ts';
import { localeOf } from './page/locale.ts';
import { type MainText, mainText } from './page/main-text.ts';
import { namingOf } from './page/naming.ts';
import { limitNesting } from './page/nesting.ts';
import { insteadOfReport } from './page/no-report.ts';
import { consentBoxes } from './page/notices.ts';
import { paragraphsOf } from './page/paragraphs.ts';
import { addressOfSaved, withoutArchive } from './page/saved.ts';
import { teasersOf } from './page/teasers.ts';
import { whyIncomplete } from './page/wholeness.ts';
import { type Row, rowSegments, spellOutTables } from './tables.ts';
import { wholePage } from './whole-page.ts';

/**
 * Reads a page. `address`: where it was found, if that is known. Throws PROVISO_INPUT_NO_TEXT, PROVISO_INPUT_NO_REPORT
 * for what servers give in place of a report, or PROVISO_INPUT_UNREADABLE when it cannot be parsed.
 */
export function readPage(html: string, source: string, address: string | null = null): Content {
  let page: ParsedPage;
  try {
    page = parsePage(html, address);
  } catch (thrown) {
    throw unreadable(source, 'its HTML is broken or too deeply nested', thrown);
  }
  if (page.instead) throw noReport(source, page.instead);
  if (page.content.text === '' || page.isUnfilled) throw noText(source);
  return page.content;
}

/** The text of a piece of HTML, all of it, and the rows of its tables: an entry of a feed, a part of a book. */
export function fragmentOf(html: string, source: string): Pick<Content, 'text' | 'segments'> {
  try {
    const document = parsed(html);
    const rows = spellOutTables(document);
    const text = blockText(document.body);
    return { text, segments: rows.length > 0 ? rowSegments(text, rows) : null };
  } catch (thrown) {
    throw unreadable(source, 'its HTML is broken or too deeply nested', thrown);
  }
}

/** A piece of HTML that stands for itself, with nothing that says what it is. Throws as `readPage`. */
export function readFragment(html: string, source: string): Content {
  const { text, segments } = fragmentOf(html, source);
  if (text === '') throw noText(source);
  return { ...bare(text), segments: segments ?? null };
}

function parsed(html: string): Document {
  const document = wholePage(html);
  fillBody(document);
  limitNesting(document);
  return document;
}

/** linkedom does not know that a page may leave its body tag out: what stands beside the head is the body's. */
function fillBody({ documentElement, head, body }: Document): void {
  const strays = [...documentElement.childNodes].filter((node) => node !== head && node !== body);
  body.append(...strays);
}

/** Pages with more elements are refused: the search for the main text would take minutes. */
const maxElements = 100_000;

/** Entries and captions, and the rows of tables, an outer one before those in it; null for none. */
function segmentsOf({ text, segments }: MainText, rows: readonly Row[]): Segment[] | null {
  const all = [...segments, ...rowSegments(text, rows)];
  return all.length > 0 ? all.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]) : null;
}

interface ParsedPage {
  content: Content;
  /** What it is when it is no report; null when it may be one. */
  instead: string | null;
  /** Scripts would have filled it, and it has no sentence without them. */
  isUnfilled: boolean;
}

function parsePage(html: string, address: string | null): ParsedPage {
  const document = parsed(html);
  if (document.querySelectorAll('*').length > maxElements) throw new Error('the page has too many elements');
  const marked = new Map([...consentBoxes(document), ...teasersOf(document)]);
  const rows = spellOutTables(document);
  const paragraphs = paragraphsOf(document.body, marked);
  // The search for the main text changes the document, so what the page says about itself is read first.
  const meta = metaTags(document);
  const heading = headingOf(document);
  const titled = elementText(document, 'title');
  const url = ownAddress(document, html, meta, address);
  const data = linkedData(document, {
    url,
    titles: [heading, titled, meta.get('og:title')].filter((one) => one != null),
  });
  const locale = localeOf(document, meta, url);
  const naming = namingOf({
    data,
    meta,
    titled,
    heading,
    url,
    stated: publisherOf(document),
    home: homeOf(document),
  });
  const dating = datingOf({ document, paragraphs, data, meta, url, locale });
  const year = dating.published?.slice(0, 4) ?? null;
  const isScripted = isFilledByScripts(document);
  const entries = entriesOf(document, { isTyped: data.isLiveBlog, locale, year });
  const isLive = data.isLiveBlog || callsItselfLive(document);
  const beginsEntry =
    isLive && entries.length === 0 ? (line: string) => timeInLine(line, year, locale) : null;
  const main = mainText(document, { title: naming.title, data, entries, beginsEntry, marked, paragraphs });
  const author = data.author ?? writers(firstOf(meta, authorNames)) ?? writers(main.byline);
  return {
    content: {
      ...naming,
      author,
      agency: agencyOf(data, main, author, locale),
      ...dating,
      url,
      kind: 'original',
      text: main.text,
      pages: null,
      segments: segmentsOf(main, rows),
      account: main.account,
      incomplete: whyIncomplete(main, data),
    },
    instead: insteadOfReport({ title: titled, heading, text: main.text, html, data }),
    isUnfilled: isScripted && !hasSentence(main.text),
  };
}

/** The address that the page says is its own; a web archive's is that of the page it keeps. */
function ownAddress(
  document: Document,
  html: string,
  meta: ReadonlyMap<string, string>,
  address: string | null,
): string | null {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const told =
    webAddress(canonical) ??
    webAddress(meta.get('og:url')) ??
    webAddress(addressOfSaved(html)) ??
    webAddress(address);
  return told && withoutArchive(told);
}

/** Of the report, else of the page: the first of a site's head may be its logo. */
const headingOf = (document: Document): string | null =>
  elementText(document, 'article h1, main h1, [itemprop="headline"]') ?? elementText(document, 'h1');

/** The publisher that the page's microdata or RDFa names. */
function publisherOf(document: Document): string | null {
  const element = document.querySelector('[itemprop~="publisher"], [property="schema:publisher"]');
  const named = element?.querySelector('[itemprop="name"], [property="schema:name"]') ?? element;
  const name = oneLine(named?.getAttribute('content') ?? named?.textContent ?? '');
  return name !== '' && name.length < 80 ? name : null;
}

/** What the links to the front page are called. */
const homeOf = (document: Document): string[] =>
  [
    ...document.querySelectorAll(
      'header a[href="/"], a[rel="home"], a.logo, .logo a, .site-title, [itemprop="publisher"] [itemprop="name"]',
    ),
  ]
    .slice(0, 6)
    .map(
      (element) =>
        oneLine(element.textContent ?? '') ||
        oneLine(element.querySelector('img')?.getAttribute('alt') ?? ''),
    )
    .filter((name) => name !== '' && name.length < 60);

const appRoots =
  '#root, #app, #__next, #__nuxt, #___gatsby, [data-reactroot], app-root, [ng-app], [data-server-rendered]';

const isFilledByScripts = (document: Document): boolean =>
  document.querySelector(`${appRoots}, script[type="application/json"], script[src]`) !== null;

const hasSentence = (text: string): boolean =>
  /(?:\p{L}+[ ,’'-]+){3,}[^\n]*[.!?。؟।…"”»]|[^\n]{120}|[\u3040-\u9fff]{12}/u.test(text);

/** The agency that the page's data, its byline, its dateline or its last lines name. */
const agencyOf = (
  data: LinkedData,
  main: MainText,
  author: string | null,
  locale: string | null,
): string | null =>
  data.credit ??
  main.text
    .split('\n\n', 3)
    .map((paragraph) => datelineOf(paragraph, locale)?.agency)
    .find(Boolean) ??
  creditedAgency(main.text, author);

/** A line of writers without the word that introduces them; an address of a profile names nobody. */
function writers(line: string | null | undefined): string | null {
  const names = oneLine(line ?? '')
    .replace(/^(?:written\s+)?by:?\s+/i, '')
    .replace(/\s*[|·•]\s.*$/, '');
  return names === '' || names.length > 200 || /^https?:/i.test(names) ? null : names;
}

const authorNames = [
  'citation_author',
  'author',
  'dc.creator',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'byl',
];

const firstOf = (meta: ReadonlyMap<string, string>, names: readonly string[]): string | null =>
  names.map((name) => meta.get(name)).find(Boolean) ?? null;

/** What the meta tags say, by their names in lower case; the first of a name counts. */
function metaTags(document: Document): Map<string, string> {
  const said = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const content = oneLine(tag.getAttribute('content') ?? '');
    if (content === '') continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = tag.getAttribute(key)?.toLowerCase();
      if (name && !said.has(name)) said.set(name, content);
    }
  }
  return said;
}

function elementText(document: Document, selector: string): string | null {
  return oneLine(document.querySelector(selector)?.textContent ?? '') || null;
}

const webAddress = (address: string | null | undefined): string | null =>
  address && isWebAddress(address) && URL.canParse(address) ? address : null;

const oneLine = (text: string) => storable(text).replace(/\s+/g, ' ').trim();
