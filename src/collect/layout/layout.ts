import { Hyphens } from '../../cleaning/index.ts';
import { beginsNote, footnoteLines, textSize, withRaisedMark } from './footnotes.ts';
import { type Line, linesOf } from './lines.ts';
import { goesOn, joined, type Paragraph, paragraphsOf } from './paragraphs.ts';
import { printedLines } from './print-lines.ts';
import { runningLines } from './running-lines.ts';
import type { PageItem } from './runs.ts';

/** The text of pages, one after the other. */
export interface LaidOut {
  readonly text: string;
  /** Where each page stands in the text, `[start, end)`. */
  readonly pages: readonly (readonly [start: number, end: number])[];
  /** Where each footnote stands in the text. */
  readonly notes: readonly (readonly [start: number, end: number])[];
  /** Running heads and page numbers that were left out, and what a browser printed around the pages. */
  readonly copies: readonly string[];
  readonly printed: readonly string[];
  /** Letters on each page that stand on no other; null for a page without any text. */
  readonly lengths: readonly (number | null)[];
  /** The lines of the first page, from its text. */
  readonly firstPage: readonly Line[];
  /** The address that a browser printed at the edge; null for none. */
  readonly url: string | null;
}

/** What a page gives: its paragraphs, and what stands apart from them. */
interface PageParts {
  readonly paragraphs: readonly Paragraph[];
  readonly apart: readonly Apart[];
}

interface Apart {
  readonly text: string;
  readonly isNote: boolean;
}

/** The pages' text as it is read; `title` is what the file calls itself. */
export function layOut(items: readonly (readonly PageItem[])[], title: string | null): LaidOut {
  const drawn = items.map(linesOf);
  const printed = printedLines(drawn, title);
  const own = drawn.map((lines) => lines.filter((line) => !printed.lines.has(line)));
  const { copies, kept } = runningLines(own);
  const pages = own.map((lines) => lines.filter((line) => !copies.has(line)));
  const hyphens = new Hyphens(pages.flat().map(({ text }) => text));
  const usual = textSize(pages.flat());
  const parts = pages.map((lines) => partsOf(lines, kept, usual, hyphens));
  return {
    ...textOf(parts, hyphens),
    lengths: pages.map((lines, page) =>
      drawn[page]?.length
        ? lines.reduce((sum, line) => sum + (kept.has(line) ? 0 : line.text.length), 0)
        : null,
    ),
    firstPage: pages[0] ?? [],
    url: printed.url,
    copies: textsOf(copies),
    printed: textsOf(printed.lines),
  };
}

const textsOf = (lines: Iterable<Line>): string[] => Array.from(lines, ({ text }) => text);

function partsOf(
  lines: readonly Line[],
  kept: ReadonlySet<Line>,
  usual: number,
  hyphens: Hyphens,
): PageParts {
  const body = lines.filter((line) => !kept.has(line));
  const notes = new Set(footnoteLines(body, usual));
  const running = lines.filter((line) => kept.has(line)).map(({ text }) => ({ text, isNote: false }));
  return {
    paragraphs: paragraphsOf(
      body.filter((line) => !notes.has(line)),
      hyphens,
    ),
    apart: [...running, ...notesOf([...notes], hyphens).map((text) => ({ text, isNote: true }))],
  };
}

function notesOf(lines: readonly Line[], hyphens: Hyphens): string[] {
  const notes: string[] = [];
  for (const line of lines) {
    const last = notes.pop();
    if (last === undefined) notes.push(line.text);
    else if (beginsNote(line)) notes.push(last, line.text);
    else notes.push(joined(last, line.text, hyphens));
  }
  return notes.map(withRaisedMark);
}

/** A page's paragraphs in order, and the last one where it may go on with the next page. */
interface Ordered {
  readonly paragraphs: readonly Apart[];
  readonly open: Paragraph | null;
}

/** What stands apart comes before a paragraph that goes on over the page's edge, unless that came over the edge before. */
function ordered({ paragraphs, apart }: PageParts, continues: boolean): Ordered {
  const last = paragraphs.at(-1);
  const isBetween = paragraphs.length === 1 && continues && apart.length > 0;
  const texts = paragraphs.map(({ text }) => ({ text, isNote: false }));
  if (!last?.isOpen || isBetween) return { paragraphs: [...texts, ...apart], open: null };
  return { paragraphs: [...texts.slice(0, -1), ...apart, { text: last.text, isNote: false }], open: last };
}

/** As much of a text as tells how it ends. */
const tailLength = 100;

/** One text of all pages; a paragraph that goes on over the edge of a page stays one. */
function textOf(parts: readonly PageParts[], hyphens: Hyphens): Pick<LaidOut, 'text' | 'pages' | 'notes'> {
  let text = '';
  let open: Paragraph | null = null;
  const pages: [start: number, end: number][] = [];
  const notes: [start: number, end: number][] = [];
  for (const part of parts) {
    const [first] = part.paragraphs;
    const continues: boolean = open !== null && first !== undefined && goesOn(open, first);
    const page = ordered(part, continues);
    let start = text.length;
    page.paragraphs.forEach(({ text: paragraph, isNote }, index) => {
      if (index > 0 || !continues) {
        if (text !== '') text += '\n\n';
        if (index === 0) start = text.length;
        if (isNote) notes.push([text.length, text.length + paragraph.length]);
        text += paragraph;
        return;
      }
      text = text.slice(0, -tailLength) + joined(text.slice(-tailLength), paragraph, hyphens);
      start = text.length - paragraph.length;
      // A hyphen that only broke a word at the edge is gone.
      const before = pages.findLast(([from, to]) => from < to);
      if (before) before[1] = Math.min(before[1], start);
    });
    pages.push([start, text.length]);
    if (page.paragraphs.length > 0) open = page.open;
  }
  return { text, pages, notes };
}
