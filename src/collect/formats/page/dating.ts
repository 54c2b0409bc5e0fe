import type { SaidBy } from '../../../model/index.ts';
import { type Dating, undated } from '../../content.ts';
import { dateInAddress, findDate, leadingDate } from '../../dates.ts';
import { datelineOf } from '../dateline.ts';
import { labelled, publishedWords, updateWords } from '../publication-lines.ts';
import type { LinkedData } from './linked-data.ts';
import type { Paragraph } from './paragraphs.ts';

interface Candidate extends SaidBy {
  date: string | null;
}

interface Page {
  document: Document;
  paragraphs: readonly Paragraph[];
  data: LinkedData;
  /** Contents of the page's meta tags by name. */
  meta: ReadonlyMap<string, string>;
  url: string | null;
  /** BCP 47. */
  locale: string | null;
}

/**
 * The publication date from the best source that has one. A date of publication goes before any that only stands where
 * one usually does; the date of an update or of another story is none.
 */
export function datingOf(page: Page): Dating {
  const { data, url, document, paragraphs } = page;
  const read = (time: string | null): string | null => dateIn(time ?? '', page.locale)?.date ?? null;
  const updates = new Set([
    read(data.modified),
    ...updateNames.map((name) => read(page.meta.get(name) ?? null)),
  ]);
  const unlessUpdate = (date: string | null) => (updates.has(date) ? null : date);
  const seen = [...labelledLines(paragraphs, page.locale), ...seenDates(document, page.locale)];
  const candidates: Candidate[] = [
    { source: 'linked-data', certainty: 'stated', date: read(data.published) },
    ...stated(document, page.locale),
    { source: 'meta-tag', certainty: 'stated', date: firstOf(page.meta, statedNames, read) },
    ...seen.filter(({ certainty }) => certainty === 'stated'),
    { source: 'linked-data', certainty: 'likely', date: unlessUpdate(read(data.created)) },
    { source: 'meta-tag', certainty: 'likely', date: unlessUpdate(firstOf(page.meta, vagueNames, read)) },
    ...seen.filter(({ certainty }) => certainty === 'likely'),
    { source: 'address', certainty: 'likely', date: wholeDay(dateInAddress(url ?? '')) },
    { source: 'page', certainty: 'likely', date: bareDate(paragraphs, page.locale) },
    { source: 'text', certainty: 'likely', date: datelineDate(paragraphs, page.locale) },
    { source: 'address', certainty: 'likely', date: dateInAddress(url ?? '') },
  ];
  const best = candidates.find(({ date }) => date !== null);
  if (!best) return undated;
  return { published: best.date, publishedFrom: { source: best.source, certainty: best.certainty } };
}

const wholeDay = (date: string | null): string | null => (date?.length === 10 ? date : null);

/** A date by a machine or by a person. */
function dateIn(time: string, locale: string | null): { date: string; exact: boolean } | null {
  const machine = leadingDate(time);
  // What programs write where a date is missing.
  if (machine && /^0001-|^1970-01-01$/.test(machine)) return null;
  const isWhole = machine !== null && (machine.length === 10 || machine === time.trim());
  // Years of other calendars are read with the words around them.
  if (isWhole && !/^(?:1[34]\d\d|2[45]\d\d)/.test(machine)) return { date: machine, exact: true };
  return findDate(time.slice(0, 300), locale);
}

const statedNames = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'og:pubdate',
  'citation_publication_date',
  'citation_online_date',
  'datepublished',
  'date.issued',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'published_at',
  'published-date',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'article_date_original',
  'originalpublicationdate',
  'rnews:datepublished',
  'article.published',
  'ptime',
];

/** Some sites mean the day of the last change by these. */
const vagueNames = [
  'dc.date',
  'dcterms.date',
  'date',
  'citation_date',
  'article.created',
  'displaydate',
  'timestamp',
];

const updateNames = [
  'article:modified_time',
  'og:updated_time',
  'last-modified',
  'lastmod',
  'dcterms.modified',
  'dc.date.modified',
  'revised',
  'datemodified',
];

function firstOf(
  meta: ReadonlyMap<string, string>,
  names: readonly string[],
  read: (time: string | null) => string | null,
): string | null {
  for (const name of names) {
    const date = read(meta.get(name) ?? null);
    if (date) return date;
  }
  return null;
}

/** What stands beside or around a report, and has the dates of others. */
const elsewhere =
  'aside, nav, footer, [role="complementary"], [role="navigation"], [class*="related" i], [class*="recommend" i], [class*="comment" i], [class*="sidebar" i], [class*="popular" i], [class*="trending" i], [class*="teaser" i], [itemprop="comment"], [itemprop="hasPart"], [itemprop="mentions"], [class*="latest" i], [class*="deadline" i], [class*="expir" i], [class*="event" i]';

/** What is called so and holds the title is the page's own middle all the same. */
function isElsewhere(element: Element): boolean {
  let box = element.closest(elsewhere);
  while (box?.querySelector('h1')) box = box.parentElement?.closest(elsewhere) ?? null;
  return box !== null;
}

/** Below the article are other stories, and what readers say. */
function isBelowArticle(element: Element, article: Element | null): boolean {
  if (article === null || article.contains(element)) return false;
  // The parser's own comparison takes whatever lies deeper for what comes later.
  const around = ancestorsOf(article);
  const own = ancestorsOf(element);
  const shared = own.find((node) => around.includes(node));
  const place = (path: readonly Element[]): number =>
    [...(shared?.children ?? [])].indexOf(path[path.indexOf(shared as Element) - 1] as Element);
  return shared !== undefined && place(own) > place(around);
}

