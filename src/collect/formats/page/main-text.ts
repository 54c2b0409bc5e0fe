import { Readability } from '@mozilla/readability';
import type { Account, Segment } from '../../../model/index.ts';
import { leadingDate } from '../../dates.ts';
import { blockText } from '../block-text.ts';
import { fold } from './fold.ts';
import type { LinkedData } from './linked-data.ts';
import { type Entry, stamped } from './live-blog.ts';
import { isOffer } from './notices.ts';
import { charactersOf, isIn, type Paragraph, type Place, type Ring } from './paragraphs.ts';

/** The text of a page's report, and what became of the page's other words. */
export interface MainText {
  text: string;
  segments: Segment[];
  account: Account;
  /** The line that names its writers where the page shows one. */
  byline: string | null;
  /** It stands in what the page shows, not in its data alone. */
  isShown: boolean;
  /** Paragraphs that ask for payment stand on the page. */
  hasOffer: boolean;
}

export interface Findings {
  title: string | null;
  data: LinkedData;
  entries: readonly Entry[];
  /** Reads a line that may begin an entry, on a live blog whose entries are no elements; null on other pages. */
  beginsEntry: ((line: string) => { date: string | null } | null) | null;
  /** Boxes that are known not to be the report's. */
  marked: ReadonlyMap<Element, Place>;
  /** All words of the page. */
  paragraphs: readonly Paragraph[];
}

/** Changes the document: whatever else is to be read of it must have been read before. */
export function mainText(
  document: Document,
  { title, data, entries, beginsEntry, marked, paragraphs }: Findings,
): MainText {
  for (const paragraph of paragraphs)
    if (isOffer(paragraph.lines.join(' '))) paragraph.place = 'offers to subscribe';
  const hasOffer = paragraphs.some(({ place }) => place === 'offers to subscribe');
  for (const [box, place] of marked) if (place === 'notices on cookies') box.remove();
  const article = new Readability<Element>(document, {
    serializer: (node) => node as Element,
  }).parse();
  const found = article?.content ? blockText(article.content) : '';
  const kept = new Set(chosen(paragraphs, found, entries));
  const isTitle = ({ heading, lines }: Paragraph) =>
    heading !== null && title !== null && fold(lines.join(' ')) === fold(title);
  for (const paragraph of kept) if (isTitle(paragraph)) kept.delete(paragraph);
  for (const paragraph of forScriptless(paragraphs, kept)) kept.add(paragraph);
  const shown = paragraphs.filter((paragraph) => kept.has(paragraph));
  const written = writtenText(shown, entries, beginsEntry);
  const byline = article?.byline ?? null;
  const leftOut = paragraphs.filter((paragraph) => !kept.has(paragraph) && !isTitle(paragraph));
  const inData = dataText(data, written.text);
  if (inData) {
    return {
      ...inData,
      account: accountOf(inData.text, [...leftOut, ...unsaid(shown, inData.text)]),
      byline,
      isShown: false,
      hasOffer,
    };
  }
  withUpdates(written, data);
  return { ...written, account: accountOf(written.text, leftOut), byline, isShown: true, hasOffer };
}

/** What the search for the main text found, and what it passed over in the same part of the page. */
function chosen(paragraphs: readonly Paragraph[], found: string, entries: readonly Entry[]): Paragraph[] {
  const inEntry = ringTest(entries.map(({ element }) => element));
  const isNever = ({ place }: Paragraph) =>
    place === 'notices on cookies' || place === 'offers to subscribe' || place === 'notes of the web archive';
  const isOwn = (paragraph: Paragraph) => paragraph.place === null;
  const own = paragraphs.filter((paragraph) => isOwn(paragraph) && !isLinks(paragraph));
  const matched = matchedTo(
    found,
    paragraphs.filter((one) => !isNever(one)),
  );
  // The search took a box beside the report for it, or found nothing.
  if (![...matched].some(isOwn) && (matched.size === 0 || own.some(isTold))) {
    const seen = (one: Paragraph) => !isNever(one) && !isUnseen(one);
    return own.length > 0
      ? paragraphs.filter(isOwn)
      : paragraphs.filter((one) => seen(one) && !isLinks(one) && one.place !== 'menus');
  }
  const holder = holderOf(matched);
  return paragraphs.filter(
    (paragraph) =>
      matched.has(paragraph) ||
      (isOwn(paragraph) && inEntry(paragraph.within)) ||
      (isOwn(paragraph) && holder !== null && isIn(paragraph.within, holder) && isTold(paragraph)),
  );
}

