import type { ReactNode } from 'react';
import { words } from '../words.ts';

interface ListTableProps {
  /** None where a heading names the table. */
  readonly caption?: string;
  readonly columns: readonly string[];
  /** Whether each row begins with what ticks it. */
  readonly hasTicks?: boolean;
  /** Its rows. */
  readonly children: ReactNode;
}

/** A table of like things, which scrolls by itself where the page is narrower. */
export const ListTable = ({ caption, columns, hasTicks = false, children }: ListTableProps) => (
  <div className="scroll">
    <table className="list">
      {caption === undefined ? null : <caption>{caption}</caption>}
      <thead>
        <tr>
          {hasTicks && (
            <th scope="col">
              <span className="unseen">{words.selection.label}</span>
            </th>
          )}
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
