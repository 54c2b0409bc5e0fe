import type { Span } from '../../model/index.ts';

/*
 * What the uncased pieces do not show of a word: how it is written, and whether it stands apart from
 * the word before (which tells an opening from a closing straight quote).
 */

const kinds: readonly RegExp[] = [
  /^\p{Ll}+$/u,
  /^\p{Lu}$/u,
  /^\p{Lu}[\p{Ll}\p{M}]+$/u,
  /^\p{Lu}+$/u,
  /^\p{L}[\p{L}\p{M}.&'’-]*$/u,
  /\p{N}/u,
];

/** From 1: a way of writing, doubled by whether white space or the text's start stands before it. */
export const shapeOf = (text: string, [start, end]: Span): number => {
  const written = text.slice(start, end);
  const found = kinds.findIndex((kind) => kind.test(written));
  const kind = found < 0 ? kinds.length : found;
  const apart = start === 0 || /\s/.test(text[start - 1] as string);
  return 1 + 2 * kind + (apart ? 1 : 0);
};