const isUnseen = ({ place }: Paragraph) =>
  place === 'parts that are not shown' || place === 'parts for browsers without scripts';

const isLinks = (paragraph: Paragraph): boolean => paragraph.linked > 0.6 * charactersOf(paragraph);

/** Sentences and captions, not rows of links and labels. */
const isTold = (paragraph: Paragraph): boolean => {
  if (isLinks(paragraph)) return false;
  const text = paragraph.lines.join(' ');
  return (
    paragraph.isCaption ||
    paragraph.heading !== null ||
    /[.!?…։؟。！？।]["'”’»)\]]*$/u.test(text) ||
    text.length >= 60
  );
};

/** Each line that was found, at a place on the page: the page's own middle before its edges. */
function matchedTo(found: string, paragraphs: readonly Paragraph[]): Set<Paragraph> {
  const left = new Map<string, number>();
  for (const line of found.split('\n')) {
    const key = bare(line);
    if (key) left.set(key, (left.get(key) ?? 0) + 1);
  }
  const matched = new Set<Paragraph>();
  const ordered = [...paragraphs].sort((a, b) => Number(a.place !== null) - Number(b.place !== null));
  for (const paragraph of ordered) {
    const keys = paragraph.lines.map(bare);
    const met = keys.filter((key) => (left.get(key) ?? 0) > 0);
    if (met.length * 2 < keys.length || met.length === 0) continue;
    for (const key of met) left.set(key, (left.get(key) ?? 0) - 1);
    matched.add(paragraph);
  }
  return matched;
}

const bare = (line: string): string => line.replace(/\s+/g, '');

/** Which part of the page holds the report: the innermost article, else the innermost element, with nearly all of it. */
function holderOf(matched: ReadonlySet<Paragraph>): Element | null {
  const weights = new Map<Element, number>();
  let whole = 0;
  for (const paragraph of matched) {
    const characters = charactersOf(paragraph);
    whole += characters;
    for (let ring: Ring | null = paragraph.within; ring; ring = ring.outer)
      weights.set(ring.element, (weights.get(ring.element) ?? 0) + characters);
  }
  const all = [...weights].filter(([, weight]) => weight >= 0.75 * whole).map(([element]) => element);
  const depth = (element: Element): number => (element.parentElement ? 1 + depth(element.parentElement) : 0);
  const innermost = (elements: readonly Element[]) =>
    elements.reduce<Element | null>((best, one) => (best && depth(best) >= depth(one) ? best : one), null);
  const articles = all.filter(
    (element) => /^(?:ARTICLE|MAIN)$/i.test(element.nodeName) || isMainRole(element),
  );
  return innermost(articles) ?? innermost(all);
}

const isMainRole = (element: Element): boolean =>
  element.getAttribute('role') === 'main' || element.getAttribute('itemprop') === 'articleBody';

const ringTest = (elements: readonly Element[]) => {
  const known = new Set(elements);
  return (within: Ring | null): boolean => {
    for (let ring = within; ring; ring = ring.outer) if (known.has(ring.element)) return true;
    return false;
  };
};

const aboutScripts = /javascript|java script|enable|browser|cookies|pixel|<img|<iframe/i;

/** What stands for browsers without scripts, where it tells more than what stands for the others. */
function forScriptless(paragraphs: readonly Paragraph[], kept: ReadonlySet<Paragraph>): Paragraph[] {
  const own = sum([...kept].filter((paragraph) => paragraph.heading === null));
  const told = paragraphs.filter(
    (one) =>
      one.place === 'parts for browsers without scripts' &&
      !kept.has(one) &&
      !aboutScripts.test(one.lines.join(' ')),
  );
  return sum(told) >= 80 && sum(told) > own ? told : [];
}

const sum = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((all, one) => all + charactersOf(one), 0);

/** The paragraphs with an empty line between, and the segments that entries and captions are in it. */
function writtenText(
  paragraphs: readonly Paragraph[],
  entries: readonly Entry[],
  beginsEntry: Findings['beginsEntry'],
): { text: string; segments: Segment[] } {
  const byElement = new Map(entries.map((entry) => [entry.element, entry]));
  const spans = new Map<Pick<Entry, 'date'>, [number, number]>();
  const segments: Segment[] = [];
  let under: Pick<Entry, 'date'> | null = null;
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += paragraph.lines.join('\n');
    under = beginsEntry?.(paragraph.lines[0] ?? '') ?? under;
    const entry = entryAround(paragraph.within, byElement) ?? under;
    if (entry) spans.set(entry, [spans.get(entry)?.[0] ?? start, text.length]);
    if (paragraph.isCaption)
      segments.push({ span: [start, text.length], kind: 'caption', speaker: null, date: null });
  }
  for (const [{ date }, span] of spans) segments.push({ span, kind: 'entry', speaker: null, date });
  return { text, segments: segments.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]) };
}

