import type { Span } from '../../model/index.ts';
import { continuesList, type Label, labelOf, referenceOf } from './labels.ts';
import { sentencesIn } from './sentences.ts';

/*
 * An agreement as a tree: what stands under a label of one kind is above what stands under another. A paragraph that opens
 * a list is a lead-in, and what it says holds for each item; a short line without a sentence is a heading.
 */

/** A paragraph with what stands under it. Spans are in the cleaned text. */
interface Paragraph {
  label: Label | null;
  /** Without its label. */
  body: Span;
  children: Paragraph[];
}

/** A sentence of the agreement with all that the lead-ins above it lend to it. */
export interface Unit {
  /** In the cleaned text, without label and closing mark. */
  span: Span;
  text: string;
  reference: string | null;
  /** Words of the lead-ins above, outermost first, without what closes them. */
  leadIns: readonly string[];
  /** Headings above, outermost first. */
  headings: readonly string[];
  /** Stands under a label, and nothing under it. */
  isPoint: boolean;
  /** Before the first label: title, preamble, recitals. */
  isFront: boolean;
  /** Has a mark at its end, as sentences have. */
  isClosed: boolean;
  /** Which paragraph it stands in. */
  paragraph: number;
}

export interface Structure {
  units: readonly Unit[];
  /** Title and preamble: what stands before the first article. */
  front: string;
  title: string;
}

const finite =
  /\b(?:shall|will|must|may|can(?:not)?|undertakes?|agrees?|commits?|pledges?|is|are|was|were|has|have|had|means?|does|do)\b/iu;
const opensList = /(?::|[–—-]|\b(?:shall|will|must|undertakes?|agrees?|commits?)(?: not)?(?: to)?)$/iu;
const recital = /^\((?:[A-Z]|\d+)\)$/u;

/** "the Union shall disburse" before "(a) a first tranche …": without a mark at its end, and the list goes on in small letters. */
const runsOn = (words: string, next: string | undefined): boolean =>
  next !== undefined && /[\p{L}\d,)]$/u.test(words) && /^\p{Ll}/u.test(next);

const isLeadIn = ({ body, children }: Paragraph, text: string): boolean => {
  const words = text.slice(...body).trim();
  const [first] = children;
  return (
    first !== undefined &&
    (opensList.test(words) || (first.label !== null && runsOn(words, text.slice(...first.body).trim())))
  );
};

const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

/** A heading names what follows, and says nothing. */
const isHeading = (paragraph: Paragraph, text: string): boolean => {
  const words = text.slice(...paragraph.body).trim();
  if (!words || finite.test(words) || isLeadIn(paragraph, text)) return false;
  if (paragraph.children.length > 0) return wordsIn(words) <= 16;
  if (paragraph.label) return wordsIn(words) <= 2;
  return wordsIn(words) <= 12 && !/[.;,:!?]$/u.test(words);
};

/** Where a list stands within a line: "(a) …; (b) …", with what leads to it; null where there is none. */
const inlineItems = (words: string): number[] | null => {
  const marks = [...words.matchAll(/(?<=^|[\s:;,–—])\((?<mark>[a-z]{1,3}|\d{1,2})\)\s/gu)];
  for (const first of ['a', 'i', '1']) {
    const from = marks.findIndex(({ groups }) => groups?.mark === first);
    const opening = marks[from];
    if (!opening || !/(?:[:;–—]|\b(?:shall|will|must|to|not))\s*$/u.test(words.slice(0, opening.index)))
      continue;
    const items = marks
      .slice(from)
      .filter(({ index }, at) => at === 0 || /(?:[;,]|\b(?:and|or))\s*$/u.test(words.slice(0, index)));
    // "(a) the level of the lake; and (b) its outflow" are things of one duty.
    const areThings = items.every(({ index, 0: mark }) =>
      /^(?:the|an?|its|their|all|any)\b/u.test(words.slice(index + mark.length)),
    );
    if (
      items.length > 1 &&
      !(
        areThings &&
        /\b(?:shall|will|must)\b[^:]*:?\s*$/u.test(words.slice(0, opening.index)) &&
        !/\b(?:shall|will|must)\b/u.test(words.slice(opening.index))
      )
    )
      return items.map(({ index }) => index);
  }
  return null;
};

