import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { blockText } from './block-text.ts';
import type { Content } from './content.ts';
import { leadingDate } from './dates.ts';
import { linkedData } from './linked-data.ts';
import { noText, unreadable } from './refusals.ts';

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

function parsePage(html: string): Content {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  fillBody(document);
  // Readability changes the document, so what the page says about itself is read first.
  const said = readMetadata(document);
  return { ...said, text: mainText(document) };
}

/** linkedom does not know that a page may leave its body tag out: what stands beside the head is the body's. */
function fillBody({ documentElement, head, body }: Document): void {
  const strays = [...documentElement.childNodes].filter((node) => node !== head && node !== body);
  body.append(...strays);
}

function mainText(document: Document): string {
  const whole = blockText(document.body);
  const article = new Readability<Element>(document, {
    maxElemsToParse: maxElements,
    serializer: (node) => node as Element,
  }).parse();
  return (article?.content && blockText(article.content)) || whole;
}

function readMetadata(document: Document): Omit<Content, 'text'> {
  const data = linkedData(document);
  return {
    title:
      data.title ??
      meta(document, titleNames) ??
      elementText(document, 'title') ??
      elementText(document, 'h1'),
    publisher: data.publisher ?? meta(document, publisherNames),
    published: firstDate([data.published, meta(document, dateNames)]),
    url: webAddress(
      document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta(document, ['og:url']),
    ),
    kind: 'original',
  };
}

const titleNames = ['og:title', 'citation_title', 'dc.title', 'twitter:title'];
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
function meta(document: Document, names: readonly string[]): string | null {
  const said = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const name = ['property', 'name', 'itemprop']
      .map((key) => tag.getAttribute(key))
      .find(Boolean)
      ?.toLowerCase();
    const content = oneLine(tag.getAttribute('content') ?? '');
    if (name && content && !said.has(name)) said.set(name, content);
  }
  return names.map((name) => said.get(name)).find(Boolean) ?? null;
}

function elementText(document: Document, selector: string): string | null {
  return oneLine(document.querySelector(selector)?.textContent ?? '') || null;
}

const firstDate = (timestamps: readonly (string | null)[]): string | null =>
  timestamps.map((timestamp) => timestamp && leadingDate(timestamp)).find(Boolean) ?? null;

const webAddress = (address: string | null): string | null =>
  address && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
