import { printable } from './paper/printable.ts';

/**
 * JSON that anybody may embed: nothing in it ends a script of a page, and no text has signs that UTF-8, XML or a database
 * refuses.
 *
 * @param space as of `JSON.stringify`
 */
export const jsonText = (value: unknown, space = 0): string =>
  JSON.stringify(
    value,
    (_key, item) => (typeof item === 'string' ? printable(item) : item),
    space,
  ).replaceAll('<', '\\u003c');
