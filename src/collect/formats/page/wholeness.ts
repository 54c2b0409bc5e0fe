import type { LinkedData } from './linked-data.ts';
import type { MainText } from './main-text.ts';

/** Reports that are shown whole have more words than this, as a rule. */
const wordsOfWhole = 250;

/** Why a page's text is probably not the whole report, as a sentence for people; null when it seems whole. */
export function whyIncomplete({ text, hasOffer, isShown }: MainText, { isFree }: LinkedData): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (isShown && words < wordsOfWhole && (hasOffer || !isFree))
    return 'The page shows only its beginning to those who have not paid or signed in.';
  const end = text.trimEnd().slice(-40);
  if (
    /(?:\.{3}|…)\s*(?:\[\]|\[…\]|»|read more|continue reading|weiterlesen|lire la suite|leer más)?$|\[(?:\.{3}|…)\]$/i.test(
      end,
    ) &&
    words < wordsOfWhole
  )
    return 'The text breaks off: the page shows its beginning and links to the rest.';
  return null;
}
