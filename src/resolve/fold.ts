/**
 * A name as it is compared: lower case, without diacritics, articles, quotation marks and full stops,
 * hyphens and blanks alike, without signs that show nothing. `U.S.` and `US`, `al-Noor` and `Al Noor` fold to the same string.
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`]s\b/gu, '')
    .replace(/[.'’‘ʼ`"“”]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*the /u, '')
    .trim();
