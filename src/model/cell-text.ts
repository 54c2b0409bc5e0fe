/** What makes a program take a cell of a table for a formula (OWASP, CSV Injection). */
const startsFormula = /^[=+\-@\t\r＝＋－＠]/u;

/** Text as a cell of CSV: what would be a formula begins with an apostrophe, which says that it is text. */
export const cellText = (text: string): string => (startsFormula.test(text) ? `'${text}` : text);
