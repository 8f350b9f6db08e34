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
  /** A surface of its own, for a list; without, it lies in a Card. */
  isFramed?: boolean;
  className?: string;
}

/**
 * Figures to be read: samples, the data behind a chart, long lists. It costs a tenth of a Table,
 * which is for rows that lead somewhere.
 */
export function PlainTable<T>({
  caption,
  columns,
  rows,
  keyOf,
  isDense = false,
  isFramed = false,
  className,
}: PlainTableProps<T>) {
  const Frame = isFramed ? "section" : "div";
  const headCell = isFramed ? "h-9 bg-sunken px-4" : "h-8 pr-4 pb-1 last:pr-0";
  const bodyCell = isFramed
    ? "h-12 px-4 py-2"
    : cx("pr-4 align-top last:pr-0", isDense ? "py-1" : "py-2");
  return (
    // A list may be wider than the screen: the keyboard has to reach it to scroll.
    <Frame
      aria-label={isFramed ? caption : undefined}
      tabIndex={isFramed ? 0 : undefined}
      className={cx(
        "overflow-x-auto",
        isFramed && "rounded-lg border border-line bg-surface shadow-xs",
        className,
      )}
    >
      <table className="w-full border-separate border-spacing-0 text-base">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx(
                  "whitespace-nowrap border-line border-b font-medium text-muted text-sm",
                  headCell,
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
            <tr key={keyOf(row)} className={cx(isFramed && "transition-colors hover:bg-hover/60")}>
              {columns.map((column) => {
                const Tag = column.isRowHeader ? "th" : "td";
                return (
                  <Tag
                    key={column.id}
                    scope={column.isRowHeader ? "row" : undefined}
                    className={cx(
                      "border-line border-b font-normal",
                      bodyCell,
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
    </Frame>
  );
}
