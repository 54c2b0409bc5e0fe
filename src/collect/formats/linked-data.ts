import { storable } from '../content.ts';

/** What a page says of itself in JSON-LD (schema.org Article and its kinds). */
export interface LinkedData {
  title: string | null;
  author: string | null;
  publisher: string | null;
  published: string | null;
}

type Item = Readonly<Record<string, unknown>>;

/** Reads the first article that the page's JSON-LD describes; nulls when there is none. */
export function linkedData(document: Document): LinkedData {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const article = scripts.flatMap((script) => items(parseJson(script.textContent ?? ''))).find(isArticle);
  return {
    title: text(article?.headline),
    author: names(article?.author),
    publisher: text(article?.publisher) ?? text(firstItem(article?.publisher)?.name),
    published: text(article?.datePublished),
  };
}

/** The objects of a JSON-LD script: one, a list of them, or a graph. */
function items(value: unknown): Item[] {
  if (Array.isArray(value)) return value.flatMap(items);
  if (typeof value !== 'object' || value === null) return [];
  const item = value as Item;
  return [item, ...items(item['@graph'])];
}

const isArticle = (item: Item) =>
  [item['@type']].flat().some((type) => /Article|Report|Posting/.test(String(type)));

/** One author, by name or as an item, or a list of them. */
const names = (value: unknown): string | null =>
  [value]
    .flat()
    .flatMap((one) => text(one) ?? text((one as Item | null | undefined)?.name) ?? [])
    .filter((name) => !/^https?:/i.test(name))
    .join(', ') || null;

const firstItem = (value: unknown): Item | undefined => items(value)[0];

const text = (value: unknown): string | null =>
  typeof value === 'string' ? storable(value).replace(/\s+/g, ' ').trim() || null : null;

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Pages carry broken JSON-LD often enough; then it says nothing.
    return null;
  }
}
