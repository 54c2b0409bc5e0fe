import type { Span } from '../../model/index.ts';
import type { Cue } from './cues.ts';
import type { Page } from './texts.ts';

/*
 * What the lines at the head of a page say of whose words follow: a line of credit ("Compiled from HPA"), whom an interview
 * is with.
 */

/** A paragraph. Offsets are UTF-16 code units of the page's text. */
interface Line {
  words: string;
  span: Span;
}

/** Lines at the head of a page that may be no report yet. */
const headLines = 3;
/** A line longer than this is a sentence of the report. */
const longestLine = 70;

const linesOf = (text: string, most: number): Line[] => {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n]+/gu)) {
    if (lines.length === most) break;
    lines.push({ words: match[0], span: [match.index, match.index + match[0].length] });
  }
  return lines;
};

const name = "((?:\\p{L}[\\p{L}.&’'-]*)(?: \\p{L}[\\p{L}.&’'-]*){0,6}?)";
const and = '(?:,? (?:and|with) (?:.+))?';
const credits = [
  new RegExp(`^(?:compiled |adapted |taken |reported )?(?:from|by) (?:the )?${name}${and}\\.?$`, 'iu'),
  new RegExp(`^source: (?:the )?${name}${and}\\.?$`, 'iu'),
  new RegExp(`^(?:the )?${name} and (?:our )?(?:own )?(?:staff|reporters?|correspondents?)\\.?$`, 'iu'),
];

/** Whom a line of its own at the head or the foot of a page gives as its source, among those that are known. */
export const creditOf = ({ text }: Page, isKnown: (name: string) => boolean): Cue | null => {
  const lines = linesOf(text, Number.POSITIVE_INFINITY);
  const last = lines.length > headLines ? lines.slice(-1) : [];
  for (const { words, span } of [...lines.slice(0, headLines), ...last]) {
    if (words.length > longestLine) continue;
    for (const pattern of credits) {
      const called = pattern.exec(words.trim())?.[1];
      if (!called || !isKnown(called)) continue;
      const start = span[0] + words.indexOf(called);
      return { words: called, span: [start, start + called.length] };
    }
  }
  return null;
};

const interview =
  /\b(?:[Ii]nterview|[Qq]uestions?|[Cc]onversation|[Tt]alk(?:ing|s)?|[Aa]nswers?)\b(?: \p{Ll}+)? (?:with|to|for|from|by) ((?:(?:Mr|Ms|Mrs|Dr)\.? )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3})/u;
/** An interview has at least as many questions. */
const leastQuestions = 2;

/** Whom an interview is with, by the head of the page; null where it is none. The words after it are his or hers. */
export const intervieweeOf = ({ text }: Page): Cue | null => {
  const asked = linesOf(text, Number.POSITIVE_INFINITY).filter(({ words }) => /^[^.!]*\?/u.test(words));
  if (asked.length < leastQuestions) return null;
  for (const { words, span } of linesOf(text, headLines)) {
    if (words.length > longestLine) continue;
    const called = interview.exec(words)?.[1];
    if (!called) continue;
    const start = span[0] + words.indexOf(called);
    return { words: called, span: [start, start + called.length] };
  }
  return null;
};
