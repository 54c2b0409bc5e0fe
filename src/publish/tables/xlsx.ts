import { printable } from '../paper/printable.ts';
import type { Cell, Table } from './table.ts';

/** Excel takes no more characters in a cell, and no more in the name of a sheet. */
const limits = { cell: 32_767, name: 31 } as const;

/** Typed as text: nothing that anybody wrote is a formula. */
const cellOf = (value: Cell) => {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  const text = printable(value);
  return { value: text.length > limits.cell ? `${text.slice(0, limits.cell - 1)}…` : text, type: String };
};

const widthOf = (type: string): number => (type === 'string' ? 32 : 14);

/** A table as a sheet of Excel's (OOXML), its heads kept in sight. */
export const tableXlsx = async ({ title, columns, rows }: Table): Promise<Uint8Array> => {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(
    [
      columns.map((column) => ({ value: column.title, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    {
      sheet: title.slice(0, limits.name),
      stickyRowsCount: 1,
      columns: columns.map(({ type }) => ({ width: widthOf(type) })),
    },
  ).toBuffer();
};