function entryAround(within: Ring, byElement: ReadonlyMap<Element, Entry>): Entry | null {
  for (let ring: Ring | null = within; ring; ring = ring.outer) {
    const entry = byElement.get(ring.element);
    if (entry) return entry;
  }
  return null;
}

/** The article's text out of the page's data, where what the page shows lacks more than half of it. */
function dataText({ body }: LinkedData, shown: string): { text: string; segments: Segment[] } | null {
  if (!body) return null;
  const lines = plainLines(body);
  const seen = bare(shown);
  const unseen = lines.filter((line) => !seen.includes(bare(line)));
  const length = (some: readonly string[]) => some.reduce((all, line) => all + line.length, 0);
  if (length(unseen) <= 0.5 * length(lines) || length(lines) < shown.length / 2) return null;
  // One run of words whose line ends are lost is what the page shows, when it has most of its words.
  if (lines.length === 1 && shareOfWords(lines[0] ?? '', shown) > 0.8) return null;
  return { text: lines.join('\n\n'), segments: [] };
}

/** Some sites give HTML where text belongs, some of them with its marks written as entities. */
const plainLines = (body: string): string[] =>
  withoutTags(withoutTags(body).replace(/&lt;/g, '<').replace(/&gt;/g, '>'))
    .replace(/&nbsp;/g, ' ')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:#39|apos|rsquo);/g, '’')
    .replace(/&amp;/g, '&')
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

const withoutTags = (html: string): string =>
  html.replace(/<\/(?:p|div|h\d|li)>|<br\s*\/?>/gi, '\n').replace(/<[a-z/][^>]{0,500}>/gi, '');

function shareOfWords(text: string, other: string): number {
  const known = new Set(other.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => known.has(word)).length / Math.max(1, words.length);
}

/** Of paragraphs that a text does not have. */
const unsaid = (paragraphs: readonly Paragraph[], text: string): Paragraph[] => {
  const seen = bare(text);
  return paragraphs.filter(({ lines }) => !lines.every((line) => seen.includes(bare(line))));
};

/** Entries of a live blog that stand in its data alone follow those that it shows. */
function withUpdates(written: { text: string; segments: Segment[] }, { updates }: LinkedData): void {
  let seen = bare(written.text);
  for (const { title, body, published, author } of updates) {
    const lines = plainLines(body ?? '');
    if (lines.join(' ').length < 20 || lines.every((line) => seen.includes(bare(line)))) continue;
    const start = written.text === '' ? 0 : written.text.length + 2;
    const said = [title, ...lines].filter(Boolean).join('\n\n');
    written.text += `${written.text === '' ? '' : '\n\n'}${said}`;
    seen += bare(said);
    const day = leadingDate(published ?? '');
    const date = day && day.length === 10 ? stamped(day, published ?? '') : null;
    written.segments.push({ span: [start, written.text.length], kind: 'entry', speaker: author, date });
  }
}

/** Of everything left out what it is, how much of it there is, and how the longest of it begins. */
function accountOf(text: string, leftOut: readonly Paragraph[]): Account {
  const kinds = new Map<string, { characters: number; longest: string }>();
  for (const paragraph of leftOut) {
    const what = paragraph.place ?? (isLinks(paragraph) ? 'links to other pages' : 'other words of the page');
    const words = paragraph.lines.join(' ');
    const { characters = 0, longest = '' } = kinds.get(what) ?? {};
    kinds.set(what, {
      characters: characters + words.length,
      longest: words.length > longest.length ? words : longest,
    });
  }
  const parts = [...kinds].map(([what, { characters, longest }]) => ({
    what,
    characters,
    begins: beginning(longest),
  }));
  const left = parts.reduce((all, { characters }) => all + characters, 0);
  const share = text.length + left === 0 ? 1 : text.length / (text.length + left);
  return {
    share: Math.round(share * 1000) / 1000,
    leftOut: parts.sort((a, b) => b.characters - a.characters),
  };
}

/** Never half a character. */
const beginning = (text: string): string =>
  [...text.slice(0, 320)]
    .slice(0, 160)
    .join('')
    .slice(0, 160)
    .replace(/[\ud800-\udbff]$/, '');
