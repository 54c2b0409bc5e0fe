import { Accounting } from '../account.ts';
import { alone, type Parsed } from '../content.ts';
import { noText, unreadable } from '../refusals.ts';
import { recordsOf, type Table } from './records.ts';
import { elementsOf, xmlOf, zippedParts } from './zipped-parts.ts';

/** Words beside the cells. */
const besideCells: readonly (readonly [name: RegExp, what: string])[] = [
  [/^xl\/(?:threadedComments\/|comments\d*|comments\/)/, 'comments'],
  [/^xl\/drawings\/drawing\d*\.xml$/, 'text boxes'],
];

/** A workbook, a record a row, sheet after sheet. Throws PROVISO_INPUT_UNREADABLE or PROVISO_INPUT_NO_TEXT. */
export async function readXlsx(bytes: Uint8Array, source: string): Promise<Parsed> {
  // Its size is checked before the library unpacks it.
  const parts = await zippedParts(bytes, source, (name) =>
    besideCells.some(([pattern]) => pattern.test(name)),
  );
  const content = recordsOf(await tablesOf(bytes, source));
  if (!content) throw noText(source);
  const accounting = new Accounting();
  for (const [name, part] of parts) {
    const what = besideCells.find(([pattern]) => pattern.test(name))?.[1] ?? '';
    accounting.leaveOut(what, wordsIn(xmlOf(part)));
  }
  return alone({ ...content, account: accounting.of(content.text) });
}

const wordsIn = (part: Document | null): string =>
  ['t', 'text', 'a:t']
    .flatMap((name) => elementsOf(part, name).map((element) => element.textContent))
    .join(' ');

/** Its sheets; PROVISO_INPUT_UNREADABLE where it is none. Its size is to be checked before. */
export async function tablesOf(bytes: Uint8Array, source: string): Promise<Table[]> {
  const { default: readExcelFile } = await import('read-excel-file/node');
  try {
    const sheets = await readExcelFile(Buffer.from(bytes), { parseNumber: (written: string) => written });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(shown)) }));
  } catch (thrown) {
    throw unreadable(source, 'its table structure is broken', thrown);
  }
}

/** A cell as a person would write it. */
function shown(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  const [day = '', time = ''] = cell.toISOString().split('T');
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
