import { francAll } from 'franc-min';

/** Shorter texts are not judged: trigrams of a headline fit several languages. */
const minLetters = 60;
/** A text's beginning tells its language, and the library's time grows with length. */
const sampleLength = 4000;
/** From so many letters on, English came first for each of 1,361 pieces of English reports and guides. */
const sureLetters = 150;
/**
 * Likeness to English, 1 for the most alike of all languages, from which a text may be English though another language comes
 * first: .79 and .94 for two English headlines, .90 for the least of 763 pieces of a hundred characters; .72 for a Spanish
 * report of 250, at most .61 for a sentence each of 24 other languages.
 */
const englishFrom = { headline: 0.7, report: 0.9 };
/** A second language as likely as this leaves open which of the two it is, as with Russian and Ukrainian. */
const undecidedFrom = 0.93;

/**
 * The language of a text as BCP 47 has it (`en`, `fr`, `ps`); `und` when it is surely not English, and which
 * language it is remains open; null when the text is too short to tell.
 */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, sampleLength);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < minLetters) return null;
  const ranked = francAll(sample);
  const [first, second] = ranked;
  if (!first || first[0] === 'und') return 'und';
  const english = ranked.find(([code]) => code === 'eng')?.[1] ?? 0;
  const from = letters < sureLetters ? englishFrom.headline : englishFrom.report;
  if (first[0] !== 'eng' && english >= from) return null;
  if (first[0] !== 'eng' && second && second[1] >= undecidedFrom) return 'und';
  return new Intl.Locale(first[0]).language;
}
