import { type Change, type Changed, changed } from './offset-map.ts';

/*
 * Signs that show nothing: soft hyphens, spaces and joiners of no width, byte order marks, marks of direction (Unicode
 * 16, 23.2 to 23.8). A soft hyphen at a line's end joins the lines. Joiners between pictographs make one picture of them.
 */
const unseen =
  /\u00ad(?:[^\S\n]*\r?\n[^\S\n]*(?=\p{L}))?|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|[\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** Letters that are drawn as one. */
const ligature = /[\ufb00-\ufb06]/g;

/** The text as a reader of English sees it: without signs that show nothing, ligatures as their letters. */
export function withoutUnseen(text: string): Changed {
  const changes: Change[] = [];
  for (const { 0: sign, index } of text.matchAll(unseen))
    changes.push({ span: [index, index + sign.length], by: '' });
  for (const { 0: sign, index } of text.matchAll(ligature))
    changes.push({ span: [index, index + 1], by: sign.normalize('NFKC') });
  return changed(
    text,
    changes.sort((a, b) => a.span[0] - b.span[0]),
  );
}
