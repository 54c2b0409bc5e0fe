import { parquetWriteBuffer } from 'hyparquet-writer';
import { printable } from '../paper/printable.ts';
import type { Cell, Column, Table } from './table.ts';

type SchemaElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>[number];

const types: Record<Column['type'], Partial<SchemaElement>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  // Parquet has no months; they stand as text, YYYY-MM.
  yearmonth: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

const parquetValue = (cell: Cell, type: Column['type']): Cell | Date => {
  if (typeof cell !== 'string') return cell;
  return type === 'date' ? new Date(`${cell}T00:00:00Z`) : printable(cell);
};

/** A table as Parquet: every column by its type, and null where there is no value. */
export const tableParquet = ({ name, columns, rows }: Table): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      schema: [
        { name, num_children: columns.length },
        ...columns.map(
          (column): SchemaElement => ({
            ...types[column.type],
            name: column.name,
            repetition_type: 'OPTIONAL',
          }),
        ),
      ],
      columnData: columns.map((column, place) => ({
        name: column.name,
        data: rows.map((row) => parquetValue(row[place] ?? null, column.type)),
      })),
    }),
  );
