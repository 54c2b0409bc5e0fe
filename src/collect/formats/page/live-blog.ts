import { findDate, leadingDate } from '../../dates.ts';

/** An entry of a live blog on its page. */
export interface Entry {
  element: Element;
  /** EDTF day, with its time of day where it is told; null when neither is. */
  date: string | null;
}

const liveWords =
  /\blive\b|live-?blog|liveticker|newsticker|as it happened|rolling coverage|minute (?:by|par|für) minute|en direct|en vivo|minuto a minuto|ao vivo|in diretta|aan het woord|прям[оа]|онлайн|хроника|трансляци|наживо|na żywo|canlı|dakika dakika|على مدار|مباشر|لحظة بلحظة|زنده|ライブ|直播|실시간/iu;

/** Names that sites give the entries of a live blog. */
const liveClass =
  /live-?(?:blog|ticker|feed|post|entry|update|item)|(?:^|[\s_-])ticker|(?:online|timeline|key-?event)[_-]+(?:item|entry|event)/i;

/** Elements that an entry of a live blog may be. */
const entryNames = new Set('ARTICLE DIV LI SECTION'.split(' '));

/**
 * The entries of a live blog, as they stand on the page; none when it is no live blog. A page is one when it says so
 * (`isTyped`: in its data), or calls itself live; its entries are what stands side by side, each with a time.
 * `year`: of the blog, for times that leave it out.
 */
export function entriesOf(
  document: Document,
  { isTyped, locale, year }: { isTyped: boolean; locale: string | null; year: string | null },
): Entry[] {
  if (!isTyped && !callsItselfLive(document)) return [];
  const rows = [...rowsOfTimes(document)].filter(([, times]) => times.size >= (isTyped ? 2 : 3));
  const [best] = rows.sort(([, a], [, b]) => textLength(b) - textLength(a));
  if (!best) return [];
  const [holder, times] = best;
  const entries: Entry[] = [];
  let day: string | null = null;
  for (const element of holder.children) {
    const time = times.get(element);
    if (time) entries.push({ element, date: timeOf(time, day, year, locale) });
    // A heading between entries is the day of those under it.
    else day = dayIn((element.textContent ?? '').slice(0, 60), year, locale) ?? day;
  }
  return entries;
}

export const callsItselfLive = (document: Document): boolean =>
  [
    ...document.querySelectorAll(
      '[class*="live" i], [class*="ticker" i], [class*="online" i], [class*="line-" i]',
    ),
  ].filter(
    (element) =>
      entryNames.has(element.nodeName.toUpperCase()) && liveClass.test(element.getAttribute('class') ?? ''),
  ).length >= 3 ||
  document.querySelector('[itemtype$="/LiveBlogPosting"]') !== null ||
  [document.querySelector('title')?.textContent, document.querySelector('h1')?.textContent].some((title) =>
    liveWords.test(title ?? ''),
  );

const timeElements =
  'time, [itemprop="datePublished"], [data-timestamp], [data-published], [data-time], [class*="timestamp" i], [class*="entry-time" i], [class*="-time" i], [class*="_time" i], [class*="_date" i], .time, .date';

/** By the element that holds them, those of its children that have a time, with that. */
function rowsOfTimes(document: Document): Map<Element, Map<Element, Element>> {
  const rows = new Map<Element, Map<Element, Element>>();
  for (const time of document.querySelectorAll(timeElements)) {
    if (time.closest('aside, nav, footer, [role="complementary"]')) continue;
    for (let entry: Element | null = time; entry?.parentElement; entry = entry.parentElement) {
      if (!entryNames.has(entry.nodeName.toUpperCase())) continue;
      if (
        entry.nodeName.toUpperCase() === 'DIV' &&
        entry.parentElement.nodeName.toUpperCase() === 'BODY' &&
        entry.querySelector('h1')
      )
        break;
      const row: Map<Element, Element> = rows.get(entry.parentElement) ?? new Map<Element, Element>();
      // The first time of an entry is its own; others are of what it embeds, or of its last change.
      if (!row.has(entry)) row.set(entry, time);
      rows.set(entry.parentElement, row);
    }
  }
  return rows;
}

/** How much text the entries of a row have that have more than their time. */
const textLength = (row: ReadonlyMap<Element, Element>): number => {
  let sum = 0;
  for (const [entry, time] of row) sum += (entry.textContent ?? '').length - (time.textContent ?? '').length;
  // Of two rows of the same text the one with more entries is the finer.
  return row.size < 2 ? sum / 1e6 : sum * (1 + row.size / 1e3);
};

const machineNames = ['datetime', 'content', 'data-timestamp', 'data-published', 'data-time'];

/** The day and the time of day that an element tells, by its machine's form or by what people see. */
function timeOf(
  time: Element,
  underDay: string | null,
  year: string | null,
  locale: string | null,
): string | null {
  const machine = machineNames.map((name) => time.getAttribute(name)).find(Boolean) ?? '';
  const seen = (time.textContent ?? '').slice(0, 200);
  const told = leadingDate(machine) ?? findDate(machine, locale)?.date ?? dayIn(seen, year, locale);
  const day = told ?? underDay;
  if (day === null || day.length < 10) return null;
  return stamped(day, machine || seen);
}

/** A day written out, also without its year where that is known. */
function dayIn(seen: string, year: string | null, locale: string | null): string | null {
  const whole = findDate(seen, locale)?.date;
  if (whole || year === null) return whole ?? null;
  const [, day, month] = /(?<![\d.:])(\d{1,2})\.?\s+(?:de\s+)?(\p{L}[\p{L}\p{M}]+)/u.exec(seen) ?? [];
  const [, itsMonth, itsDay] = /(\p{L}[\p{L}\p{M}]+)\.?\s+(\d{1,2})(?![\d.:])/u.exec(seen) ?? [];
  return (
    findDate(`${day ?? ''} ${month ?? ''} ${year}`, locale)?.date ??
    findDate(`${itsDay ?? ''} ${itsMonth ?? ''} ${year}`, locale)?.date ??
    null
  );
}

/** The time, maybe after its day, that begins the line above an entry. */
const timeAhead = /^[[(]?(?:[^\n]{0,30}?[\s,])?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)/u;

/**
 * The day and time of the entry that a short line begins, on pages that have their entries one under the other; null
 * where it begins none.
 */
export function timeInLine(
  line: string,
  year: string | null,
  locale: string | null,
): { date: string | null } | null {
  if (line.length > 200 || !timeAhead.test(line)) return null;
  const day = dayIn(line.slice(0, 60), year, locale);
  return { date: day?.length === 10 ? stamped(day, line) : null };
}

/** A day with the time of day that stands in a timestamp, as its writer's clock had it. */
export function stamped(day: string, timestamp: string): string {
  const [, hours, minutes] = /(?:^|[T\s])([01]?\d|2[0-3])[:.h]([0-5]\d)(?!\d)/.exec(timestamp) ?? [];
  return hours ? `${day}T${hours.padStart(2, '0')}:${minutes}` : day;
}
