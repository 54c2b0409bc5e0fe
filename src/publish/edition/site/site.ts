import type { Edition, EditionMade } from '../../../model/index.ts';
import { jsonText } from '../../json-text.ts';
import { boardPage } from './board.ts';
import { commitmentPage } from './commitment.ts';
import { badgeOf, cardOf } from './embedded.ts';
import { files, type Place } from './frame.ts';
import { documentsPage, editionsPage, methodPage } from './other-pages.ts';
import { searchIndexOf, searchScript } from './search.ts';
import { siteStyle } from './style.ts';

/** The files of a folder by their path in it, with `/` between its parts. */
export type Files = Map<string, string>;

/** The pages of an edition; the ones of the folder's front and of the edition's own place differ in where they lead. */
const pagesOf = (edition: Edition, earlier: readonly EditionMade[], isFront: boolean): Files => {
  const at = (top: string): Place => ({ top, isFront });
  return new Map([
    [files.style, siteStyle.trimStart()],
    [files.board, boardPage(edition, at(''))],
    [files.documents, documentsPage(edition, at(''))],
    [files.method, methodPage(edition, at(''))],
    ...(isFront ? [[files.editions, editionsPage(edition, earlier, at(''))] as const] : []),
    ...edition.commitments.map(
      (commitment) =>
        [files.commitment(commitment.id), commitmentPage(edition, commitment, at('../'))] as const,
    ),
  ]);
};

/**
 * A published folder without its manifests: the newest edition at its front with feeds, calendar, badges and cards, and the same
 * edition in a place of its own, where it stays.
 * @param earlier the editions before it
 * @param searchLibrary the script of MiniSearch
 */
export async function siteFiles(
  edition: Edition,
  earlier: readonly EditionMade[],
  searchLibrary: string,
): Promise<{ front: Files; own: Files }> {
  // Libraries of many files, which nothing else needs.
  const { calendarOf, feedsOf } = await import('./feeds.ts');
  const front: Files = new Map([
    ...pagesOf(edition, earlier, true),
    ...feedsOf(edition, earlier),
    ...calendarOf(edition),
    ...edition.commitments.flatMap((commitment) => [
      [files.badge(commitment.id), badgeOf(edition, commitment)] as const,
      [files.card(commitment.id), cardOf(edition, commitment)] as const,
    ]),
    [files.search, searchScript],
    [files.searchIndex, searchIndexOf(edition)],
    [files.searchLibrary, searchLibrary],
  ]);
  const own: Files = new Map([...pagesOf(edition, earlier, false), [files.data, `${jsonText(edition)}\n`]]);
  return { front, own };
}
