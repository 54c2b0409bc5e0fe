import { ProvisoError, textProblem } from '../model/index.ts';

/** A translation is hardly ever longer than this many times its original; a short one may be by so many characters. */
const longest = { factor: 6, beside: 200 };

/** That an answer is no translation, and why. */
export const noTranslation = (what: string): ProvisoError =>
  new ProvisoError(
    'PROVISO_TRANSLATION_BAD',
    `What came back is no translation: ${what}. Nothing was kept.`,
    'Try again, or another model or server; the document stays as it was.',
  );

/** As one line: a sentence that is translated has no lines of its own. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** What was answered, one line a sentence. @throws ProvisoError PROVISO_TRANSLATION_BAD. */
export function checkedTranslations(sentences: readonly string[], answered: readonly string[]): string[] {
  if (answered.length !== sentences.length)
    throw noTranslation(`${sentences.length} sentences were sent and ${answered.length} came back`);
  return sentences.map((sentence, place) => {
    const translated = oneLine(answered[place] ?? '');
    if (translated === '') throw noTranslation('a sentence came back empty');
    if (textProblem(translated) || translated.length > sentence.length * longest.factor + longest.beside)
      throw noTranslation('a sentence came back many times as long as it was, or broken');
    return translated;
  });
}
