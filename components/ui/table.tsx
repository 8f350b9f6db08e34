"use client";

import type { ReactNode } from "react";
import {
  Cell as AriaCell,
  type CellProps as AriaCellProps,
  Column as AriaColumn,
  type ColumnProps as AriaColumnProps,
  Row as AriaRow,
  type RowProps as AriaRowProps,
  Table as AriaTable,
  TableBody as AriaTableBody,
  type TableBodyProps as AriaTableBodyProps,
  TableHeader as AriaTableHeader,
  type TableHeaderProps as AriaTableHeaderProps,
  type TableProps as AriaTableProps,
} from "react-aria-components/Table";
import { cx } from "./cx";
import { ArrowDownIcon, ArrowUpIcon } from "./icons";

export interface TableProps extends Omit<AriaTableProps, "className" | "style"> {
  "aria-label": string;
  /** The table scrolls inside its own frame, its header staying: for long lists. */
  isScrollable?: boolean;
  /** Below this width it scrolls sideways: a Tailwind class such as `min-w-160`. */
  className?: string;
}

/** Rows and columns in a frame. One tab stop; the arrow keys walk through the cells. */
export function Table({ isScrollable = false, className, ...props }: TableProps) {
  return (
    <div
      className={cx(
        "relative overflow-x-auto rounded-lg border border-line bg-surface shadow-xs",
        isScrollable && "max-h-[min(72vh,46rem)] overflow-y-auto",
      )}
    >
      <AriaTable
        {...props}
        className={cx("w-full border-separate border-spacing-0 text-base", className)}
      />
    </div>
  );
}

export function TableHeader<T extends object>(
  props: Omit<AriaTableHeaderProps<T>, "className" | "style">,
) {
  return <AriaTableHeader {...props} className="sticky top-0 z-10" />;
}

type Align = "start" | "end";

export interface ColumnProps extends Omit<AriaColumnProps, "className" | "style" | "children"> {
  children: ReactNode;
  /** `end` for figures. */
  align?: Align;
  /** Such as `max-md:hidden`, on the cells of the column too. */
  className?: string;
}

export function Column({ children, align = "start", className, ...props }: ColumnProps) {
  return (
    <AriaColumn
      {...props}
      className={cx(
        "h-9 whitespace-nowrap border-line border-b bg-sunken px-4 font-medium text-muted text-sm -outline-offset-2!",
        align === "end" ? "text-right" : "text-left",
        props.allowsSorting && "cursor-pointer data-hovered:text-ink",
        className,
      )}
    >
      {({ sortDirection }) => (
        <span className="inline-flex items-center gap-1">
          {children}
          {sortDirection === "ascending" && <ArrowUpIcon className="size-3.5" />}
          {sortDirection === "descending" && <ArrowDownIcon className="size-3.5" />}
        </span>
      )}
    </AriaColumn>
  );
}

export function TableBody<T extends object>(
  props: Omit<AriaTableBodyProps<T>, "className" | "style">,
) {
  return <AriaTableBody {...props} className="[&>tr:last-child>*]:border-b-0" />;
}

export interface RowProps<T extends object> extends Omit<AriaRowProps<T>, "className" | "style"> {
  className?: string;
}

/** With an `href` the whole row is a link. */
export function Row<T extends object>({ className, ...props }: RowProps<T>) {
  return (
    <AriaRow
      {...props}
      className={cx(
        "group/row -outline-offset-2! transition-colors data-hovered:bg-hover/60 data-selected:bg-accent-soft",
        props.href && "cursor-pointer",
        className,
      )}
    />
  );
}

export interface CellProps extends Omit<AriaCellProps, "className" | "style"> {
  align?: Align;
  className?: string;
}

export function Cell({ align = "start", className, ...props }: CellProps) {
  return (
    <AriaCell
      {...props}
      className={cx(
        "h-12 border-line border-b px-4 py-2 text-soft -outline-offset-2!",
        align === "end" && "text-right tabular-nums",
        className,
      )}
    />
  );
}
