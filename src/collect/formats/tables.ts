import type { Segment } from '../../model/index.ts';
import { blockText } from './block-text.ts';
import { datesOf, headsAt, recordText } from './records.ts';

/** A row of a table as it stands in the text. */
export interface Row {
  text: string;
  /** The day of what it tells; null where no column holds days. */
  date: string | null;
}

/** A table with more rows than this is a list of links or a calendar; nobody reads it row by row. */
const maxRows = 5000;

/**
 * Writes the tables of a page or document out row by row, a line `Head: cell` for each cell, as `recordsOf` does for
 * files of rows: cells apart from their heads and rows say nothing. Tables that only place things on the page stay.
 */
export function spellOutTables(document: Document): Row[] {
  return [...document.querySelectorAll('table')].flatMap((table) => {
    const cells = cellsOf(table);
    return cells ? spellOut(document, table, cells) : [];
  });
}

/** The rows of a table of data, cell by cell; null for any other. */
function cellsOf(table: Element): string[][] | null {
  if (table.getAttribute('role') === 'presentation' || table.querySelector('table, form, h1, h2, h3'))
    return null;
  const rows = [...table.querySelectorAll('tr')];
  if (rows.length < 2 || rows.length > maxRows) return null;
  const cells = rows.map((row) => [...row.querySelectorAll('td, th')].map(cellText));
  const width = cells[0]?.length ?? 0;
  if (width < 2 || cells.some((row) => row.length !== width)) return null;
  const isHeaded = [...(rows[0]?.querySelectorAll('td, th') ?? [])].every(
    ({ nodeName }) => nodeName === 'TH',
  );
  return isHeaded || headsAt(cells) === 0 ? cells : null;
}

const cellText = (cell: Element): string => blockText(cell).replace(/\n+/g, '\n');

function spellOut(document: Document, table: Element, [heads = [], ...rows]: readonly string[][]): Row[] {
  const dates = datesOf(heads, rows);
  const spelled = rows.map(
    (row, index): Row => ({ text: recordText(heads, row), date: dates[index] ?? null }),
  );
  const written = document.createElement('div');
  const caption = table.querySelector('caption');
  for (const text of [caption ? blockText(caption) : '', ...spelled.map((row) => row.text)]) {
    if (text !== '') written.append(paragraphOf(document, text));
  }
  table.replaceWith(written);
  return spelled.filter(({ text }) => text !== '');
}

function paragraphOf(document: Document, text: string): Element {
  const paragraph = document.createElement('p');
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) paragraph.append(document.createElement('br'));
    paragraph.append(document.createTextNode(line));
  }
  return paragraph;
}

/** Where the rows stand in the text that was made of their page; those left out of it stand nowhere. */
export function rowSegments(text: string, rows: readonly Row[]): Segment[] {
  let from = 0;
  return rows.flatMap(({ text: row, date }): Segment[] => {
    const start = text.indexOf(row, from);
    if (start < 0) return [];
    from = start + row.length;
    return [{ span: [start, from], kind: 'row', speaker: null, date }];
  });
}
