import type { Oblique } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';

/** Prepositions that measure against a bound. */
const bounding = /^(?:above|over|beyond|below|under|beneath|within|past|behind|short of|ahead of|outside)$/;
const bound =
  /^(?:cap|limit|ceiling|threshold|quota|target|level|line|mark|norm|bound|maximum|minimum|range|budget|deadline|schedule|plan|allowance|ration|goal|floor)$/;

export const isBounding = (preposition: string): boolean => bounding.test(preposition);

/** "above the cap", "below 300 kilos", but not "under the deal" or "over the hill". */
export const isBound = (trees: SyntaxTrees, { preposition, head }: Oblique): boolean =>
  bounding.test(preposition) &&
  (bound.test(trees.lemma(head)) ||
    trees.word(head).upos === 'NUM' ||
    trees.child(head, 'nummod') !== undefined);
