import type { Span } from '../../model/index.ts';

/** A text as it would be printed, and where each token stands in it. */
export interface Detokenised {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Which blanks a token does without. */
interface Fit {
  readonly before: boolean;
  readonly after: boolean;
}

const loose: Fit = { before: false, after: false };
const closes: Fit = { before: true, after: false };
const opens: Fit = { before: false, after: true };
const joins: Fit = { before: true, after: true };

/** Tokens that fit in the same way wherever they stand. */
const fits: readonly (readonly [RegExp, Fit])[] = [
  [/^(?:[,.;:?!)\]}%]|\.{2,}|[?!]+|'|'(?:s|m|d|re|ve|ll)|n't)$/iu, closes],
  [/^[([{$#`]$/u, opens],
  [/^(?:-|\/|\.-)$/u, joins],
];

/** Double quotation marks: the Penn Treebank's, plain ones, and one that was cut into two single ones. */
const quoteAt = (tokens: readonly string[], index: number): 'opens' | 'closes' | 'either' | null => {
  const token = tokens[index];
  if (token === '``') return 'opens';
  if (token === "''") return 'closes';
  const halves = token === "'" && tokens[index + 1] === "'";
  return token === '"' || halves ? 'either' : null;
};

/**
 * Puts tokens of the Penn Treebank together: no blank before closing punctuation, clitics and "n't", none after
 * opening punctuation and currency signs, none around a hyphen or slash. Double quotation marks become plain
 * ones; where a mark does not say whether it opens, it opens and closes in turn.
 */
export const detokenise = (tokens: readonly string[]): Detokenised => {
  let text = '';
  let glued = true;
  let quoted = false;
  const spans: Span[] = [];
  const write = (words: string, { before, after }: Fit) => {
    if (!glued && !before) text += ' ';
    spans.push([text.length, text.length + words.length]);
    text += words;
    glued = after;
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as string;
    const quote = quoteAt(tokens, index);
    if (quote) {
      const closing: boolean = quote === 'closes' || (quote === 'either' && quoted);
      write('"', closing ? closes : opens);
      quoted = !closing;
      if (token === "'") spans.push([text.length, text.length]);
      if (token === "'") index += 1;
    } else write(token, fits.find(([pattern]) => pattern.test(token))?.[1] ?? loose);
  }
  return { text, spans };
};
