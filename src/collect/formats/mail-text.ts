import type { Accounting } from '../account.ts';
import { TextBuilder } from '../text-builder.ts';
import { attributionIn, headerBlock, isDivider, isEndDivider, type Sender } from './mail-quotes.ts';

/** A line of a mail without the marks of quoting before it. */
interface Line {
  words: string;
  /** How many marks (`>`) stood before it. */
  depth: number;
}

/** What somebody wrote: the sender of the mail, or of one that it quotes or forwards. */
interface Turn extends Line {
  lines: string[];
  /** null: of the mail itself. */
  of: Sender | null;
}

/** Whoever wrote a mail that is quoted without a word of who wrote it. */
const unnamed: Sender = { name: 'the writer of an earlier mail', date: null };

/**
 * Puts the text of a mail into parts: what its sender wrote, and what it quotes or forwards, each of its own writer and
 * day, without marks of quoting. Signatures and notices about confidentiality are left out, and accounted for.
 */
export function mailParts(text: string, accounting: Accounting): Pick<TextBuilder, 'text' | 'segments'> {
  const builder = new TextBuilder();
  for (const { lines, of } of turnsIn(text.split('\n').map(lineOf))) {
    const words = withoutSignature(lines, accounting);
    builder.add(words, of ? { kind: 'mail', speaker: of.name, date: of.date } : undefined);
  }
  return builder;
}

function lineOf(line: string): Line {
  const [marks = ''] = /^[ \t]?(?:>[ \t]?)*/.exec(line) ?? [];
  const depth = marks.match(/>/g)?.length ?? 0;
  return { depth, words: depth === 0 ? line : line.slice(marks.length).replace(/^ /, '') };
}

/** The mail's lines by their writers, in order. A line that says who wrote belongs to what it introduces. */
function turnsIn(lines: readonly Line[]): Turn[] {
  const turns: Turn[] = [];
  /** Who writes at each depth of quoting, as the line before it says. */
  const writers: (Sender | null)[] = [null];
  /** Who wrote at each depth before a mail was forwarded there. */
  const forwarders: (Sender | null)[] = [];
  const open = (depth: number, of: Sender | null) => turns.push({ words: '', depth, lines: [], of });
  open(0, null);
  for (let at = 0; at < lines.length; at += 1) {
    const { depth, words } = lines[at] as Line;
    const rest = lines.slice(at, at + longestIntroduction);
    const introduction = words.trim() === '' ? null : introductionAt(rest, lines[at - 1]);
    if (isEndDivider(words)) {
      writers[depth] = forwarders[depth] ?? null;
      open(depth, writers[depth] ?? null);
      continue;
    }
    if (introduction) {
      const { sender, length, isSameDepth } = introduction;
      const inside = isSameDepth ? depth : depth + 1;
      if (isSameDepth && !(depth in forwarders)) forwarders[depth] = writers[depth] ?? null;
      writers.length = inside;
      writers[inside] = sender;
      open(inside, sender);
      turns.at(-1)?.lines.push(...rest.slice(0, length).map((line) => line.words));
      at += length - 1;
      continue;
    }
    const current = turns.at(-1) as Turn;
    // A blank line between two of one depth has no marks in some mails.
    if (words.trim() === '' || depth === current.depth) current.lines.push(words);
    else {
      open(depth, depth === 0 ? (writers[0] ?? null) : (writers[depth] ?? unnamed));
      turns.at(-1)?.lines.push(words);
    }
  }
  return turns;
}

/** Lines that say who wrote are looked for in no more than this many. */
const longestIntroduction = 12;

interface Introduction {
  sender: Sender;
  /** Of it, in lines. */
  length: number;
  /** What follows is not marked as quoted, as where a mail is forwarded. */
  isSameDepth: boolean;
}

/** What a mail that follows is introduced by: `On … wrote:`, or its headers under a line of dashes. */
function introductionAt(lines: readonly Line[], before: Line | undefined): Introduction | null {
  const [first] = lines;
  if (!first) return null;
  const sameDepth = lines.slice(0, firstOther(lines, first.depth));
  const words = sameDepth.map((line) => line.words);
  const attribution = attributionIn(words);
  if (attribution) {
    const next = lines.slice(attribution.length).find((line) => line.words.trim() !== '');
    // Without marks after it, what follows is taken to be the mail that it names, to the end.
    return { ...attribution, isSameDepth: next === undefined || next.depth <= first.depth };
  }
  const startsHeaders =
    !before || before.words.trim() === '' || isDivider(before.words) || before.depth !== first.depth;
  const headers = isDivider(first.words) || startsHeaders ? headerBlock(words) : null;
  return headers ? { ...headers, isSameDepth: true } : null;
}

const firstOther = (lines: readonly Line[], depth: number): number => {
  const other = lines.findIndex((line) => line.depth !== depth && line.words.trim() !== '');
  return other < 0 ? lines.length : other;
};

/** A signature is at most this long, in lines. */
const longestSignature = 20;

/** The words of a turn without signature and notices, which the account names. */
function withoutSignature(lines: readonly string[], accounting: Accounting): string {
  const mark = lines.findLastIndex((line) => /^--\s?$/.test(line));
  const isSignature =
    mark >= 0 && lines.slice(mark).filter((line) => line.trim() !== '').length <= longestSignature;
  if (isSignature) accounting.leaveOut('signatures', lines.slice(mark + 1).join('\n'));
  const paragraphs = (isSignature ? lines.slice(0, mark) : lines).join('\n').split(/\n\s*\n/);
  while (isNotice(paragraphs.at(-1) ?? ''))
    accounting.leaveOut('notices about confidentiality', paragraphs.pop());
  return paragraphs
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What lawyers have put under every mail. */
const noticeCues = [
  /\bthis (?:e-?mail|message|communication)\b/i,
  /\bconfidential|\bprivileged/i,
  /\b(?:received|receive) (?:this|it)\b.{0,40}\bin error\b|\bnot the intended recipient/i,
  /\bintended (?:only|solely|recipient)/i,
  /\bdelete (?:it|this)\b/i,
];

const isNotice = (paragraph: string): boolean =>
  noticeCues.filter((cue) => cue.test(paragraph.replace(/\s+/g, ' '))).length >= 3;
