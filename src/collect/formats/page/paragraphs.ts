import { storable } from '../../content.ts';
import { blocks } from '../block-text.ts';

/** What a part of a page is for, in the words that an account of it uses; `null` where it may be the report's. */
export type Place =
  | 'menus'
  | 'the head of the page'
  | 'the foot of the page'
  | 'boxes beside the report'
  | 'forms and buttons'
  | 'notices on cookies'
  | 'offers to subscribe'
  | 'advertisements'
  | 'buttons for sharing'
  | 'readers’ comments'
  | 'links to other pages'
  | 'about the author'
  | 'parts that are not shown'
  | 'parts for browsers without scripts'
  | 'notes of the web archive';

/** A block of a page: what stands between two edges of it. */
export interface Paragraph {
  /** Blanks are single; at least one line, none empty. */
  lines: string[];
  place: Place | null;
  /** `h1` … `h6` where it is a heading. */
  heading: string | null;
  isCaption: boolean;
  /** How many of its characters are the words of links. */
  linked: number;
  /** The element it stands in, and all around that. */
  within: Ring;
}

/** An element and what holds it. */
export interface Ring {
  element: Element;
  outer: Ring | null;
}

export const charactersOf = ({ lines }: Paragraph): number =>
  lines.reduce((sum, line) => sum + line.length, 0);

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const silent = new Set('HEAD TITLE SCRIPT STYLE'.split(' '));

/**
 * All words of a page in order, as paragraphs that know what part of the page they stand in. Nothing is left out but
 * scripts and styles.
 */
export function paragraphsOf(root: Element, marked: ReadonlyMap<Element, Place>): Paragraph[] {
  const gathering = new Gathering(marked);
  gathering.element(root, null, {
    place: null,
    heading: null,
    isCaption: false,
    isLink: false,
    isInArticle: false,
  });
  return gathering.found();
}

interface Context extends Pick<Paragraph, 'place' | 'heading' | 'isCaption'> {
  isLink: boolean;
  isInArticle: boolean;
}

class Gathering {
  readonly #marked: ReadonlyMap<Element, Place>;
  readonly #found: Paragraph[] = [];
  #pieces: string[] = [];
  #linked = 0;

  constructor(marked: ReadonlyMap<Element, Place>) {
    this.#marked = marked;
  }

  found(): Paragraph[] {
    return this.#found;
  }

  element(element: Element, outer: Ring | null, context: Context): void {
    const name = element.nodeName.toUpperCase();
    if (silent.has(name)) return;
    if (name === 'BR') {
      this.#pieces.push('\n');
      return;
    }
    const inner = this.#contextIn(element, name, context);
    const within = { element, outer };
    const isBlock = blocks.has(name) || inner.place !== context.place;
    if (isBlock) this.#end(outer ?? within, context);
    for (const child of element.childNodes) {
      if (child.nodeType === TEXT_NODE) this.#text(child.textContent ?? '', inner);
      else if (child.nodeType === ELEMENT_NODE) this.element(child as Element, within, inner);
    }
    if (isBlock) this.#end(within, inner);
  }

  #contextIn(
    element: Element,
    name: string,
    { place, heading, isCaption, isLink, isInArticle }: Context,
  ): Context {
    return {
      place: place ?? this.#marked.get(element) ?? placeOf(element, name, isInArticle),
      heading: /^H[1-6]$/.test(name) ? name.toLowerCase() : heading,
      isCaption: isCaption || name === 'FIGCAPTION',
      isLink: isLink || name === 'A',
      isInArticle:
        isInArticle || name === 'ARTICLE' || name === 'MAIN' || element.getAttribute('role') === 'main',
    };
  }

  #text(text: string, { isLink }: Context): void {
    this.#pieces.push(text.replace(/\s+/g, ' '));
    if (isLink) this.#linked += text.trim().length;
  }

  #end(within: Ring, { place, heading, isCaption }: Context): void {
    const lines = this.#pieces.join('').split('\n').map(oneLine).filter(Boolean);
    const linked = this.#linked;
    this.#pieces = [];
    this.#linked = 0;
    if (lines.length > 0) this.#found.push({ lines, place, heading, isCaption, linked, within });
  }
}

