import type { Page } from './texts.ts';

/** The words of a text that begin with a capital: those of names, and few others. */
const capitalised = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*/gu;

const capitalisedIn = (text: string): Set<string> => new Set(text.match(capitalised));

/** A page never changes. */
const wordsOfPages = new WeakMap<Page, ReadonlySet<string>>();

const wordsOn = (page: Page): ReadonlySet<string> => {
  const known = wordsOfPages.get(page) ?? capitalisedIn(page.text);
  wordsOfPages.set(page, known);
  return known;
};

/** Which pages have a name: by its rarest word, so that not every page is searched for everybody. */
export class NamesOnPages {
  readonly #pages: readonly Page[];
  /** Numbers of the pages that have a word, in order. */
  #postings: Map<string, number[]> | undefined;

  constructor(pages: readonly Page[]) {
    this.#pages = pages;
  }

  /** The pages that have the name as it is written, its words whole, in order. */
  *pagesWith(name: string): Generator<Page> {
    const words = [...capitalisedIn(name)];
    const postings = words.map((word) => this.#index().get(word) ?? []);
    const [rarest] = postings.sort((a, b) => a.length - b.length);
    for (const page of rarest?.map((number) => this.#pages[number] as Page) ?? this.#pages)
      if (words.every((word) => wordsOn(page).has(word)) && page.text.includes(name)) yield page;
  }

  #index(): Map<string, number[]> {
    if (this.#postings) return this.#postings;
    this.#postings = new Map();
    for (const [number, page] of this.#pages.entries())
      for (const word of wordsOn(page)) {
        const there = this.#postings.get(word);
        if (there) there.push(number);
        else this.#postings.set(word, [number]);
      }
    return this.#postings;
  }
}
