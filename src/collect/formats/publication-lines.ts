import { findDate } from '../dates.ts';

/** Words by which pages and texts, in their languages, say that they were changed. */
export const updateWords =
  /updated?|modified|edited|revised|last change|aktualisiert|geändert|mis à jour|modifié|actualizad|modificad|atualizad|aggiornat|bijgewerkt|обновл|изменен|güncel|zaktualizowano|uppdaterad|تحديث|محدث|به ?روز/i;

/** Words by which they say when they were put out. */
export const publishedWords =
  /(?<!\p{L})(?:(?:first |originally )?(?:published|posted|publication date|date of publication|release date|date posted|issued|released|dated|filed)(?: (?:on|at))?|veröffentlicht(?: am)?|erschienen(?: am)?|erstellt(?: am)?|stand:|publié(?:e)?(?: le)?|paru le|mis en ligne(?: le)?|publicad[oa](?: el| em)?|publicación|publicação|pubblicato(?: il)?|gepubliceerd(?: op)?|geplaatst|опубликован[оа]?|дата публикации|опубліковано|yayın(?:lanma)? tarihi|yayınlandı|opublikowano|publicerad|publiceret|publisert|julkaistu|közzétéve|publikováno|zveřejněno|objavljeno|објављено|δημοσι\p{L}+|نشر(?: في| بتاريخ)?|تاريخ النشر|تاریخ انتشار|منتشر شده|פורסם|प्रकाशित|发布(?:时间|于)?|發布|公開日|掲載日|입력|게시)/iu;

/** The date that a word for publication at the beginning of a line, or of a part of it, introduces. */
export function labelled(line: string, locale: string | null): { date: string; exact: boolean } | null {
  const word = publishedWords.exec(line);
  if (!word || word.index > 80 || /\p{L}$/u.test(line.slice(0, word.index))) return null;
  const after = line.slice(word.index + word[0].length);
  const update = updateWords.exec(after);
  const own = update ? after.slice(0, update.index) : after;
  const date = findDate(own, locale);
  // Words between would make it a sentence.
  return date && date.index <= 30 ? date : null;
}