/** Character references can smuggle in what no text may hold. */
const oneLine = (text: string) => storable(text).replace(/\s+/g, ' ').trim();

const byName: Readonly<Record<string, Place>> = {
  NAV: 'menus',
  ASIDE: 'boxes beside the report',
  FORM: 'forms and buttons',
  BUTTON: 'forms and buttons',
  SELECT: 'forms and buttons',
  TEXTAREA: 'forms and buttons',
  TEMPLATE: 'parts that are not shown',
  IFRAME: 'parts that are not shown',
  OBJECT: 'parts that are not shown',
  SVG: 'parts that are not shown',
  CANVAS: 'parts that are not shown',
  DIALOG: 'parts that are not shown',
  NOSCRIPT: 'parts for browsers without scripts',
};

const byRole: Readonly<Record<string, Place>> = {
  navigation: 'menus',
  menu: 'menus',
  menubar: 'menus',
  search: 'forms and buttons',
  complementary: 'boxes beside the report',
  contentinfo: 'the foot of the page',
};

/** A class or id by which sites name what stands around a report: its own word, with what sort of box it is. */
const called = (words: string): RegExp =>
  new RegExp(
    `^(?:(?:article|post|entry|page|site|story|widget|js|the) )?(?:${words})(?: (?:list|area|section|wrapper|container|box|block|bar|` +
      'buttons?|links?|widget|items?|form|articles?|posts?|stories|content|inner|panel|tools?|menu))*$',
  );

const byClass: readonly (readonly [RegExp, Place])[] = [
  [called('comments?|disqus thread|respond|replies'), 'readers’ comments'],
  [called('share|sharing|sharebar|social|social media|addtoany|addthis|sharedaddy'), 'buttons for sharing'],
  [
    called(
      'related|recommended|recommendations|more news|read more|most read|trending|popular|outbrain|taboola|see also',
    ),
    'links to other pages',
  ],
  [called('newsletter|subscribe|subscription|promo|regwall|signup|sign up'), 'offers to subscribe'],
  [called('advert|advertisement|advertising|ads?|ad slot|sponsored|sponsor'), 'advertisements'],
  [called('breadcrumbs?|pagination|skip|skip to content|navbar|navigation|nav'), 'menus'],
  [called('author bio|about the author|about author|author info'), 'about the author'],
  [/^(?:wm ipp|donato)\b/, 'notes of the web archive'],
];

function placeOf(element: Element, name: string, isInArticle: boolean): Place | null {
  const named = byName[name] ?? byRole[element.getAttribute('role') ?? ''];
  if (named) return named;
  if (name === 'HEADER' && !isInArticle && !element.querySelector('h1, article, main'))
    return 'the head of the page';
  if (name === 'FOOTER' && !isInArticle) return 'the foot of the page';
  if (isHidden(element)) return 'parts that are not shown';
  if (name === 'BODY' || name === 'MAIN' || name === 'ARTICLE' || name === 'HTML') return null;
  const found = calledBy(element);
  // A site may call the page's whole middle by such a word.
  return found && !element.querySelector('article, main, h1, [itemprop="articleBody"]') ? found : null;
}

function calledBy(element: Element): Place | undefined {
  const said = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`.trim();
  if (said === '') return undefined;
  for (const token of said.split(/\s+/)) {
    const words = token
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[_-]+/g, ' ')
      .toLowerCase()
      .trim();
    const found = byClass.find(([pattern]) => pattern.test(words));
    if (found) return found[1];
  }
  return undefined;
}

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');

/** Whether the element is the one given or stands in it. */
export function isIn(ring: Ring | null, element: Element): boolean {
  for (let at = ring; at; at = at.outer) if (at.element === element) return true;
  return false;
}