/** An element and all around it, from within. */
function ancestorsOf(element: Element): Element[] {
  const path = [element];
  for (let at = element.parentElement; at; at = at.parentElement) path.push(at);
  return path;
}

/** Elements that say that their date is the publication's (microdata, RDFa, microformats). */
const statedElements =
  '[itemprop~="datePublished"], [property="datePublished"], [property="schema:datePublished"], [property="dc:date"], [property="dc:issued"], [property="dcterms:issued"], time[pubdate], .dt-published, .entry-date.published, time.published, time[class*="published" i]:not([class*="un" i])';

function stated(document: Document, locale: string | null): Candidate[] {
  return [...document.querySelectorAll(statedElements)]
    .slice(0, 20)
    .filter((element) => !isElsewhere(element) && !isUpdate(element))
    .map((element) => ({ source: 'page', certainty: 'stated', date: dateOf(element, locale)?.date ?? null }));
}

/** Elements about the top of an article that as a rule show when it came out. */
const likelyElements =
  'time, [class*="publish" i], [class*="dateline" i], [class*="byline" i], [class*="date" i], [class*="fecha" i], [class*="datum" i], [class*="tarih" i], [class*="timestamp" i], [class~="posted" i], [class~="meta" i], [class*="-meta" i], [id*="publish" i], [id*="date" i]';

const isUpdate = (element: Element): boolean => {
  const said = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (updateWords.test(said) && !/publish/i.test(said)) return true;
  const seen = (element.textContent ?? '').slice(0, 120);
  if (updateWords.test(seen)) return !publishedWords.test(seen);
  const before = element.previousSibling?.textContent?.slice(-40) ?? '';
  return updateWords.test(before) && !publishedWords.test(before);
};

/** The machine's form of an element's date goes before what people see. */
function dateOf(element: Element, locale: string | null): { date: string; exact: boolean } | null {
  for (const name of [
    'datetime',
    'content',
    'data-datetime',
    'data-date',
    'data-timestamp',
    'data-time',
    'title',
  ]) {
    const date = dateIn(element.getAttribute(name) ?? '', locale);
    if (date) return date;
  }
  return dateIn((element.textContent ?? '').slice(0, 300), locale);
}

/** Dates that readers of the page see: beside a word for publication, or where a date of publication stands. */
function seenDates(document: Document, locale: string | null): Candidate[] {
  const found: Candidate[] = [];
  const article = document.querySelector('article h1')?.closest('article') ?? null;
  for (const element of [...document.querySelectorAll(likelyElements)].slice(0, 200)) {
    if (found.length >= 12) break;
    const seen = (element.textContent ?? '').trim();
    // Longer ones hold the article.
    if (seen.length > 400 || isElsewhere(element) || isInStory(element) || isBelowArticle(element, article))
      continue;
    const ahead = beforeUpdate(seen, locale);
    if (isUpdate(element) && !ahead) continue;
    const said = labelled(seen, locale);
    const date = said ?? ahead ?? dateOf(element, locale);
    if (!date) continue;
    found.push({ source: 'page', certainty: said?.exact ? 'stated' : 'likely', date: date.date });
  }
  return found;
}

/** The date before the word for an update, as in `May 13, 2024 | Updated 2 June`; null where no word or no date is. */
function beforeUpdate(seen: string, locale: string | null): { date: string; exact: boolean } | null {
  const word = updateWords.exec(seen);
  return word ? findDate(seen.slice(0, word.index), locale) : null;
}

/** A time within a sentence of the report is what it tells of. */
const isInStory = (element: Element): boolean => {
  const paragraph = element.closest('p, li, blockquote, td');
  return (
    paragraph !== null &&
    paragraph !== element &&
    (paragraph.textContent ?? '').length - (element.textContent ?? '').length > 120
  );
};

/** Short lines such as "Published 9 May 2024. Updated 1 January 2026."; the word may stand in a block of its own. */
function labelledLines(paragraphs: readonly Paragraph[], locale: string | null): Candidate[] {
  const found: Candidate[] = [];
  for (const [at, { lines, place }] of paragraphs.entries()) {
    if (place !== null && place !== 'the head of the page') continue;
    for (const line of lines) {
      if (line.length > 160) continue;
      const isLabel = line.length <= 30 && publishedWords.test(line) && !/\p{Nd}/u.test(line);
      const said = labelled(
        isLabel ? `${line} ${paragraphs[at + 1]?.lines[0] ?? ''}`.slice(0, 160) : line,
        locale,
      );
      if (said) found.push({ source: 'page', certainty: said.exact ? 'stated' : 'likely', date: said.date });
    }
    if (found.length >= 3) break;
  }
  return found;
}

/** A short line by itself, before the first that is longer, that is little but a date, as it stands under many titles. */
function bareDate(paragraphs: readonly Paragraph[], locale: string | null): string | null {
  const own = paragraphs.filter(({ place, heading }) => place === null && heading === null);
  const firstLong = own.findIndex(({ lines }) => lines.join(' ').length > 60);
  const lines = own.slice(0, Math.min(4, Math.max(firstLong, 0))).flatMap(({ lines }) => lines);
  const found = lines.map((line) => (updateWords.test(line) ? null : findDate(line, locale)));
  return found.find((date) => date !== null && date.index <= 4)?.date ?? null;
}

/** The dateline of a report's first paragraphs. */
function datelineDate(paragraphs: readonly Paragraph[], locale: string | null): string | null {
  const first = paragraphs.filter(({ place, heading }) => place === null && heading === null).slice(0, 8);
  return first.map(({ lines }) => datelineOf(lines[0] ?? '', locale)?.date).find(Boolean) ?? null;
}
