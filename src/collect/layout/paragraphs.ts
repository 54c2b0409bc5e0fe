import { brokenEnd, brokenStart, type Hyphens } from '../../cleaning/index.ts';
import type { Line } from './lines.ts';

/** Lines further apart than this many times the page's usual distance begin a new paragraph. */
const paragraphGap = 1.35;
/** Lines of one paragraph stand at most this many times their height apart. */
const widestSpacing = 1.8;
/** Letters of another size are a heading or a note. */
const otherSize = 0.15;

const ended = /[.!?:…؟۔][”"’')\]»]*[⁰¹²³⁴-⁹]*$/u;
const item = /^(?:\(?(?:\d{1,3}|\p{L}|[ivxl]+)[.)]\s|[•●▪◦–—-]\s|[⁰¹²³⁴-⁹]+\s)/iu;

/** A paragraph of a page. */
export interface Paragraph {
  readonly text: string;
  /** Its last line leaves no room and does not end a sentence: it may go on with the next page. */
  readonly isOpen: boolean;
  readonly size: number;
}

const differs = (a: Line, b: Line): boolean =>
  Math.abs(a.size - b.size) > otherSize * Math.max(a.size, b.size);

/** How many lines around one tell how far its column goes: further off, text may run around a picture. */
const around = 3;

/** Where the lines around this one that begin like it end at most, from their beginning on. */
function edgeOf(lines: readonly Line[], index: number): number {
  const line = lines[index] as Line;
  const side = ({ x0, x1, isRightToLeft }: Line): number => (isRightToLeft ? -x1 : x0);
  const alike = lines
    .slice(Math.max(0, index - around), index + around + 1)
    .filter(
      (other) =>
        other.isRightToLeft === line.isRightToLeft &&
        !differs(other, line) &&
        Math.abs(side(other) - side(line)) <= 3 * line.size,
    );
  return Math.max(...alike.map((other) => other.x1 - other.x0 + side(other))) - side(line);
}

/** Whether the first word of the next line had room at the end of a line, of a column so wide, and some room to spare. */
function hasRoom(line: Line, next: Line, edge: number, spare: number): boolean {
  const letter = (next.x1 - next.x0) / Math.max(1, next.text.length);
  const word = (/^\S+/u.exec(next.text)?.[0].length ?? 0) + 1;
  return edge - (line.x1 - line.x0) > letter * word + spare;
}

/** The distance between lines of one paragraph: the usual one, or where most are gaps, a short one. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, index) => ({ gap: (lines[index]?.y ?? 0) - line.y, size: line.size }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => a.gap - b.gap);
  const close = gaps.filter(({ gap, size }) => gap <= widestSpacing * size);
  const [some, part] = close.length >= gaps.length / 5 ? [close, 2] : [gaps, 4];
  return some[Math.floor(some.length / part)]?.gap ?? 0;
}

/** A sentence that goes on in lower case. */
const runsOn = (before: string, after: string): boolean => !ended.test(before) && /^\p{Ll}/u.test(after);

/** `usual`: the distance of lines; `edge`: how wide the column is at the line before. */
function beginsParagraph(before: Line, line: Line, usual: number, edge: number): boolean {
  const gap = before.y - line.y;
  const size = Math.max(before.size, line.size);
  if (differs(before, line)) return true;
  // Upwards is the next column: it goes on with the sentence, if that has not ended.
  if (gap < 0) return ended.test(before.text) || item.test(line.text);
  if (runsOn(before.text, line.text)) return gap > 2 * paragraphGap * Math.max(usual, size);
  if (gap > paragraphGap * Math.min(usual, widestSpacing * size)) return true;
  if (item.test(line.text) && /[.;:!?,]\S?$|\b(?:and|or)$/.test(before.text)) return true;
  if (ended.test(before.text)) return gap > 1.7 * size || hasRoom(before, line, edge, size);
  return /[^-–/,]$/.test(before.text) && hasRoom(before, line, edge, edge / 5);
}

/** Two lines, or two paragraphs, made one; a word that was broken between them is whole. */
export function joined(before: string, after: string, hyphens: Hyphens): string {
  const [end, start] = [brokenEnd(before), brokenStart(after)];
  if (end !== null && start !== null)
    return (hyphens.belongs(end, start) ? before : before.slice(0, -1)) + after;
  return `${before}${/[-–/]$/.test(before) ? '' : ' '}${after}`;
}

/** The lines of a page in paragraphs. */
export function paragraphsOf(lines: readonly Line[], hyphens: Hyphens): Paragraph[] {
  const usual = usualGap(lines);
  const paragraphs: Paragraph[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = paragraphs.at(-1);
    const next = lines[index + 1];
    const isOpen = !ended.test(line.text) && (!next || next.y > line.y || !differs(line, next));
    const begins = !before || !last || beginsParagraph(before, line, usual, edgeOf(lines, index - 1));
    if (begins) paragraphs.push({ text: line.text, isOpen, size: line.size });
    else paragraphs[paragraphs.length - 1] = { ...last, text: joined(last.text, line.text, hyphens), isOpen };
  });
  return paragraphs;
}

/** Whether a paragraph at the top of a page goes on with one that its page before left open. */
export const goesOn = (before: Paragraph, after: Paragraph): boolean =>
  before.isOpen &&
  Math.abs(before.size - after.size) <= otherSize * Math.max(before.size, after.size) &&
  (/^\p{Ll}/u.test(after.text)
    ? /[\p{L}\p{N},;–-]$/u.test(before.text)
    : /(?:\b(?:the|of|a|an|and|in|on|at|by|for|with|to|from|that)|,)$/u.test(before.text));
