import { brokenEnd, brokenStart, Hyphens } from './hyphens.ts';
import { type Change, type Changed, changed } from './offset-map.ts';

/*
 * Texts whose lines were broken at a width: plain text, mail at 72 columns. A line that goes on in lower case was broken for
 * width, not for sense; in a text that has enough of these, so were lines that are full, lines inside a quotation, lines that end in
 * a word which cannot end anything, and lines that hang under a list item.
 */

interface Line {
  /** Of its words, without indent and marks of quoting; where it begins and ends in the text. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** Columns up to its last word, and up to its first. */
  readonly width: number;
  readonly indent: number;
  /** `>` before it, as mail quotes. */
  readonly depth: number;
}

interface Join {
  /** From the last word of a line to the first one of the next. */
  readonly from: number;
  readonly to: number;
  readonly isBroken: boolean;
  readonly before: string;
  readonly after: string;
}

/** How wide text is set that has its lines broken by hand. */
const narrowest = 50;
const widest = 120;
/** How many of the ends of lines within blocks must be breaks beyond doubt. */
const enough = 0.2;

const item = /^(?:[-*•–—#|]|\(?\p{L}?\d{0,3}[.)])\s/u;
const rule = /^[-=_*~+#.]{3,}$|\t|\S {3,}\S|\|/u;
const cannotEnd =
  /(?:^|\s)(?:a|an|the|of|in|on|at|to|by|for|from|with|into|near|and|or|but|nor|that|which|who|whose|as|its|their|his|her|our|is|are|was|were|be|been|has|have|had|will|would|not|than|between|against|under|over|after|before|during|until|since)$|,$/iu;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const { 0: whole, index } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (whole === '' && index === text.length) break;
    const [before = ''] = /^\s*(?:>\s*)*/.exec(whole) ?? [];
    const words = whole.slice(before.length).trimEnd();
    const start = index + before.length;
    const [depth, width] = [before.split('>').length - 1, words === '' ? 0 : before.length + words.length];
    lines.push({ words, start, end: start + words.length, width, indent: before.length, depth });
  }
  return lines;
}

/** Whether two lines are of one block: no blank line, table or rule between, equally quoted, the second no item. */
const adjoin = (line: Line, next: Line): boolean =>
  line.words !== '' &&
  next.words !== '' &&
  line.depth === next.depth &&
  !item.test(next.words) &&
  !rule.test(line.words) &&
  !rule.test(next.words);

/** A break beyond doubt: the next line goes on in lower case. */
const goesOn = (line: Line, next: Line): boolean =>
  /^\p{Ll}/u.test(next.words) && !/[.?!:;”"]$/.test(line.words);

/** How a text was set: the width at which lines were broken, null for none; whether some were beyond doubt. */
interface Setting {
  readonly width: number | null;
  readonly isSure: boolean;
}

/** The width is that of the widest line which another follows; wider ones speak against it. */
function settingOf(lines: readonly Line[]): Setting {
  let [pairs, sure, width] = [0, 0, 0];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!next || !adjoin(line, next)) return;
    width = Math.max(width, line.width);
    pairs += 1;
    if (goesOn(line, next)) sure += 1;
  });
  const wider = lines.filter((line) => line.width > width).length;
  const isSure = sure > 0 && sure >= enough * pairs;
  const isSet = pairs > 0 && width <= widest && wider <= sure && (isSure || width >= narrowest);
  return { width: isSet ? width : null, isSure: isSet && isSure };
}

const isFull = (line: Line, next: Line, width: number): boolean =>
  line.width + 1 + (/^\S+/.exec(next.words)?.[0].length ?? 0) > width;

/** Whether a quotation is open after a line, that was or was not before it. */
function isOpenAfter(isOpen: boolean, words: string): boolean {
  let open = isOpen;
  for (const { 0: mark } of words.matchAll(/["“”]/g)) open = mark === '"' ? !open : mark === '“';
  return open;
}

/** First and last line of each block, in order. */
function blocksOf(lines: readonly Line[]): [first: number, last: number][] {
  const blocks: [number, number][] = [];
  for (let first = 0; first < lines.length; ) {
    let last = first;
    while (last + 1 < lines.length && adjoin(lines[last] as Line, lines[last + 1] as Line)) last++;
    blocks.push([first, last]);
    first = last + 1;
  }
  return blocks;
}

/** Ends of lines within a block that were broken for width, by the number of the line. */
function* breaksIn(
  lines: readonly Line[],
  [first, last]: [number, number],
  { width, isSure }: Setting,
): Generator<number> {
  const pair = (at: number): [Line, Line] => [lines[at] as Line, lines[at + 1] as Line];
  const places = Array.from({ length: last - first }, (_, index) => first + index);
  const isFullAt = (at: number): boolean =>
    width !== null && width >= narrowest && isFull(...pair(at), width);
  const isFilled = places.every(isFullAt);
  const hangs = item.test(lines[first]?.words ?? '');
  const indent = lines[first]?.indent ?? 0;
  let isQuoting = false;
  for (const at of places) {
    const [line, next] = pair(at);
    isQuoting = isOpenAfter(isQuoting, line.words);
    const isOpen = isQuoting || isFullAt(at) || cannotEnd.test(line.words) || brokenEnd(line.words) !== null;
    if (goesOn(line, next) || isFilled || (isSure && (isOpen || (hangs && next.indent > indent)))) yield at;
  }
}

function joinsOf(text: string): Join[] {
  if (!text.includes('\n')) return [];
  const lines = linesOf(text);
  const setting = settingOf(lines);
  return blocksOf(lines).flatMap((block) =>
    Array.from(breaksIn(lines, block, setting), (at): Join => {
      const [line, next] = [lines[at] as Line, lines[at + 1] as Line];
      const [before, after] = [brokenEnd(line.words), brokenStart(next.words)];
      const isBroken = before !== null && after !== null;
      return { from: line.end, to: next.start, isBroken, before: before ?? '', after: after ?? '' };
    }),
  );
}

/** The text with a blank for each end of a line that was broken for width, and words whole that were broken there. */
export function unwrapped(text: string): Changed {
  const joins = joinsOf(text);
  const hyphens = new Hyphens(joins.some(({ isBroken }) => isBroken) ? text.split('\n') : []);
  return changed(
    text,
    joins.map(({ from, to, isBroken, before, after }): Change => {
      if (!isBroken) return { span: [from, to], by: ' ' };
      return { span: [hyphens.belongs(before, after) ? from : from - 1, to], by: '' };
    }),
  );
}

/** The same with all offsets kept: as many blanks as there were signs between the lines, and broken words left so. */
export const unwrappedInPlace = (text: string): string => {
  const pieces: string[] = [];
  let read = 0;
  for (const { from, to } of joinsOf(text)) {
    pieces.push(text.slice(read, from), ' '.repeat(to - from));
    read = to;
  }
  return pieces.join('') + text.slice(read);
};
