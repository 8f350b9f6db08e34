import type { ReactNode } from "react";
import { cx } from "./cx";

export interface PlainColumn<T> {
  id: string;
  label: ReactNode;
  cell: (row: T) => ReactNode;
  /** `end` for figures. */
  align?: "start" | "end";
  /** Names the row. */
  isRowHeader?: boolean;
  className?: string;
}

export interface PlainTableProps<T> {
  /** Read out; what the table shows stands above it on the page. */
  caption: string;
  columns: readonly PlainColumn<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string | number;
  /** Many short rows. */
  isDense?: boolean;
  className?: string;
}

/** Figures to be read: samples, the data behind a chart. For rows that lead somewhere, Table. */
export function PlainTable<T>({
  caption,
  columns,
  rows,
  keyOf,
  isDense = false,
  className,
}: PlainTableProps<T>) {
  return (
    <div className={cx("overflow-x-auto", className)}>
      <table className="w-full border-separate border-spacing-0 text-base">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx(
                  "h-8 whitespace-nowrap border-line border-b pr-4 pb-1 font-medium text-muted text-sm last:pr-0",
                  column.align === "end" ? "text-right" : "text-left",
                  column.className,
                )}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0">
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => {
                const Tag = column.isRowHeader ? "th" : "td";
                return (
                  <Tag
                    key={column.id}
                    scope={column.isRowHeader ? "row" : undefined}
                    className={cx(
                      "border-line border-b pr-4 align-top font-normal last:pr-0",
                      isDense ? "py-1" : "py-2",
                      column.align === "end" ? "text-right tabular-nums" : "text-left",
                      column.isRowHeader ? "text-ink" : "text-soft",
                      column.className,
                    )}
                  >
                    {column.cell(row)}
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