interface Line {
  label: Label | null;
  body: Span;
  /** A short line between blank ones that says nothing: what is open above it is over. */
  isApart: boolean;
}

const isApart = (text: string, start: number, end: number): boolean => {
  const words = text.slice(start, end);
  return (
    text.slice(0, start).endsWith('\n\n') &&
    text.slice(end).startsWith('\n\n') &&
    wordsIn(words) <= 12 &&
    /^[\p{Lu}\d]/u.test(words) &&
    !finite.test(words) &&
    !/[.;,:!?]$/u.test(words)
  );
};

/** Lines without the blank ones; lists that stand within a line, item by item. */
const linesOf = (text: string): Line[] => {
  const lines: Line[] = [];
  let before: Label | null = null;
  const add = (start: number, end: number): void => {
    const words = text.slice(start, end);
    const label = labelOf(words, before);
    if (label) before = label;
    const from = start + (label?.length ?? 0);
    const items = inlineItems(text.slice(from, end));
    const ends = [...(items ?? []).slice(1).map((at) => from + at), end];
    lines.push({
      label,
      body: [from, items ? from + (items[0] ?? 0) : end],
      isApart: label === null && isApart(text, start, end),
    });
    (items ?? []).forEach((at, index) => {
      add(from + at, ends[index] ?? end);
    });
  };
  for (const { index, 0: line } of text.matchAll(/\S[^\n]*/gu)) add(index, index + line.trimEnd().length);
  return lines;
};

/** Keywords rank as they first come: titles above articles where a text has both. */
const ranksOf = (lines: readonly Line[]): ReadonlyMap<string, number> => {
  const ranks = new Map<string, number>();
  for (const { label } of lines) {
    if (label?.kind.startsWith('keyword ') && !ranks.has(label.kind)) ranks.set(label.kind, ranks.size);
  }
  for (const kind of ['keyword annex', 'keyword appendix', 'keyword schedule']) {
    if (ranks.has(kind)) ranks.set(kind, -1);
  }
  // Any part ends the preamble.
  if (ranks.has('keyword preamble')) ranks.set('keyword preamble', Number.POSITIVE_INFINITY);
  return ranks;
};

const treeOf = (lines: readonly Line[], text: string): Paragraph => {
  const ranks = ranksOf(lines);
  const root: Paragraph = { label: null, body: [0, 0], children: [] };
  const open: Paragraph[] = [root];
  const close = (at: number) => open.splice(Math.max(1, at));
  for (const [at, { label, body, isApart }] of lines.entries()) {
    const next = lines[at + 1];
    // A list that begins under a heading of its own does not stand under the item before the heading.
    const over = open.findIndex((above) => above.label && !above.label.kind.startsWith('keyword '));
    if (isApart && over > 0 && next?.label && continuesList(next.label, undefined)) close(over);
    const paragraph: Paragraph = { label, body, children: [] };
    if (label) {
      const rank = ranks.get(label.kind);
      const level = open.findIndex(({ label: above }) => {
        if (!above) return false;
        if (above.kind === label.kind) return true;
        if (rank === undefined) return false;
        const aboveRank = ranks.get(above.kind);
        return aboveRank === undefined || aboveRank >= rank;
      });
      if (level > 0) close(level);
    } else {
      // It ends the list before it, and not the article that both stand in.
      const article = open.findLastIndex((above) => above.label?.kind.startsWith('keyword '));
      const lead = open.findIndex((above, depth) => depth > Math.max(0, article) && above.label === null);
      if (lead > 0) close(lead);
    }
    open.at(-1)?.children.push(paragraph);
    const words = text.slice(...body).trim();
    if (label || opensList.test(words) || (next?.label && runsOn(words, text.slice(...next.body).trim())))
      open.push(paragraph);
  }
  return root;
};

/** The words of a lead-in as the items go on from them. */
const leadWords = (text: string): string =>
  text
    .trim()
    .replace(/\s*[:–—-]+$/u, '')
    .replace(/,$/u, '')
    .replace(
      /,?\s*(?:as follows|(?:as )?the following|namely|that is to say|in particular|inter alia)$/iu,
      '',
    )
    .trim();

