import { ProvisoError } from '../model/index.ts';

export const missing = (source: string) =>
  new ProvisoError('PROVISO_INPUT_MISSING', `There is no file or folder ${source}.`, 'Check the path.');

export const empty = (source: string) =>
  new ProvisoError('PROVISO_INPUT_EMPTY', `${source} is empty.`, 'Give a report that has text.');

export const emptyFolder = (source: string) =>
  new ProvisoError(
    'PROVISO_INPUT_EMPTY',
    `The folder ${source} holds no files.`,
    'Give a folder with reports; hidden files are not read.',
  );

export const binary = (source: string, why: string) =>
  new ProvisoError(
    'PROVISO_INPUT_BINARY',
    `${source} is not text: ${why}.`,
    'If it is text, give its charset (--charset windows-1251), or save it as UTF-8 text, Markdown or HTML.',
  );

export const tooLarge = (source: string, limit: number) =>
  new ProvisoError(
    'PROVISO_INPUT_TOO_LARGE',
    `${source} is larger than ${Math.round(limit / 1024 / 1024)} MB.`,
    'Split it into its reports.',
  );

export const unsupported = (source: string, why: string) =>
  new ProvisoError(
    'PROVISO_INPUT_UNSUPPORTED',
    `${source} cannot be collected: ${why}.`,
    'Give text, Markdown, HTML, PDF, Word (.docx), OpenDocument, RTF, EPUB, Excel (.xlsx), CSV, mail, the export of a chat, a feed, or an archive of these.',
  );

export const scanned = (source: string, pages: number) =>
  new ProvisoError(
    'PROVISO_INPUT_SCANNED',
    `${pages === 1 ? 'The page' : `All ${pages} pages`} of ${source} ${pages === 1 ? 'is a picture' : 'are pictures'} or blank, with hardly any text: it is probably a scan.`,
    'Run text recognition over it (for example with OCRmyPDF), and add the result.',
  );

export const locked = (source: string) =>
  new ProvisoError(
    'PROVISO_INPUT_LOCKED',
    `${source} needs a password.`,
    'Open it with its password, save it without one, and add that file.',
  );

export const tooSlow = (source: string, seconds: number) =>
  new ProvisoError(
    'PROVISO_INPUT_TOO_SLOW',
    `${source} was still not parsed after ${seconds} seconds of computing.`,
    'It may be made to block programs; if you trust it, save it from its own program as text or HTML.',
  );

export const tooComplex = (source: string, why: string) =>
  new ProvisoError(
    'PROVISO_INPUT_TOO_COMPLEX',
    `${source} was not read further: ${why}.`,
    'It may be made to block programs; if you trust it, unpack it and add its files.',
  );

export const unreadable = (source: string, why: string, cause?: unknown) =>
  new ProvisoError(
    'PROVISO_INPUT_UNREADABLE',
    `${source} cannot be read: ${why}.`,
    'Check that the file is whole and that you may read it.',
    { cause },
  );

export const noText = (source: string) =>
  new ProvisoError(
    'PROVISO_INPUT_NO_TEXT',
    `${source} has no text that could be read.`,
    'If the page builds its text with scripts, save it from the browser after it has loaded.',
  );

export const noReport = (source: string, what: string) =>
  new ProvisoError(
    'PROVISO_INPUT_NO_REPORT',
    `${source} is no report: it is ${what}.`,
    'Open the page in a browser, save it once the report is shown, and add that file.',
  );

export const frontMatterInvalid = (source: string, why: string) =>
  new ProvisoError(
    'PROVISO_FRONT_MATTER_INVALID',
    `The front matter of ${source} is not valid: ${why}.`,
    'Allowed keys: title, author, publisher, published, url, kind (original or digest).',
  );

export const dateInvalid = (where: string, text: string) =>
  new ProvisoError(
    'PROVISO_DATE_INVALID',
    `${where} says ${JSON.stringify(text.slice(0, 40))}, which is no date in the calendar.`,
    'Write YYYY-MM-DD, YYYY-MM or YYYY.',
  );

export const addressRefused = (url: string, why: string) =>
  new ProvisoError(
    'PROVISO_ADDRESS_REFUSED',
    `${url.slice(0, 300)} is not fetched: ${why}.`,
    'Give the address of a public web page; save what lies in your own network to a file, and add that.',
  );

export const robotsRefused = (url: string, why: string | null) =>
  new ProvisoError(
    'PROVISO_ROBOTS_REFUSED',
    `${url} is not fetched: ${why ?? 'the robots.txt of its site asks programs not to'}.`,
    'Open the page in a browser, save it, and add the file with --url.',
  );

export const fetchFailed = (url: string, why: string, cause?: unknown) =>
  new ProvisoError(
    'PROVISO_FETCH_FAILED',
    `${url} could not be fetched: ${why}.`,
    'Check the address in a browser, or try again later; an archived copy of it can be added as well.',
    { cause },
  );

/** The system's own errors in words: what is not there is missing, the rest cannot be read. */
export function fileRefusal(source: string, thrown: unknown): ProvisoError {
  const code = (thrown as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return missing(source);
  const why =
    code === 'EACCES' || code === 'EPERM'
      ? 'permission is denied'
      : `the system says ${code ?? String(thrown)}`;
  return unreadable(source, why, thrown);
}
