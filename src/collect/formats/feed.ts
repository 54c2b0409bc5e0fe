import { createHash } from 'node:crypto';
import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { type Parsed, type Part, storable } from '../content.ts';
import { leadingDate, writtenDate } from '../dates.ts';
import { unreadable } from '../refusals.ts';

/** An entry in one form, whatever the feed's format calls its parts. */
interface Entry {
  title: string | undefined;
  link: string | undefined;
  author: string | undefined;
  date: string | undefined;
  /** When it was changed last. */
  changed?: string | undefined;
  html: string | undefined;
  text: string | undefined;
  /** The format calls what it has of the page a summary, or it has nothing of it. */
  isSummary: boolean;
}

/**
 * A feed (RSS, RDF, Atom, JSON Feed): every entry that has its whole text is a part. Entries that have a summary
 * or nothing of the page that they name are links to it. `address`: the feed's own, null when it has none. Throws
 * PROVISO_INPUT_UNREADABLE for what is no feed.
 */
export async function readFeed(text: string, source: string, address: string | null): Promise<Parsed> {
  const { title, link, entries } = await entriesOf(text, source);
  const bases = basesOf(text, entries.length, link, address);
  const parsed: Parsed = { content: null, parts: [], skipped: [], links: [] };
  for (const [index, found] of entries.entries()) {
    const entry = { ...found, link: resolved(found.link, bases[index] ?? null) };
    const url = addressOf(entry);
    const name = oneLine(entry.link) ?? oneLine(entry.title) ?? `entry ${index + 1}`;
    const part = entry.html?.trim() || entry.text?.trim() ? partOf(entry, name, title) : null;
    if (url && entry.isSummary)
      parsed.links.push({ url, supposed: saidOf(entry, title), mark: markOf(entry), instead: part });
    else if (part) parsed.parts.push(part);
    else parsed.skipped.push({ name, why: 'it has neither text nor the address of a page' });
  }
  return parsed;
}

/**
 * What the addresses in each entry are resolved against (`xml:base`, XML Base): its own base and the feed's, the page that
 * the feed belongs to, or the feed's own address; null when it says none of these.
 */
function basesOf(
  text: string,
  count: number,
  link: string | undefined,
  address: string | null,
): (string | null)[] {
  const baseIn = (tag: string | undefined) =>
    /\bxml:base\s*=\s*["']([^"']*)["']/.exec(tag ?? '')?.[1]?.replaceAll('&amp;', '&');
  const site = resolved(link, address) ?? address;
  const roots = text.match(/<(?:\w+:)?(?:feed|rss|RDF|channel)\b[^>]*>/g) ?? [];
  const root = roots.map(baseIn).reduce<string | null>((base, more) => resolved(more, base) ?? base, site);
  const tags = text.includes('xml:base') ? (text.match(/<(?:\w+:)?(?:entry|item)\b[^>]*>/g) ?? []) : [];
  // Where another text holds such tags too, it is not plain whose they are.
  const own = tags.length === count ? tags.map(baseIn) : [];
  return Array.from({ length: count }, (_, index) => resolved(own[index], root) ?? root);
}

/** An address made whole; as it is where it is nothing of the kind, such as a tag, and undefined for none. */
function resolved(link: string | undefined, base: string | null): string | undefined {
  const written = link?.trim();
  if (!written) return undefined;
  return base !== null && URL.canParse(written, base) ? new URL(written, base).href : written;
}

async function entriesOf(
  text: string,
  source: string,
): Promise<{ title: string | undefined; link: string | undefined; entries: Entry[] }> {
  const { parseFeed } = await import('feedsmith');
  let parsed: ReturnType<typeof parseFeed<string>>;
  try {
    parsed = parseFeed<string>(text);
  } catch (thrown) {
    throw unreadable(source, 'it is no RSS, Atom or JSON feed', thrown);
  }
  const { format, feed } = parsed;
  // Atom's links count from its address and `xml:base` alone.
  if (format === 'atom')
    return { title: plainTitle(feed.title), link: undefined, entries: (feed.entries ?? []).map(atomEntry) };
  if (format === 'json')
    return { title: feed.title, link: feed.home_page_url, entries: (feed.items ?? []).map(jsonEntry) };
  if (format === 'rss')
    return { title: feed.title, link: feed.link, entries: (feed.items ?? []).map(rssEntry) };
  return { title: feed.title, link: feed.link, entries: (feed.items ?? []).map(rdfEntry) };
}

