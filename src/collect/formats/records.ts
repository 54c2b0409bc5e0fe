import { bare, type Content, storable } from '../content.ts';
import { isPublicationDate, leadingDate, plainFigures, writtenDate } from '../dates.ts';
import { monthNamed } from '../months.ts';
import { type DateOrder, dateOrder, dayIn } from '../numeric-dates.ts';
import { TextBuilder } from '../text-builder.ts';

/** A table as a sheet or a file holds it, its cells as a reader sees them; empty cells are ''. */
export interface Table {
  /** Of the sheet; null where the file has but one. */
  name: string | null;
  rows: readonly (readonly string[])[];
}

/** A row of heads may stand below a title and remarks; further down it is a row like others. */
const maxRowsAboveHeads = 10;
/** Heads are labels; what is longer is a sentence. */
const longestHead = 60;

/**
 * The tables as text: a record a row, a line `Head: value` for each of its cells, with the date of the record where a
 * column holds one. Rows above the heads are paragraphs. null when no cell holds anything.
 */
export function recordsOf(tables: readonly Table[]): Content | null {
  const builder = new TextBuilder();
  const filled = tables
    .map((table) => ({ ...table, rows: table.rows.map((row) => row.map(cellText)).filter(hasWords) }))
    .filter(({ rows }) => rows.length > 0);
  for (const { name, rows } of filled) {
    if (name !== null && filled.length > 1) builder.add(name);
    addTable(builder, rows);
  }
  return builder.text === '' ? null : { ...bare(builder.text), segments: builder.segments };
}

const cellText = (cell: string): string =>
  storable(cell)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
const hasWords = (row: readonly string[]) => row.some((cell) => cell !== '');

function addTable(builder: TextBuilder, rows: readonly (readonly string[])[]): void {
  const at = headsAt(rows);
  const heads = rows[at] ?? [];
  for (const row of rows.slice(0, Math.max(at, 0))) builder.add(row.filter(Boolean).join(' '));
  const records = rows.slice(at + 1);
  const dates = datesOf(heads, records);
  for (const [index, row] of records.entries()) {
    builder.add(recordText(heads, row), { kind: 'row', speaker: null, date: dates[index] ?? null });
  }
  // A table of heads alone still says what it is about.
  if (records.length === 0) builder.add(heads.join('\n'));
}

/** Which row holds the heads: the first that fills most columns with different, short words; −1 when none does. */
export function headsAt(rows: readonly (readonly string[])[]): number {
  const width = Math.max(...rows.slice(0, 200).map((row) => row.filter(Boolean).length));
  if (width < 2) return -1;
  return rows.slice(0, maxRowsAboveHeads).findIndex((row) => {
    const cells = row.filter(Boolean);
    return (
      cells.length > width / 2 &&
      new Set(cells).size === cells.length &&
      cells.every((cell) => cell.length <= longestHead && !/^[\d\s.,:/-]+$/.test(cell))
    );
  });
}

/** A row as text: a line for each of its cells, after its head. */
export const recordText = (heads: readonly string[], row: readonly string[]): string =>
  row
    .map((cell, column) => (cell === '' ? '' : labelled(heads[column] ?? '', cell)))
    .filter(Boolean)
    .join('\n');

const labelled = (head: string, cell: string) => (head === '' ? cell : `${head.replace(/:$/, '')}: ${cell}`);

/** The day of what each row tells; null where no column holds days, or this one holds none. */
export function datesOf(
  heads: readonly string[],
  records: readonly (readonly string[])[],
): (string | null)[] {
  const days = dateColumn(heads, records.slice(0, 200));
  if (days) return records.map((row) => dateIn(row[days.column] ?? '', days.order));
  const parts = partColumns(heads);
  return records.map((row) => parts && dateOfParts(parts.map((column) => row[column] ?? '')));
}

/** The columns of year, month and day, where a table keeps them apart (`iyear`, `imonth`, `iday`); null without them. */
function partColumns(heads: readonly string[]): number[] | null {
  const columns = ['year', 'month', 'day'].map((part) =>
    heads.findIndex((head) => head.toLowerCase().endsWith(part)),
  );
  const [year = -1, month = -1] = columns;
  return year < 0 || month < 0 ? null : columns;
}

/** EDTF day, or its month or year where the rest is not known: tables write 0 or 99 for that. */
function dateOfParts([year = '', month = '', day = '']: readonly string[]): string | null {
  const number = /^\d+$/.test(month) ? Number(month) : monthNamed(month, 'en')?.number;
  const two = (value: number) => String(value).padStart(2, '0');
  const whole = [year, `${year}-${two(number ?? 0)}`, `${year}-${two(number ?? 0)}-${two(Number(day))}`];
  return whole.findLast((date) => isPublicationDate(date)) ?? null;
}

/** The column with the day of what a row tells, and in what order its days are written in figures. */
interface DateColumn {
  column: number;
  order: DateOrder;
}

/** The first column whose head speaks of an event, or else that holds days. */
function dateColumn(heads: readonly string[], records: readonly (readonly string[])[]): DateColumn | null {
  const dated = heads.flatMap((head, column) => {
    const filled = records.map((row) => row[column] ?? '').filter(Boolean);
    const order = dateOrder(filled.map(plainFigures));
    const share = filled.filter((cell) => dateIn(cell, order) !== null).length / filled.length;
    return share > 0.5 ? [{ head: head.replaceAll('_', ' '), column, order }] : [];
  });
  return dated.find(({ head }) => /\b(?:event|incident|occur\w*|happened)/i.test(head)) ?? dated[0] ?? null;
}

/** The day that a cell is; a sentence with a day in it is none, and a year or a number neither. */
function dateIn(written: string, order: DateOrder): string | null {
  const cell = plainFigures(written).trim();
  if (cell.length > 40 || /^\d*$/.test(cell)) return null;
  return dayAndTime(cell) ?? leadingDate(cell) ?? dayIn(cell, order) ?? writtenDate(cell);
}

const dayAndTime = (cell: string): string | null => {
  const [, day = '', time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(cell) ?? [];
  return leadingDate(day) && time && time !== '00:00' ? `${day}T${time}` : null;
};
