import type { Line } from './lines.ts';
import { raisedForm } from './stretches.ts';

/** Notes have letters at most this large, measured in those of the text. */
const noteSize = 0.93;
const mark = /^(?:[⁰¹²³⁴-⁹]+|\d{1,3}(?=[\s.)])|[*†‡]+)\s*/u;

/** The size of most letters. */
export function textSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const half = Math.round(size * 2) / 2;
    letters.set(half, (letters.get(half) ?? 0) + text.length);
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

/**
 * The lines of footnotes: small ones at the foot of the page, from one that begins with a mark on, below all lines of the
 * text's size.
 */
export function footnoteLines(lines: readonly Line[], usual: number): Line[] {
  const isSmall = ({ size }: Line): boolean => size <= noteSize * usual;
  const lowest = lines.reduce((least, line) => (isSmall(line) ? least : Math.min(least, line.y)), Infinity);
  const below = lines.filter((line) => isSmall(line) && line.y < lowest);
  const first = below.findIndex(({ text }) => mark.test(text));
  return Number.isFinite(lowest) && first >= 0 ? below.slice(first) : [];
}

/** Whether a line begins a note. */
export const beginsNote = ({ text }: Line): boolean => mark.test(text);

/** A note with its mark raised, as it stands in the text. */
export const withRaisedMark = (text: string): string =>
  text.replace(/^(\d{1,3})[.)]?\s+/, (_whole, figures: string) => `${raisedForm(figures)} `);
