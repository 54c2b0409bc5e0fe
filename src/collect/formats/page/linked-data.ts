import { jsonrepair } from 'jsonrepair';
import { storable } from '../../content.ts';

/** What a page says of itself in JSON-LD (schema.org Article and its kinds); nulls for what it does not say. */
export interface LinkedData {
  title: string | null;
  author: string | null;
  publisher: string | null;
  /** Name of the site that the page is part of, where no publisher is given. */
  site: string | null;
  /** Who wrote the text that the publisher prints, as with agencies. */
  credit: string | null;
  published: string | null;
  /** When it was made, which may be some days before. */
  created: string | null;
  modified: string | null;
  /** The article's text, with line ends; pages that scripts fill have it here alone. */
  body: string | null;
  url: string | null;
  /** False where the page says that not everyone may read it. */
  isFree: boolean;
  isLiveBlog: boolean;
  /** Entries of a live blog. */
  updates: Update[];
}

interface Update {
  title: string | null;
  published: string | null;
  author: string | null;
  body: string | null;
}

type Item = Readonly<Record<string, unknown>>;

/** What tells which of several articles on a page is the page's own. */
export interface PageSigns {
  url: string | null;
  titles: readonly string[];
}

/** Reads what the page's JSON-LD says of the page's article, or of the page where it describes no article. */
export function linkedData(document: Document, signs: PageSigns): LinkedData {
  const scripts = [...document.querySelectorAll('script[type*="ld+json" i]')];
  const all = scripts.flatMap((script) => items(parseJson(script.textContent ?? '')));
  const byId = new Map(all.map((item) => [text(item['@id']), item]).filter(([id]) => id) as [string, Item][]);
  const resolved = (value: unknown): Item[] =>
    items(value).map((item) =>
      Object.keys(item).length === 1 ? (byId.get(text(item['@id']) ?? '') ?? item) : item,
    );
  const article = ownOf(all.filter(isArticle), signs) ?? all.filter(isMedium).find(isOwn(signs));
  const page = all.find(isPage);
  const site = all.find((item) =>
    isOf(item, /^(?:WebSite|Organization|NewsMediaOrganization|GovernmentOrganization)$/),
  );
  const named = (value: unknown): string | null =>
    text(value) ??
    resolved(value)
      .map(({ name, legalName }) => text(name) ?? text(legalName))
      .find(Boolean) ??
    null;
  return {
    title: text(article?.headline) ?? text(article?.name),
    author: people(article?.author, resolved) ?? people(article?.creator, resolved),
    publisher: named(article?.publisher) ?? named(page?.publisher),
    site: named(article?.isPartOf) ?? named(page?.isPartOf) ?? text(site?.name),
    credit: named(article?.sourceOrganization) ?? named(article?.creditText),
    published: time(article?.datePublished) ?? time(page?.datePublished) ?? time(article?.uploadDate),
    created: time(article?.dateCreated) ?? time(page?.dateCreated),
    modified: time(article?.dateModified) ?? time(page?.dateModified),
    body: body(article?.articleBody) ?? body(article?.text),
    url: address(article?.url) ?? address(article?.mainEntityOfPage) ?? address(page?.url),
    isFree: ![article, ...items(article?.hasPart)].some((item) =>
      /^false$/i.test(String(item?.isAccessibleForFree)),
    ),
    isLiveBlog: article !== undefined && isOf(article, /^LiveBlogPosting$/),
    updates: items(article?.liveBlogUpdate).map((update) => ({
      title: text(update.headline),
      published: time(update.datePublished),
      author: people(update.author, resolved),
      body: body(update.articleBody) ?? body(update.text),
    })),
  };
}

/** The objects of a JSON-LD script: one, a list of them, a graph, or the main thing of a page. */
function items(value: unknown): Item[] {
  if (Array.isArray(value)) return value.flatMap(items);
  if (typeof value !== 'object' || value === null) return [];
  const item = value as Item;
  return [item, ...items(item['@graph']), ...items(item.mainEntity), ...items(item.mainEntityOfPage)];
}

const isOf = (item: Item, type: RegExp): boolean =>
  [item['@type']].flat().some((one) => type.test(String(one).replace(/^.*[/:#]/, '')));
const isArticle = (item: Item) =>
  isOf(item, /Article|Report|Posting|Statement|BlogPost|PressRelease|Legislation/);
const isMedium = (item: Item) =>
  isOf(item, /^(?:VideoObject|AudioObject|PodcastEpisode|Event|CreativeWork|Dataset)$/);
const isPage = (item: Item) =>
  isOf(item, /^(?:\w*WebPage|ItemPage|AboutPage)$/) && item.datePublished !== undefined;

/** Pages also describe the articles that they link to: the page's own has its address or its title. */
const ownOf = (articles: readonly Item[], signs: PageSigns): Item | undefined =>
  articles.find(isHere(signs)) ?? articles.find(isTitled(signs)) ?? articles[0];

const isHere =
  ({ url }: PageSigns) =>
  (item: Item): boolean =>
    url !== null && [item.url, item['@id'], item.mainEntityOfPage].some((one) => address(one) === url);

const isTitled = ({ titles }: PageSigns) => {
  const known = new Set(titles.map(folded));
  return (item: Item): boolean => known.has(folded(text(item.headline) ?? text(item.name) ?? '\0'));
};

/** A film or an event that a page speaks of is not the page. */
const isOwn = (signs: PageSigns) => (item: Item) => isHere(signs)(item) || isTitled(signs)(item);

const folded = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** One author, by name or as an item, or a list of them. */
const people = (value: unknown, resolved: (value: unknown) => Item[]): string | null =>
  [value]
    .flat()
    .flatMap((one) => text(one) ?? resolved(one).flatMap(({ name }) => text(name) ?? []))
    .filter((name) => !/^https?:/i.test(name))
    .join(', ') || null;

/** A time as text or number, also where it is the only one of a list, or a typed value. */
function time(value: unknown): string | null {
  const [first] = [value].flat();
  if (typeof first === 'number') return String(first);
  return text(first) ?? text((first as Item | null | undefined)?.['@value']);
}

/** An address, or the one of an item. */
const address = (value: unknown): string | null => {
  const [first] = [value].flat();
  return text(first) ?? text((first as Item | null | undefined)?.['@id']);
};

const text = (value: unknown): string | null =>
  typeof value === 'string' ? storable(value).replace(/\s+/g, ' ').trim() || null : null;

/** With its lines: they are its paragraphs. */
function body(value: unknown): string | null {
  const whole = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join('\n') : value;
  return typeof whole === 'string' ? storable(whole).trim() || null : null;
}

/** Longer scripts are no description of a page. */
const maxJson = 2_000_000;

/** As browsers' search engines read it: comments, marks of CDATA, raw line ends and stray commas do no harm. */
function parseJson(script: string): unknown {
  const json = script
    .slice(0, maxJson)
    .replace(/^\s*(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/|\/\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s*(?:-->|\]\]>)\s*(?:\*\/)?\s*$/, '')
    .trim();
  for (const read of [JSON.parse, (broken: string) => JSON.parse(jsonrepair(broken))]) {
    try {
      return read(json);
    } catch {
      // What cannot be mended says nothing.
    }
  }
  return null;
}
