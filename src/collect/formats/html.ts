import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Content, type Dating, storable, undated } from '../content.ts';
import { dateInAddress, leadingDate, writtenDate } from '../dates.ts';
import { noText, unreadable } from '../refusals.ts';
import { blockText } from './block-text.ts';
import { type LinkedData, linkedData } from './linked-data.ts';

/** Pages with more elements are refused: the search for the main text would take minutes. */
const maxElements = 100_000;

/** Reads a page. Throws PROVISO_INPUT_NO_TEXT, or PROVISO_INPUT_UNREADABLE when it cannot be parsed. */
export function readPage(html: string, source: string): Content {
  let page: Content;
  try {
    page = parsePage(html);
  } catch (thrown) {
    throw unreadable(source, 'its HTML is broken or too deeply nested', thrown);
  }
  if (page.text === '') throw noText(source);
  return page;
}

/** The text of a piece of HTML, all of it: an entry of a feed, a mail. Blank when it has none. */
export function fragmentText(html: string, source: string): string {
  try {
    return blockText(parsed(html).body);
  } catch (thrown) {
    throw unreadable(source, 'its HTML is broken or too deeply nested', thrown);
  }
}

/** A piece of HTML that stands for itself, with nothing that says what it is. Throws as `readPage`. */
export function readFragment(html: string, source: string): Content {
  const text = fragmentText(html, source);
  if (text === '') throw noText(source);
  return {
    title: null,
    author: null,
    publisher: null,
    ...undated,
    url: null,
    kind: 'original',
    text,
    pages: null,
  };
}

function parsed(html: string): Document {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  fillBody(document);
  return document;
}

function parsePage(html: string): Content {
  const document = parsed(html);
  // Readability changes the document, so what the page says about itself is read first.
  const said = readMetadata(document);
  const { text, byline } = mainText(document);
  return { ...said, author: said.author ?? byline, text };
}

/** linkedom does not know that a page may leave its body tag out: what stands beside the head is the body's. */
function fillBody({ documentElement, head, body }: Document): void {
  const strays = [...documentElement.childNodes].filter((node) => node !== head && node !== body);
  body.append(...strays);
}

/** The article's text, and the line that names its writers where the page shows one. */
function mainText(document: Document): { text: string; byline: string | null } {
  const whole = blockText(document.body);
  const article = new Readability<Element>(document, {
    maxElemsToParse: maxElements,
    serializer: (node) => node as Element,
  }).parse();
  return {
    text: (article?.content && blockText(article.content)) || whole,
    byline: writers(article?.byline),
  };
}

function readMetadata(document: Document): Omit<Content, 'text'> {
  const data = linkedData(document);
  const url = webAddress(
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta(document, ['og:url']),
  );
  return {
    title:
      data.title ??
      meta(document, titleNames) ??
      elementText(document, 'title') ??
      elementText(document, 'h1'),
    author: data.author ?? writers(meta(document, authorNames)),
    publisher: data.publisher ?? meta(document, publisherNames),
    ...dating(document, data, url),
    url,
    kind: 'original',
    pages: null,
  };
}

/** The publication date from the best source that has one. What only stands near it counts as likely. */
function dating(document: Document, data: LinkedData, url: string | null): Dating {
  const found = [
    { source: 'linked-data', certainty: 'stated', date: leadingDate(data.published ?? '') },
    { source: 'meta-tag', certainty: 'stated', date: firstDate(metaValues(document, dateNames)) },
    { source: 'page', certainty: 'stated', date: firstDate(timesOf(document, statedTimes)) },
    { source: 'page', certainty: 'likely', date: firstDate(timesOf(document, likelyTimes)) },
    { source: 'address', certainty: 'likely', date: dateInAddress(url ?? '') },
  ] as const;
  const best = found.find(({ date }) => date !== null);
  if (!best) return undated;
  return { published: best.date, publishedFrom: { source: best.source, certainty: best.certainty } };
}

/** Elements that say that their date is the publication's. */
const statedTimes = '[itemprop="datePublished"], time[pubdate], .dt-published, .entry-date.published';
/** Elements about the top of an article that as a rule show when it came out. */
const likelyTimes =
  'article time, header time, main time, [class*="publish" i], [class*="dateline" i], [class*="byline" i], [class*="post-date" i]';

const timesOf = (document: Document, selector: string): (string | null)[] =>
  [...document.querySelectorAll(selector)].slice(0, 20).map((element) => {
    const machine = element.getAttribute('datetime') ?? element.getAttribute('content');
    const seen = (element.textContent ?? '').slice(0, 300);
    return leadingDate(machine ?? '') ?? writtenDate(seen);
  });

/** A line of writers without the word that introduces them; an address of a profile names nobody. */
function writers(line: string | null | undefined): string | null {
  const names = oneLine(line ?? '').replace(/^(?:written\s+)?by:?\s+/i, '');
  return names === '' || names.length > 200 || /^https?:/i.test(names) ? null : names;
}

const titleNames = ['og:title', 'citation_title', 'dc.title', 'twitter:title'];
const authorNames = [
  'citation_author',
  'author',
  'dc.creator',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'byl',
];
const publisherNames = [
  'og:site_name',
  'citation_publisher',
  'dc.publisher',
  'publisher',
  'application-name',
];
const dateNames = [
  'article:published_time',
  'og:published_time',
  'citation_publication_date',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'pubdate',
  'parsely-pub-date',
  'date',
];

/** The first of the named meta tags that says something; names in lower case, in order of trust. */
const meta = (document: Document, names: readonly string[]): string | null =>
  metaValues(document, names)[0] ?? null;

function metaValues(document: Document, names: readonly string[]): string[] {
  const said = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const name = ['property', 'name', 'itemprop']
      .map((key) => tag.getAttribute(key))
      .find(Boolean)
      ?.toLowerCase();
    const content = oneLine(tag.getAttribute('content') ?? '');
    if (name && content && !said.has(name)) said.set(name, content);
  }
  return names.flatMap((name) => said.get(name) ?? []);
}

function elementText(document: Document, selector: string): string | null {
  return oneLine(document.querySelector(selector)?.textContent ?? '') || null;
}

const firstDate = (timestamps: readonly (string | null)[]): string | null =>
  timestamps
    .map((timestamp) => timestamp && (leadingDate(timestamp) ?? writtenDate(timestamp)))
    .find(Boolean) ?? null;

const webAddress = (address: string | null): string | null =>
  address && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;

const oneLine = (text: string) => storable(text).replace(/\s+/g, ' ').trim();
