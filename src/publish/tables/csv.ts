import { stringify } from 'csv-stringify/sync';
import { cellText } from '../../model/index.ts';
import { printable } from '../paper/printable.ts';
import type { Cell, Table } from './table.ts';

const cell = (value: Cell): string => {
  if (value === null) return '';
  return typeof value === 'string' ? cellText(printable(value)) : String(value);
};

/**
 * A table as CSV (RFC 4180), in UTF-8.
 *
 * @param heads what stands in the first line: titles for people, names for machines
 */
export const tableCsv = ({ columns, rows }: Table, heads: 'title' | 'name' = 'title'): string =>
  stringify([columns.map((column) => column[heads]), ...rows.map((row) => row.map(cell))], {
    record_delimiter: '\r\n',
    // Of line ends the library quotes its own alone; others end a row for most readers too.
    quoted_match: /[\r\n]/u,
    // Without the mark Excel takes UTF-8 for another charset; a machine needs none.
    bom: heads === 'title',
  });
