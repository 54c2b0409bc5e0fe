import { continuesList, type Label, labelOf, startsWithLabel } from './labels.ts';

/*
 * What printing, scanning and copying add to an agreement's text, and what it had before: one paragraph a line, without
 * the heads and feet of pages and the ends of lines. Blank lines stand between what stood apart.
 */

const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/gu;
const oddSpaces = /[\t\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;
const pageNumber = /^(?:page\s+\d+(?:\s+(?:of|\/)\s+\d+)?|\d+\s*\/\s*\d+|[-–—[]\s*\d+\s*[-–—\]])$/iu;
const bareNumber = /^\d{1,4}$/u;
const terminal = /[.;:!?…]["”’')\]]*$/u;
const markdownHeading = /^(?:#{1,6} )+(?=\S)/u;
/** Bold words; what stands between the marks is the agreement's. */
const bold = /(?<!\*)\*\*(?=[^\s*])([^*]+)(?<=[^\s*])\*\*(?!\*)/gu;
/** As often as this, the same short line is the head or foot of a page. */
const repeatedFrom = 3;
const longestFurniture = 100;

/** A line of a sentence, however often the same words were broken at the same place. */
const withinSentence = /^\p{Ll}|,$|\b(?:shall|will|must|by|of|the|and|to|in|for)$|\b(?:shall|will|must)\b/u;

interface Line {
  text: string;
  /** First or last but blanks of a page. */
  isPageEdge: boolean;
}

/** A heading of Markdown stands apart, as headings do. */
const withoutMarks = (line: string): string[] => {
  const plain = line.replace(bold, '$1');
  const heading = plain.replace(markdownHeading, '');
  return heading === plain ? [plain] : ['', heading, ''];
};

const linesOf = (text: string): Line[] =>
  text.split('\f').flatMap((page, _, pages) => {
    const lines = page.split('\n').flatMap((line) => withoutMarks(line.replace(/ {2,}/gu, ' ').trim()));
    const filled = lines.flatMap((line, at) => (line ? [at] : []));
    const edges = pages.length > 1 ? [filled[0], filled[1], filled.at(-1), filled.at(-2)] : [];
    return lines.map((line, at) => ({ text: line, isPageEdge: edges.includes(at) }));
  });

/** Page numbers stand alone at an edge, or count upwards through the text. */
const isCounting = (numbers: readonly number[]): boolean =>
  numbers.length >= repeatedFrom &&
  numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);

const withoutNumbers = (line: string): string => line.replace(/^\d+\s+|\s+\d+$/gu, '');

/** Lines that belong to the pages and not to the agreement. */
const furnitureIn = (lines: readonly Line[]): ((line: Line) => boolean) => {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const key = withoutNumbers(text);
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const counting = isCounting(
    lines.filter(({ text }) => bareNumber.test(text)).map(({ text }) => Number(text)),
  );
  const hasPages = lines.some(({ isPageEdge }) => isPageEdge);
  return ({ text, isPageEdge }) => {
    if (pageNumber.test(text)) return true;
    if (bareNumber.test(text)) return isPageEdge || counting;
    const isRepeated = (counts.get(withoutNumbers(text)) ?? 0) >= repeatedFrom;
    return (
      isRepeated &&
      (isPageEdge || !hasPages) &&
      text.length <= longestFurniture &&
      !terminal.test(text) &&
      !withinSentence.test(text) &&
      !startsWithLabel(text)
    );
  };
};

/** How long full lines of a text are that was broken at a width; null where each line is a paragraph. */
const wrapWidth = (lines: readonly string[]): number | null => {
  const lengths = lines.filter((line) => line.length > 0).map((line) => line.length);
  if (lengths.length < 4) return null;
  const width = [...lengths].sort((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
  const broken = lines.filter((line) => line.length > width * 0.6 && !terminal.test(line)).length;
  return width <= 130 && broken >= lengths.length * 0.25 ? width : null;
};

const isCapitals = (line: string): boolean => /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);

/** A line as full as its text's lines get: the next word would not have fitted. */
const isFull = (line: string, next: string, width: number | null): boolean =>
  width !== null && line.length + (next.split(' ')[0]?.length ?? 0) + 1 >= width * 0.92;

/** Whether the next line goes on with what this one says; `isAsked`: a label there goes on with its list. */
const goesOn = (
  line: string,
  next: string,
  width: number | null,
  wasCut: boolean,
  isAsked: boolean,
): boolean => {
  if (!line || !next || isCapitals(line)) return false;
  const isOpen = !terminal.test(line);
  if (startsWithLabel(next)) return isOpen && !isAsked && isFull(line, next, width);
  if (isOpen && /^[\p{Ll}\d]/u.test(next) && (wasCut || line.length > 40)) return true;
  if (width === null || line.length < width * 0.6 || isCapitals(next)) return false;
  return isFull(line, next, width) || (isOpen && /[,\p{Ll}\d)]$/u.test(line));
};

const joined = (line: string, next: string): string =>
  /\p{Ll}[-‐]$/u.test(line) && /^\p{Ll}/u.test(next) ? line.slice(0, -1) + next : `${line} ${next}`;

/** An agreement's text with one paragraph a line; every span of a draft counts in it. */
export const cleanText = (raw: string): string => {
  const lines = linesOf(raw.replace(/\r\n?/gu, '\n').replace(invisible, '').replace(oddSpaces, ' '));
  const isFurniture = furnitureIn(lines);
  const kept: { text: string; wasCut: boolean }[] = [];
  let wasCut = false;
  for (const line of lines) {
    if (isFurniture(line)) wasCut = true;
    else if (line.text || !wasCut) {
      kept.push({ text: line.text, wasCut });
      wasCut = false;
    }
  }
  const width = wrapWidth(kept.map(({ text }) => text));
  const paragraphs: string[] = [];
  const labels = new Map<string, Label>();
  for (const { text, wasCut: isAfterCut } of kept) {
    const last = paragraphs.at(-1) ?? '';
    const label = labelOf(text);
    const isAsked = label !== null && continuesList(label, labels.get(label.kind));
    if (goesOn(last, text, width, isAfterCut, isAsked)) {
      paragraphs[paragraphs.length - 1] = joined(last, text);
      continue;
    }
    paragraphs.push(text);
    if (label) labels.set(label.kind, label);
  }
  return paragraphs
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
};
