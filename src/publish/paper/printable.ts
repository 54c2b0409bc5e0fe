/** Signs that no XML has, and that no printer shows: controls but for tabs and line ends, and what is no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;

/** Turns the direction of what follows until it is taken back. */
const turns = /[\u202a-\u202e\u2066-\u2069]/u;

const rightToLeft =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Text of anybody's as a paper can hold it: half characters become U+FFFD, and what no reader sees is left out. */
export const printable = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\ufffd').replace(unprintable, '');

/** The same on one line. */
export const onOneLine = (text: string): string => printable(text).replace(/\s+/gu, ' ').trim();

/** Whether text is read from the right, by its first letter. */
export const isRightToLeft = (text: string): boolean => rightToLeft.test(text);

/** Words of somebody else, kept from turning the direction of what stands around them (UAX #9: FSI … PDI). */
export const isolated = (text: string): string =>
  turns.test(text) ||
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text)
    ? `\u2068${text}\u2069`
    : text;