const rssEntry = (item: RssFeed.Item<string>): Entry => ({
  title: item.title,
  link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
  author: item.dc?.creators?.join(', ') ?? item.authors?.map(({ name, email }) => name ?? email).join(', '),
  date: item.pubDate ?? item.dc?.dates?.[0],
  html: item.content?.encoded ?? item.description,
  text: undefined,
  isSummary: !item.content?.encoded,
});

const rdfEntry = (item: RdfFeed.Item<string>): Entry => ({
  title: item.title,
  link: item.link,
  author: item.dc?.creators?.join(', '),
  date: item.dc?.dates?.[0],
  html: item.content?.encoded ?? item.description,
  text: undefined,
  isSummary: !item.content?.encoded,
});

const atomEntry = (entry: AtomFeed.Entry<string>): Entry => ({
  title: plainTitle(entry.title),
  link: entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
  author: entry.authors?.map(({ name }) => name).join(', '),
  date: entry.published ?? entry.updated,
  changed: entry.updated,
  ...atomBody(entry.content?.value ? entry.content : entry.summary),
  isSummary: !entry.content?.value,
});

/** A title without the marks of HTML, where it says that it has them. */
const plainTitle = (title: AtomFeed.Text | undefined): string | undefined =>
  title?.type?.includes('html') && title.value
    ? parseHTML(`<html><body>${title.value}</body></html>`).document.body.textContent
    : title?.value;

const atomBody = (body: AtomFeed.Content | undefined): Pick<Entry, 'html' | 'text'> =>
  body?.type?.includes('html')
    ? { html: body.value, text: undefined }
    : { html: undefined, text: body?.value };

const jsonEntry = (item: JsonFeed.Item<string>): Entry => ({
  title: item.title,
  link: item.url ?? item.external_url ?? item.id,
  author: item.authors?.map(({ name }) => name).join(', '),
  date: item.date_published,
  changed: item.date_modified,
  html: item.content_html,
  text: item.content_text ?? item.summary,
  isSummary: !item.content_html && !item.content_text,
});

const partOf = (entry: Entry, name: string, feedTitle?: string): Part => ({
  name,
  bytes: Buffer.from(entry.html ?? entry.text ?? ''),
  mediaType: entry.html ? 'text/x-html-fragment' : 'text/plain',
  isWrittenHere: true,
  said: saidOf(entry, feedTitle),
});

function saidOf(entry: Entry, feedTitle?: string): Part['said'] {
  const { date } = entry;
  const published = date ? (leadingDate(date) ?? writtenDate(date)) : null;
  const title = oneLine(entry.title);
  const publisher = oneLine(feedTitle);
  const byFeed = { source: 'feed', certainty: 'stated' } as const;
  return {
    title,
    titleFrom: title ? byFeed : null,
    author: oneLine(entry.author),
    publisher,
    publisherFrom: publisher ? byFeed : null,
    url: addressOf(entry),
    published,
    publishedFrom: published ? byFeed : null,
  };
}

/** What an entry says of its page, digested. */
const markOf = ({ title, date, changed, html, text }: Entry): string =>
  createHash('sha256')
    .update(JSON.stringify([title, date, changed, html, text]))
    .digest('hex')
    .slice(0, 16);

const addressOf = ({ link }: Entry): string | null =>
  link && URL.canParse(link) && /^https?:/i.test(link) ? link : null;

const oneLine = (text: string | undefined): string | null =>
  storable(text ?? '')
    .replace(/\s+/g, ' ')
    .trim() || null;
