import type { Span } from '../model/index.ts';
import type { Token } from './tokens.ts';

/** Tokens `[from, to)` that make one sentence. */
export interface SentenceTokens {
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  /** Whether a blank line stands before it. */
  readonly opensParagraph: boolean;
}

const terminal = /^(?:[.!?…]+)$/;
const abbreviation = /^\p{L}[\p{L}.]*\.$/u;
const closer = /^[”’"')\]»]$/;
const opener = /^[“‘"'([«]$/;
const bullet = /^(?:[-*•#>|]|\d+[.)])/;
const startsSentence = new Set(
  `the a an he she it they we i you this that these those there but and in on at after before if
   however although while when since as for from by with his her its their our my no not yet still
   also meanwhile then so some many most all both one two according what who why how`.split(/\s+/),
);
/** Beyond this a "sentence" is a table or noise: it is cut so that reading stays linear. */
const longest = 160;

const wordlike = /^[\p{Lu}\p{Lo}\p{N}]/u;

const endsAfter = (text: string, tokens: readonly Token[], index: number, count: number): boolean => {
  const [token, next] = [tokens[index] as Token, tokens[index + 1]];
  if (!next || count >= longest) return true;
  const gap = text.slice(token.end, next.start);
  if (/\n[^\S\n]*\n/.test(gap)) return true;
  if (gap.includes('\n') && bullet.test(text.slice(next.start, next.start + 4))) return true;
  return false;
};

/** The index of the last token that still belongs to a sentence ended at `index`: closing marks follow. */
const withClosers = (tokens: readonly Token[], index: number): number => {
  let last = index;
  for (let next = tokens[last + 1]; next && closer.test(next.text); next = tokens[last + 1]) {
    if (next.start !== tokens[last]?.end) break;
    last++;
  }
  return last;
};

const mayOpen = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (!token) return true;
  return wordlike.test(token.text) || opener.test(token.text);
};

/** Sentences over the tokens: full stops with their closing quotes, blank lines, list items. */
export const splitSentences = (text: string, tokens: readonly Token[]): SentenceTokens[] => {
  const sentences: SentenceTokens[] = [];
  let from = 0;
  const end = (to: number): void => {
    const [first, last, before] = [tokens[from], tokens[to - 1], tokens[from - 1]];
    if (!first || !last) return;
    const opensParagraph = !before || /\n[^\S\n]*\n/.test(text.slice(before.end, first.start));
    sentences.push({ from, to, span: [first.start, last.end], opensParagraph });
    from = to;
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (index < from) continue;
    if (terminal.test(token.text)) {
      const last = withClosers(tokens, index);
      if (mayOpen(tokens, last + 1) || endsAfter(text, tokens, last, last - from)) {
        end(last + 1);
        continue;
      }
    } else if (abbreviation.test(token.text) && token.text.length > 1) {
      const last = withClosers(tokens, index);
      const next = tokens[last + 1];
      if (next && /^\p{Lu}/u.test(next.text) && startsSentence.has(next.lower) && token.lower !== 'mr.')
        end(last + 1);
    }
    if (index >= from && endsAfter(text, tokens, index, index - from)) end(index + 1);
  }
  return sentences;
};
