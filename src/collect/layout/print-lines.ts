import type { Line } from './lines.ts';

/** What a browser prints at the head and foot of each page of a web page. */
export interface Printed {
  /** Lines that are the browser's and not the page's. */
  readonly lines: ReadonlySet<Line>;
  /** Address of the page; null where none is printed whole. */
  readonly url: string | null;
}

const address = /(?:https?|file):\/\/\S+/;
const time = /\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AP]\.?M\.?)?/i;
const day = /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/;
/** On a page that is read from the right the time stands first. */
const moment = new RegExp(
  `(?:^|\\s)(?:${day.source},?\\s+${time.source}|(?:[AP]M\\s+)?${time.source}\\s*,?\\s*${day.source})(?:\\s|$)`,
  'i',
);
const counter = /(?:^|\s)\d{1,4}\s?(?:\/|of)\s?\d{1,4}$|^\d{1,4}\s?(?:\/|of)\s?\d{1,4}(?:\s|$)/;

/** The lines at the upper and the lower edge of a page. */
function outer(lines: readonly Line[]): Line[] {
  const top = lines.reduce((most, { y }) => Math.max(most, y), -Infinity);
  const foot = lines.reduce((least, { y }) => Math.min(least, y), Infinity);
  return lines.filter(({ y }) => y >= top - 2 || y <= foot + 2);
}

/** A line of an address with the page's number or the moment of printing, or of that moment with the title. */
function isPrinted(text: string, title: string | null): boolean {
  if (address.test(text)) {
    const rest = text.replace(address, '').replace(title ?? '', '');
    return (
      counter.test(rest.trim()) ||
      moment.test(rest) ||
      (title !== null && rest.trim() === '' && rest !== text)
    );
  }
  if (!moment.test(text)) return false;
  const rest = text.replace(moment, ' ').replace(counter, '').trim();
  return (
    rest === '' || (title !== null && (title.startsWith(rest.replace(/…$|\.\.\.$/, '')) || rest === title))
  );
}

/** What may stand beside such a line, at the same height: the title, the page's number. */
const isBeside = (text: string, title: string | null): boolean =>
  text === title || counter.test(text) || title?.startsWith(text.replace(/…$|\.\.\.$/, '')) === true;

/** The lines that a browser added when it printed; `title` is the file's own. */
export function printedLines(pages: readonly (readonly Line[])[], title: string | null): Printed {
  const lines = new Set<Line>();
  let url: string | null = null;
  for (const page of pages) {
    const edges = outer(page);
    const printed = edges.filter(({ text }) => isPrinted(text, title));
    const beside = edges.filter(
      ({ text, y }) => isBeside(text, title) && printed.some((line) => Math.abs(line.y - y) <= 2),
    );
    for (const line of [...printed, ...beside]) {
      lines.add(line);
      const found = address.exec(line.text)?.[0];
      if (found?.startsWith('http') && !/…|\.\.\.$/.test(found)) url ??= found;
    }
  }
  return { lines, url };
}
