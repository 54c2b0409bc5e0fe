import { type Gist, gistOf, sameness } from './gists.ts';
import type { Page } from './texts.ts';

/** From how much sameness on two sentences tell one thing. */
const sameSentence = 0.6;
/** What share of a page's sentences another must tell, for the page to be a rewriting of it; less where it names its source. */
const rewritten = 0.5;
const creditedAndRewritten = 0.3;
/** A page is known by its first sentences: what is cut is cut from the end. */
const firstSentences = 14;

const gistsOfPages = new WeakMap<Page, Gist[]>();

const gistsOf = (page: Page): Gist[] => {
  const known = gistsOfPages.get(page);
  if (known) return known;
  const gists = page.text
    .split(/(?<=[.!?]["”’]?)\s+|\n+/u)
    .map(gistOf)
    .filter(({ words }) => words.length > 3)
    .slice(0, firstSentences);
  gistsOfPages.set(page, gists);
  return gists;
};

const credit =
  /\b(?:agenc(?:y|ies)|newswire|wire (?:service|report)|(?:told|reported|quoted|writes|according to))\b/iu;

/** Whether a page tells in other words what an earlier one told. */
export const isRewritten = (page: Page, earlier: Page): boolean => {
  const [own, other] = [gistsOf(page), gistsOf(earlier)];
  const told = own.filter((gist) => other.some((one) => sameness(gist, one) >= sameSentence)).length;
  if (told < 2) return told === 1 && own.length <= 2;
  return told / own.length >= (credit.test(page.text) ? creditedAndRewritten : rewritten);
};
