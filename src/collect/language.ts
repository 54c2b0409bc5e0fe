import { francAll } from 'franc-min';

/** Shorter texts are not judged: trigrams of a headline fit several languages. */
const minLetters = 60;
/** A text's beginning tells its language, and the library's time grows with length. */
const sampleLength = 4000;
/**
 * Likeness to English, 1 for the most alike of all languages: 1.00 for each of 90 English reports and guides of 230
 * characters and more, .79 and .94 for two English headlines, at most .61 for a sentence each of 24 others.
 */
const englishFrom = 0.7;
/** A second language as likely as this leaves open which of the two it is, as with Russian and Ukrainian. */
const undecidedFrom = 0.93;

/**
 * The language of a text as BCP 47 has it (`en`, `fr`, `ps`); `und` when it is surely not English, and which
 * language it is remains open; null when the text is too short to tell.
 */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, sampleLength);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < minLetters) return null;
  const ranked = francAll(sample);
  const [first, second] = ranked;
  if (!first || first[0] === 'und') return 'und';
  const english = ranked.find(([code]) => code === 'eng')?.[1] ?? 0;
  if (first[0] !== 'eng' && english >= englishFrom) return null;
  if (first[0] !== 'eng' && second && second[1] >= undecidedFrom) return 'und';
  return new Intl.Locale(first[0]).language;
}
