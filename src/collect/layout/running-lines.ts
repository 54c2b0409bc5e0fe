import type { Line } from './lines.ts';

/*
 * What stands on every page apart from the text: running heads and feet, page numbers. The first of each kind stays, the others are
 * its copies; page numbers go, since a document's pages are counted.
 */

/** How many lines at the top and at the foot of a page may be running ones. */
const deepest = 3;
/** In points: how far a running line may move from page to page. */
const drift = 4;
/** Words that a heading begins with, which has another number on each page. */
const heading =
  /^(?:annex|appendix|article|chapter|figure|part|paragraph|regulation|rule|section|step|table|title)\b/i;
const pageWords = /\b(?:page|pages|seite|página|pagina|p|of|de|von|sur|di)\b|صفحة|стр/giu;

interface Place {
  readonly page: number;
  readonly line: Line;
}

/** The outermost lines of a page by height, whatever order they were drawn in. */
function outermost(lines: readonly Line[]): Line[] {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  return [...new Set([...byHeight.slice(0, deepest), ...byHeight.slice(-deepest)])];
}

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** The counted page, as `3`, `- 3 -`, `Page 3 of 12`, `iv`. */
const isPageNumber = (text: string): boolean =>
  /^\W*(?:[ivxlc]{1,6})\W*$/.test(text) ||
  (/\d/.test(text) && text.length <= 40 && text.replace(pageWords, '').replace(/[\d\W_]/gu, '') === '');

/** Whether numbers differ by no more than the pages do. */
function countsPages(places: readonly Place[]): boolean {
  const all = places.map(({ page, line }) => ({ page, numbers: numbersIn(line.text) }));
  const [first] = all;
  return all.every(({ page, numbers }) =>
    numbers.every((number, index) => {
      const step = number - (first?.numbers[index] ?? Number.NaN);
      return step === 0 || step === page - (first?.page ?? 0);
    }),
  );
}

function isRunning(places: readonly Place[], pageCount: number): boolean {
  const texts = new Set(places.map(({ line }) => line.text));
  const pages = new Set(places.map(({ page }) => page)).size;
  if (pages < 2 || pages !== places.length) return false;
  const enough = pages >= Math.min(3, pageCount) || pages >= pageCount / 2;
  if (texts.size === 1) return enough;
  // Books have one head on the left and another on the right: twice tells, where its number counts the pages between.
  const alternates = pageCount >= 4 && places.every(({ page }) => (page - (places[0]?.page ?? 0)) % 2 === 0);
  return (enough || alternates) && countsPages(places) && !heading.test(places[0]?.line.text ?? '');
}

/** Lines that are alike but for numbers, and stand at the same height. */
function alike(pages: readonly (readonly Line[])[]): Place[][] {
  const groups = new Map<string, Place[][]>();
  pages.forEach((lines, page) => {
    for (const line of outermost(lines)) {
      const key = line.text.replace(/\d+/g, '#');
      const heights = groups.get(key) ?? [];
      groups.set(key, heights);
      const group = heights.find(([first]) => first && Math.abs(first.line.y - line.y) <= drift);
      if (group) group.push({ page, line });
      else heights.push([{ page, line }]);
    }
  });
  return [...groups.values()].flat();
}

/** The unbroken runs of such lines from the top and from the foot: what has lines of the text outside it is text. */
function atEdges(lines: readonly Line[], isSuch: (line: Line) => boolean): Line[] {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  const run = (from: readonly Line[]): Line[] => {
    const end = from.findIndex((line) => !isSuch(line));
    return from.slice(0, end < 0 ? from.length : end);
  };
  return [...run(byHeight), ...run(byHeight.toReversed())];
}

/** Lines to leave out, and those that stay once although they belong to no paragraph. */
export function runningLines(pages: readonly (readonly Line[])[]): {
  readonly copies: ReadonlySet<Line>;
  readonly kept: ReadonlySet<Line>;
} {
  const copies = new Set<Line>();
  const kept = new Set<Line>();
  const groups = alike(pages).filter((places) => isRunning(places, pages.length));
  const found = new Set(groups.flat().map(({ line }) => line));
  const outside = new Set(pages.flatMap((lines) => atEdges(lines, (line) => found.has(line))));
  for (const places of groups) {
    const [first, ...others] = places.filter(({ line }) => outside.has(line));
    if (!first) continue;
    if (isPageNumber(first.line.text)) copies.add(first.line);
    else kept.add(first.line);
    for (const { line } of others) copies.add(line);
  }
  return { copies, kept };
}
