/** A run of text on a page, as PDF.js gives it; `transform[4]` and `[5]` are its place, upwards from the foot. */
export interface PageItem {
  str: string;
  height: number;
  hasEOL: boolean;
  transform: number[];
}

interface Line {
  text: string;
  /** Height of the baseline above the foot of the page, in points. */
  y: number;
  size: number;
}

/** Lines further apart than this many times the page's usual distance begin a new paragraph. */
const paragraphGap = 1.35;
/** Lines of one paragraph stand at most this many times their height apart. */
const widestSpacing = 1.8;

/** The text of one page in paragraphs; lines of a paragraph are joined, and words broken between them mended. */
export function pageText(items: readonly PageItem[]): string {
  const lines = linesOf(items);
  const usual = usualGap(lines);
  return lines
    .reduce<string[]>((paragraphs, line, index) => {
      const before = lines[index - 1];
      const last = paragraphs.at(-1);
      if (!before || last === undefined || beginsParagraph(before, line, usual)) paragraphs.push(line.text);
      else paragraphs[paragraphs.length - 1] = joined(last, line.text);
      return paragraphs;
    }, [])
    .join('\n\n');
}

function linesOf(items: readonly PageItem[]): Line[] {
  const lines: Line[] = [];
  let current: PageItem[] = [];
  for (const item of items) {
    current.push(item);
    if (!item.hasEOL) continue;
    lines.push(...lineOf(current));
    current = [];
  }
  return [...lines, ...lineOf(current)];
}

function lineOf(items: readonly PageItem[]): Line[] {
  const text = items
    .map(({ str }) => str)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  const first = items.find(({ str }) => str.trim() !== '');
  return first ? [{ text, y: first.transform[5] ?? 0, size: first.height }] : [];
}

/** The distance between lines of one paragraph: the lower quartile, since on a short page half are gaps. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, index) => (lines[index]?.y ?? 0) - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? 0;
}

function beginsParagraph(before: Line, line: Line, usual: number): boolean {
  const gap = before.y - line.y;
  // Upwards is the next column: it goes on with the sentence, if that has not ended.
  if (gap < 0) return /[.!?:”"]$/.test(before.text);
  const headingEnds = Math.abs(before.size - line.size) > 0.15 * Math.max(before.size, line.size);
  const farBelow = gap > paragraphGap * Math.min(usual, widestSpacing * Math.max(before.size, line.size));
  return headingEnds || farBelow;
}

function joined(before: string, after: string): string {
  const broken = /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after);
  return broken ? before.slice(0, -1) + after : `${before}${/[-–/]$/.test(before) ? '' : ' '}${after}`;
}
