import type { Span } from '../../src/model/index.ts';

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where the words of a clause stand in the agreement's text, whatever its line ends; null when they do not. */
export const clauseSpan = (text: string, clause: string): Span | null => {
  const found = new RegExp(clause.trim().split(/\s+/).map(escaped).join('\\s+')).exec(text);
  return found ? [found.index, found.index + found[0].length] : null;
};
