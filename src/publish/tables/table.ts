/** A value in a table; null where there is none. */
export type Cell = string | number | boolean | null;

/** A column as a machine and as a person read it: types are those of Table Schema (Frictionless). */
export interface Column {
  name: string;
  title: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'yearmonth';
  description: string;
}

/** A table as data: made once, and written as CSV, as a sheet of Excel's, or into a data package. */
export interface Table {
  name: string;
  title: string;
  description: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Columns that no two rows have alike. */
  primaryKey: readonly string[];
  /** Columns that name a row of another table. */
  foreignKeys: readonly { field: string; table: string }[];
}

/** A column with where its values come from. */
export type ColumnOf<Row> = Column & { value: (row: Row) => Cell };

export const column = <Row>(
  name: string,
  title: string,
  type: Column['type'],
  description: string,
  value: (row: Row) => Cell,
): ColumnOf<Row> => ({ name, title, type, description, value });

export const tableOf = <Row>(
  about: Omit<Table, 'columns' | 'rows'>,
  columns: readonly ColumnOf<Row>[],
  rows: readonly Row[],
): Table => ({
  ...about,
  columns: columns.map(({ name, title, type, description }) => ({ name, title, type, description })),
  rows: rows.map((row) => columns.map(({ value }) => value(row))),
});
