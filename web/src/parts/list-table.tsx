import type { ReactNode } from 'react';

interface ListTableProps {
  /** None where a heading names the table. */
  readonly caption?: string;
  readonly columns: readonly string[];
  /** Its rows. */
  readonly children: ReactNode;
}

/** A table of like things, which scrolls by itself where the page is narrower. */
export const ListTable = ({ caption, columns, children }: ListTableProps) => (
  <div className="scroll">
    <table className="list">
      {caption === undefined ? null : <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
