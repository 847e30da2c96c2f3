// Rows and columns: what is counted, and lists that are read across. On a narrow screen it is moved sideways.
import type { ReactNode } from 'react';

export interface Column<Row> {
  title: string;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
}

interface Shown<Row> {
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  empty: string;
}

/** A table with its caption. The first column names the row; one without a title is a picture of another. */
export function DataTable<Row>({ title, columns, rows, empty }: Shown<Row>): ReactNode {
  if (!rows.length) return <p className="quiet">{empty}</p>;
  return (
    <div className="wide" role="group" aria-label={title} tabIndex={0}>
      <table className="table">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) =>
              column.title ? (
                <th key={column.title} scope="col" className={column.isNumber ? 'number' : undefined}>
                  {column.title}
                </th>
              ) : (
                <td key="" />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>
              {columns.map(({ title: name, cell, isNumber }, at) =>
                at ? (
                  <td key={name} className={isNumber ? 'number' : undefined}>
                    {cell(row)}
                  </td>
                ) : (
                  <th key={name} scope="row">
                    {cell(row)}
                  </th>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
