import { type Changed, changed } from './offset-map.ts';

/** Words shortened with a stop, after which a number belongs to them: "para.12". */
const shortened = '(?<!\\b(?:paras?|arts?|vols?|nos|pp|figs?|secs?|chs?|cls?|res|doc|app|approx|ca|est)\\.)';
/** A unit's exponent is no mark. */
const unit = '(?<!\\b[kcdm]?m|\\b(?:mi|ft|in|ha))';

/**
 * Marks of footnotes: raised figures, figures in square brackets, and figures that a copied text has right behind the stop
 * of a sentence ("killed.23 The").
 */
const mark = new RegExp(
  [
    `(?<=[\\p{L}\\p{P}])${unit}[¹²³⁰⁴-⁹]+(?![\\p{L}\\p{N}])`,
    '(?<=[\\p{L}.,;:!?”"’)])\\[\\d{1,3}\\]',
    `(?<=\\p{Ll}{2}[.!?][”"’)]?)${shortened}\\d{1,3}(?=\\s+[\\p{Lu}“"‘(])`,
  ].join('|'),
  'gu',
);

/** The text without the marks of its footnotes. */
export const withoutNoteMarks = (text: string): Changed =>
  changed(
    text,
    Array.from(text.matchAll(mark), ({ 0: found, index }) => ({
      span: [index, index + found.length],
      by: '',
    })),
  );