const trimmed = ([start, end]: Span, text: string): Span => {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const closing = /(?:[\s.;,:]|[;,]\s*(?:and|or))+$/u.exec(words)?.[0].length ?? 0;
  return [from, Math.max(from, end - closing)];
};

/** Sentences of all paragraphs in the order of the text. */
const unitsOf = (root: Paragraph, text: string, frontEnd: number): Unit[] => {
  const units: Unit[] = [];
  // Title and subtitle are no headings of what they stand above.
  const titleEnd = Math.max(frontEnd, text.indexOf('\n'));
  let paragraphs = 0;
  const walk = (
    paragraph: Paragraph,
    labels: readonly Label[],
    leadIns: readonly string[],
    headings: readonly string[],
  ): void => {
    const own = paragraph.label ? [...labels, paragraph.label] : labels;
    const words = text.slice(...paragraph.body);
    const sentences = sentencesIn(words);
    const leads = isLeadIn(paragraph, text);
    const isTitle = paragraph !== root && isHeading(paragraph, text);
    const lead = leads ? sentences.pop() : undefined;
    const isPoint = paragraph.label !== null && paragraph.children.length === 0;
    const inLine: string[] = [];
    paragraphs += 1;
    for (const [start, end] of isTitle ? [] : sentences) {
      const span = trimmed([paragraph.body[0] + start, paragraph.body[0] + end], text);
      const sentence = text.slice(...span);
      // "Spirit. The Parties …": the heading stands in the line.
      const isInLineHeading =
        start === 0 && sentences.length > 1 && wordsIn(sentence) <= 4 && !finite.test(sentence);
      if (isInLineHeading) inLine.push(sentence);
      else if (/\p{L}/u.test(sentence))
        units.push({
          span,
          text: sentence.replace(/\s+/gu, ' '),
          reference: referenceOf(own),
          leadIns,
          headings: [...headings, ...inLine],
          isPoint,
          isFront: span[0] < frontEnd,
          isClosed: /^[\s,]*(?:(?:and|or)\s*)?[.;,]/u.test(
            text.slice(span[1], span[1] + 8).split('\n')[0] ?? '',
          ),
          paragraph: paragraphs,
        });
    }
    const below = isTitle ? [...headings, words.trim()] : [...headings, ...inLine];
    const said = lead ? leadWords(words.slice(...lead)) : '';
    // "have agreed as follows:" opens the whole text, and is nobody's duty.
    const isOpening =
      paragraph.body[0] < frontEnd && /\b(?:agree|settle|declare|conclude|adopt|follow)\w*$/iu.test(said);
    const lent = said && !isOpening ? [...leadIns, said] : leadIns;
    let topic: string | null = null;
    for (const child of paragraph.children) {
      const isTopic = child.label === null && child.children.length === 0 && isHeading(child, text);
      if (isTopic) topic = child.body[0] < titleEnd ? null : text.slice(...child.body).trim();
      else walk(child, own, lent, topic ? [...below, topic] : below);
    }
  };
  walk(root, [], [], []);
  return units;
};

/** Where title and preamble end: at the first label that is no recital's. */
const frontEndOf = (lines: readonly Line[], text: string): number => {
  const first = lines.find(({ label, body: [start, end] }, at) => {
    if (!label || recital.test(label.text) || label.kind === 'keyword preamble') return false;
    // "PART I" may be the title of a part that is itself the whole text.
    return at > 0 || /[.;]$/u.test(text.slice(start, end));
  });
  return first ? first.body[0] - (first.label?.length ?? 0) : 0;
};

/** Articles, lead-ins, items and sentences of a cleaned text. */
export const structureOf = (text: string): Structure => {
  const lines = linesOf(text);
  const frontEnd = frontEndOf(lines, text);
  const root = treeOf(lines, text);
  const title = lines[0]
    ? text.slice(lines[0].body[0] - (lines[0].label?.length ?? 0), lines[0].body[1])
    : '';
  return { units: unitsOf(root, text, frontEnd), front: text.slice(0, frontEnd), title: title.trim() };
};
