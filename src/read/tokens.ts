import type { Span } from '../model/index.ts';
import type { TaggedText } from './network/tagger.ts';

/** A word or mark with its place in the text; `pos` is a Universal Dependencies tag. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
}

/** Tokens `[from, to)` that make one sentence. */
export interface SentenceTokens {
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  /** Whether a new paragraph opens with it. */
  readonly opensParagraph: boolean;
}

const hyphen = /^[-‐‑/]$/u;
const word = /^[\p{L}\p{N}].*$/u;
const loosePrefix = new Set(['pro', 'anti', 'non', 'ex', 'mid', 'pre', 'post', 'self', 'co', 'un', 're']);

const compoundTag = (parts: readonly Token[]): string => {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return 'X';
  if (parts.every(({ text }) => /^\d/.test(text))) return 'NUM';
  if (loosePrefix.has(first.lower)) return last.pos === 'NOUN' ? 'NOUN' : 'ADJ';
  if (last.pos === 'VERB' || last.pos === 'ADJ') return 'ADJ';
  if (parts.some(({ text }) => /^\p{Lu}/u.test(text))) return /^\p{Lu}/u.test(last.text) ? 'PROPN' : 'ADJ';
  return last.pos === 'ADP' || last.pos === 'ADV' ? 'ADJ' : last.pos;
};

/** Hyphenated words are one word: names ("Al-Amin") and compounds ("high-ranking") alike. */
const joinCompounds = (tokens: readonly Token[]): Token[] => {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const parts = [tokens[index] as Token];
    for (;;) {
      const [last, mark, next] = [parts.at(-1), tokens[index + 1], tokens[index + 2]];
      if (!last || !mark || !next || !hyphen.test(mark.text) || parts.length > 8) break;
      if (last.end !== mark.start || mark.end !== next.start) break;
      if (!word.test(last.text) || !word.test(next.text)) break;
      parts.push(mark, next);
      index += 2;
    }
    joined.push(parts.length === 1 ? (parts[0] as Token) : join(parts));
  }
  return joined;
};

const join = (parts: readonly Token[]): Token => {
  const words = parts.filter(({ text }) => !hyphen.test(text));
  const text = parts.map((part) => part.text).join('');
  return {
    start: parts[0]?.start ?? 0,
    end: parts.at(-1)?.end ?? 0,
    text,
    lower: text.toLowerCase(),
    lemma: parts.map((part, index) => (index === parts.length - 1 ? part.lemma : part.lower)).join(''),
    pos: compoundTag(words),
  };
};

/** "according to" is one preposition, which Universal Dependencies tags by its history as a verb. */
const retag = (token: Token, after: Token | undefined): Token =>
  token.lower === 'according' && after?.lower === 'to' ? { ...token, pos: 'ADP' } : token;

/** A text's tokens, compounds joined, and its sentences over them. */
export const tokensOf = (
  text: string,
  { words, sentences, paragraphs }: TaggedText,
): { tokens: Token[]; sentences: SentenceTokens[] } => {
  const tokens: Token[] = [];
  const openers = new Set(paragraphs.map(([from]) => from));
  const found = sentences.map(([first, after]): SentenceTokens => {
    const from = tokens.length;
    const plain = words.slice(first, after).map(({ start, end, lemma, upos }): Token => {
      const written = text.slice(start, end);
      return { start, end, text: written, lower: written.toLowerCase(), lemma, pos: upos };
    });
    tokens.push(...joinCompounds(plain.map((token, index) => retag(token, plain[index + 1]))));
    const [open, close] = [plain[0] as Token, plain.at(-1) as Token];
    return { from, to: tokens.length, span: [open.start, close.end], opensParagraph: openers.has(first) };
  });
  return { tokens, sentences: found };
};
